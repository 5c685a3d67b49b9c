package fr.bastide.web.assessment;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.assess.StoredAnswer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/// What the form of a question holds, as typed: it can always be shown again.
///
/// @param choice a choice of the question, [#UNKNOWN], [#NOT_APPLICABLE], or empty
/// @param reason why the question is not applicable
/// @param level the name of an [EvidenceLevel]; empty for none
/// @param date when the evidence was established, `2026-11-24`; may be empty
/// @param expires the last day it counts, `2026-11-24`; may be empty
/// @param note where to find it
/// @param seen the version that the person saw, 0 when there was no answer yet
public record AnswerForm(
    String choice,
    String reason,
    String level,
    String date,
    String expires,
    String note,
    int seen) {

  /// The value of *I don't know*.
  public static final String UNKNOWN = "unknown";

  /// The value of *not applicable*.
  public static final String NOT_APPLICABLE = "not-applicable";

  private static final String NONE = "";

  /// The form as sent. Who decided to put an answer over somebody else's sends its version as
  /// `over`.
  ///
  /// @throws Invalid when the version is no number
  static AnswerForm of(MultiValueMap<String, String> sent) {
    String over = field(sent, "over");
    return new AnswerForm(
        field(sent, "choice"),
        field(sent, "reason"),
        field(sent, "level"),
        field(sent, "date"),
        field(sent, "expires"),
        field(sent, "note"),
        version(over.isEmpty() ? field(sent, "seen") : over));
  }

  /// The form that holds a present answer, or none.
  static AnswerForm of(Optional<StoredAnswer> stored) {
    int seen = stored.map(StoredAnswer::version).orElse(0);
    return switch (stored.map(StoredAnswer::answer).orElse(Answer.UNKNOWN)) {
      case Answer.Given given -> given(given, seen);
      case Answer.Unknown _ -> blank(stored.isPresent() ? UNKNOWN : NONE, NONE, seen);
      case Answer.NotApplicable none -> blank(NOT_APPLICABLE, none.reason(), seen);
    };
  }

  /// Whether it says that more than words stands behind the answer.
  boolean proved() {
    return !level.isEmpty() && !level.equals(EvidenceLevel.DECLARED.name());
  }

  /// The answer it stands for.
  ///
  /// @throws Invalid naming the field that does not make one
  Answer answer() {
    return switch (choice) {
      case NONE ->
          throw new Invalid(
              "choice",
              new Text(
                  "Choisissez une réponse, ou «\u00a0Je ne sais pas\u00a0».",
                  "Choose an answer, or “I don’t know”."));
      case UNKNOWN -> Answer.UNKNOWN;
      case NOT_APPLICABLE -> notApplicable();
      default ->
          new Answer.Given(
              choice,
              new Evidence(evidenceLevel(), day("date", date), day("expires", expires), note));
    };
  }

  private Answer notApplicable() {
    if (reason.isBlank()) {
      throw new Invalid(
          "reason",
          new Text(
              "Dites pourquoi la question est sans objet\u00a0: elle sera enregistrée ensuite.",
              "Say why the question does not apply: it will be saved then."));
    }
    return new Answer.NotApplicable(reason.strip(), Optional.empty());
  }

  private EvidenceLevel evidenceLevel() {
    if (level.isEmpty()) {
      return EvidenceLevel.DECLARED;
    }
    return Stream.of(EvidenceLevel.values())
        .filter(known -> known.name().equals(level))
        .findFirst()
        .orElseThrow(() ->
            new Invalid(
                "level",
                new Text(
                    "Choisissez un niveau de preuve de la liste.",
                    "Choose a level of evidence from the list.")));
  }

  private static Optional<LocalDate> day(String field, String written) {
    if (written.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(written.strip()));
    } catch (DateTimeParseException notOne) {
      throw new Invalid(
          field,
          new Text(
              "Écrivez la date comme 2026-11-24\u00a0: année, mois, jour.",
              "Write the date as 2026-11-24: year, month, day."));
    }
  }

  private static AnswerForm given(Answer.Given given, int seen) {
    Evidence evidence = given.evidence();
    return new AnswerForm(
        given.choice(),
        NONE,
        evidence.level().name(),
        evidence.date().map(LocalDate::toString).orElse(NONE),
        evidence.expires().map(LocalDate::toString).orElse(NONE),
        evidence.note(),
        seen);
  }

  private static AnswerForm blank(String choice, String reason, int seen) {
    return new AnswerForm(choice, reason, NONE, NONE, NONE, NONE, seen);
  }

  private static String field(MultiValueMap<String, String> sent, String name) {
    return Optional.ofNullable(sent.getFirst(name)).orElse(NONE);
  }

  private static int version(String written) {
    boolean number =
        !written.isEmpty()
            && written.length() < 10
            && written.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number) {
      throw new Invalid(
          "seen",
          new Text(
              "La page est incomplète. Rechargez-la, puis recommencez.",
              "The page is incomplete. Reload it, then try again."));
    }
    return Integer.parseInt(written);
  }
}
