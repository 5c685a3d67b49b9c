package fr.bastide.web.api;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.kernel.Siren;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.ProviderId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// A value of the house that is one string in JSON.
///
/// @param format the format as JSON Schema names it, empty when it has no name
/// @param pattern what it looks like, when its format has no name
/// @param example one that is well formed
/// @param reader makes the value of a string
record Scalar(String format, String pattern, String example, Function<String, ?> reader) {

  /// What the code of a commune looks like.
  static final String INSEE = "^([0-9]{2}|2[AB])[0-9]{3}$";

  /// Messages tell back what was sent: nothing longer.
  private static final int MAX_LENGTH = 64;

  private static final String ID = "3f0c9f4e-1d2b-4a55-9a3e-0c2f6d7b8a91";

  private static final Map<Class<?>, Scalar> ALL =
      Map.ofEntries(
          Map.entry(BodyId.class, written("^[A-Za-z0-9-]{3,60}$", "commune-09194", BodyId::new)),
          Map.entry(Siren.class, written("^[0-9]{9}$", "210901948", Siren::new)),
          Map.entry(InseeCode.class, written(INSEE, "09194", InseeCode::new)),
          Map.entry(AccountId.class, id(text -> new AccountId(UUID.fromString(text)))),
          Map.entry(AssessmentId.class, id(AssessmentId::parse)),
          Map.entry(AttachmentId.class, id(AttachmentId::parse)),
          Map.entry(MandateId.class, id(MandateId::parse)),
          Map.entry(PlanId.class, id(PlanId::parse)),
          Map.entry(ProviderId.class, id(ProviderId::parse)),
          Map.entry(UUID.class, id(UUID::fromString)),
          Map.entry(
              LocalDate.class,
              new Scalar("date", "", "2026-11-24", text -> LocalDate.parse(ordinary(text)))),
          Map.entry(
              Instant.class,
              new Scalar(
                  "date-time", "", "2026-11-24T08:30:00Z", text -> Instant.parse(ordinary(text)))));

  /// How a type is one string, if it is.
  static Optional<Scalar> of(Class<?> type) {
    return Optional.ofNullable(ALL.get(type));
  }

  /// The schema of the string.
  Map<String, Object> schema() {
    return format.isEmpty()
        ? Map.of("type", "string", "pattern", pattern, "examples", List.of(example))
        : Map.of("type", "string", "format", format);
  }

  /// The value of a string.
  ///
  /// @param field where it stands, for the message
  /// @throws Invalid when it is not well formed
  Object read(String text, String field) {
    if (text.length() > MAX_LENGTH) {
      throw malformed(field);
    }
    try {
      return reader.apply(text);
    } catch (InvalidIdentifier wrong) {
      throw new Invalid(field, wrong.text());
    } catch (DateTimeException | IllegalArgumentException | NotFound wrong) {
      throw malformed(field);
    }
  }

  private Invalid malformed(String field) {
    return new Invalid(
        field,
        new Text(
            "Le champ «\u00a0%s\u00a0» est mal écrit\u202f; par exemple\u00a0: %s."
                .formatted(field, example),
            "The field “%s” is not well formed; for example: %s.".formatted(field, example)));
  }

  /// A year of four digits, as RFC 3339 has it: Java reads a billion years, no calendar does.
  private static String ordinary(String text) {
    if (text.length() < 5 || text.charAt(4) != '-' || !Character.isDigit(text.charAt(0))) {
      throw new IllegalArgumentException("not a year of four digits");
    }
    return text;
  }

  private static Scalar id(Function<String, ?> reader) {
    return new Scalar("uuid", "", ID, reader);
  }

  private static Scalar written(String pattern, String example, Function<String, ?> reader) {
    return new Scalar("", pattern, example, reader);
  }
}
