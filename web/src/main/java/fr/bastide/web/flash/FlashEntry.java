package fr.bastide.web.flash;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/// What somebody filled into the flash form; travels from page to page in the form itself.
///
/// @param size the size of the body; empty when not said
/// @param name how to call the body on the report; may be blank
/// @param form what kind of body it is
/// @param choices by question identifier: a choice, or [#UNKNOWN]; a question left out is unknown
public record FlashEntry(
    Optional<BodySize> size, String name, BodyForm form, Map<String, String> choices) {

  /// The value of *I don't know*.
  public static final String UNKNOWN = "unknown";

  /// The longest name taken, in characters.
  public static final int MAX_NAME = 200;

  /// A form nobody filled in yet.
  public static final FlashEntry BLANK =
      new FlashEntry(Optional.empty(), "", BodyForm.COMMUNE, Map.of());

  private static final String PREFIX = "q.";

  public FlashEntry {
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
  }

  /// A field of the form, for the pages that carry the answers on.
  ///
  /// @param name its name
  /// @param value its value
  public record Field(String name, String value) {}

  /// The name of the field of a question.
  public static String fieldOf(Question question) {
    return PREFIX + question.id();
  }

  /// Reads the form.
  ///
  /// @throws Invalid when a value is none that the form offers
  static FlashEntry of(MultiValueMap<String, String> sent, Referential referential) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Question question : referential.questions(Depth.FLASH).toList()) {
      String chosen = Optional.ofNullable(sent.getFirst(fieldOf(question))).orElse("");
      if (!chosen.isEmpty() && !chosen.equals(UNKNOWN) && question.rank(chosen) < 0) {
        throw strange(fieldOf(question));
      }
      if (!chosen.isEmpty()) {
        choices.put(question.id(), chosen);
      }
    }
    String name = Optional.ofNullable(sent.getFirst("name")).orElse("").strip();
    if (name.length() > MAX_NAME) {
      throw new Invalid(
          "name",
          new Text(
              "Ce nom est trop long\u00a0: 200 caractères au plus.",
              "This name is too long: 200 characters at most."));
    }
    return new FlashEntry(
        one(BodySize.values(), sent, "size"),
        name,
        one(BodyForm.values(), sent, "form").orElse(BodyForm.COMMUNE),
        choices);
  }

  /// What was chosen for a question; empty when nothing was.
  public String chosen(Question question) {
    return choices.getOrDefault(question.id(), "");
  }

  /// The same form as hidden fields.
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    size.ifPresent(s -> fields.add(new Field("size", s.name())));
    fields.add(new Field("name", name));
    fields.add(new Field("form", form.name()));
    choices.forEach((question, choice) -> fields.add(new Field(PREFIX + question, choice)));
    return fields;
  }

  /// The size that sets prices: a small body when nobody said.
  BodySize sizeOrSmall() {
    return size.orElse(BodySize.SMALL);
  }

  /// The answers as the engine takes them.
  AnswerSheet sheet(LocalDate today) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    choices.forEach((question, choice) ->
        answers.put(question, choice.equals(UNKNOWN) ? Answer.UNKNOWN : Answer.declared(choice)));
    return new AnswerSheet(Depth.FLASH, sizeOrSmall(), today, answers);
  }

  /// The answers as a file for the command line.
  AnswerFile file(Referential referential, LocalDate today, String nameless) {
    return new AnswerFile(
        referential.version(),
        new AnswerFile.AssessedBody(
            name.isEmpty() ? nameless : name, Optional.empty(), form, Optional.empty()),
        sheet(today),
        AnswerFile.Wishes.NONE);
  }

  private static <E extends Enum<E>> Optional<E> one(
      E[] values, MultiValueMap<String, String> sent, String field) {
    String written = Optional.ofNullable(sent.getFirst(field)).orElse("");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(values)
            .filter(value -> value.name().equals(written))
            .findFirst()
            .orElseThrow(() -> strange(field)));
  }

  private static Invalid strange(String field) {
    return new Invalid(
        field,
        new Text(
            "Une réponse ne correspond à aucun choix proposé. Rechargez le questionnaire et"
                + " recommencez.",
            "An answer matches none of the choices offered. Reload the questions and try again."));
  }
}
