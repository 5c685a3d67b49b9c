package fr.bastide.incident;

import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Optional;

/// One thing to know about an incident or its victim.
///
/// @param id its group and its name, such as `data.personal`
/// @param kind what an answer looks like
/// @param label a few words, to show beside the answer
/// @param ask the question as the desk puts it to the victim
/// @param help what helps to answer, if anything does
/// @param choices the possible answers when `kind` is [Kind#CHOICE], in order; empty otherwise
public record Question(
    String id, Kind kind, Text label, Text ask, Optional<Text> help, List<Choice> choices) {

  /// What an answer looks like.
  public enum Kind {
    FLAG,
    CHOICE,
    COUNT,
    MOMENT
  }

  /// A possible answer.
  ///
  /// @param id as files hold it
  /// @param label for people
  public record Choice(String id, Text label) {}

  public Question {
    choices = List.copyOf(choices);
  }

  /// The group it belongs to: what stands before the point.
  public String group() {
    return id.substring(0, id.indexOf('.'));
  }

  /// Its name within the group.
  public String name() {
    return id.substring(id.indexOf('.') + 1);
  }

  /// The choice with this identifier.
  public Optional<Choice> choice(String choice) {
    return choices.stream().filter(one -> one.id().equals(choice)).findFirst();
  }

  /// Whether the value can be an answer to this question.
  public boolean accepts(Value value) {
    return switch (value) {
      case Value.Flag _ -> kind == Kind.FLAG;
      case Value.Count _ -> kind == Kind.COUNT;
      case Value.Moment _ -> kind == Kind.MOMENT;
      case Value.Choice chosen -> kind == Kind.CHOICE && choice(chosen.id()).isPresent();
    };
  }
}
