package fr.bastide.assessment;

import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Optional;

/// One question of the referential.
///
/// @param id `theme.subject`, such as `backups.offline`
/// @param theme the identifier of its theme
/// @param depth the shallowest depth at which it is asked
/// @param weight its share within the theme, 1 to 5; 0 for a question that only opens others
/// @param vital whether the grade A needs it checked and not only said
/// @param text the question
/// @param why why it matters to a town hall
/// @param how how to find the answer
/// @param choices worst first, values strictly increasing from 0 to 1
/// @param conditions all must hold for it to be asked
/// @param validityMonths how long evidence for it counts
/// @param evidence what an auditor asks to see in a full audit, if anything
/// @param references the identifiers it answers to
public record Question(
    String id,
    String theme,
    Depth depth,
    int weight,
    boolean vital,
    Text text,
    Text why,
    Text how,
    List<Choice> choices,
    List<Condition> conditions,
    int validityMonths,
    Optional<Text> evidence,
    References references) {

  public Question {
    choices = List.copyOf(choices);
    conditions = List.copyOf(conditions);
  }

  /// The choice with this identifier, if there is one.
  public Optional<Choice> choice(String choiceId) {
    return choices.stream().filter(c -> c.id().equals(choiceId)).findFirst();
  }

  /// The place of a choice from the worst (0) on; -1 when there is no such choice.
  public int rank(String choiceId) {
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).id().equals(choiceId)) {
        return i;
      }
    }
    return -1;
  }
}
