package fr.bastide.incident.internal;

import fr.bastide.incident.Question;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.Value;
import fr.bastide.incident.WrittenTime;
import fr.bastide.incident.condition.Trace;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts traces into plain words.
public final class Wording {

  private final Map<String, Question> questions;

  public Wording(Questionnaire questionnaire) {
    this.questions = questionnaire.questions();
  }

  /// The answers that decide, as one line; nothing when no answer was needed.
  Optional<Text> decisive(List<Trace> traces) {
    List<Text> parts = new ArrayList<>();
    for (Trace trace : traces) {
      for (Trace leaf : trace.decisive()) {
        Text part = leaf(leaf);
        if (!parts.contains(part)) {
          parts.add(part);
        }
      }
    }
    return join(parts);
  }

  /// What is still to be known, as one line.
  Optional<Text> missing(List<String> ids) {
    return join(ids.stream().map(this::label).toList());
  }

  /// A question in a few words.
  Text label(String id) {
    Question question = questions.get(id);
    return question == null ? new Text(id, id) : question.label();
  }

  private Text leaf(Trace leaf) {
    String id = leaf.condition().questions().iterator().next();
    Text label = label(id);
    Text value =
        leaf.claim().map(claim -> value(id, claim.value())).orElse(new Text("inconnu", "unknown"));
    return new Text(label.fr() + " : " + value.fr(), label.en() + ": " + value.en());
  }

  /// An answer for people.
  public Text value(String id, Value value) {
    return switch (value) {
      case Value.Flag flag -> flag.yes() ? new Text("oui", "yes") : new Text("non", "no");
      case Value.Moment moment -> WrittenTime.text(moment.instant());
      case Value.Count count ->
          new Text(
              String.format(java.util.Locale.FRANCE, "%,d", count.number()),
              String.format(java.util.Locale.UK, "%,d", count.number()));
      case Value.Choice choice ->
          Optional.ofNullable(questions.get(id))
              .flatMap(question -> question.choice(choice.id()))
              .map(Question.Choice::label)
              .orElse(new Text(choice.id(), choice.id()));
    };
  }

  private static Optional<Text> join(List<Text> parts) {
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    String fr = String.join(" ; ", parts.stream().map(Text::fr).toList());
    String en = String.join("; ", parts.stream().map(Text::en).toList());
    return Optional.of(new Text(fr + ".", en + "."));
  }
}
