package fr.bastide.incident.internal.dossier;

import fr.bastide.incident.dossier.Interview;
import fr.bastide.incident.followup.FollowUpRules;
import fr.bastide.incident.obligation.ObligationBook;
import java.util.Set;

/// Which places of texts a case can fill.
///
/// @param declared those that have a label of their own
record SlotNames(Set<String> declared) {

  SlotNames {
    declared = Set.copyOf(declared);
  }

  /// Whether a case can fill the place of this name: a declared one, a question, the deadline, the
  /// day or the proof of a duty, the day of a return, an answer of the interview.
  boolean known(String name) {
    ObligationBook law = ObligationBook.builtin();
    int dot = name.indexOf('.');
    String rest = name.substring(dot + 1);
    return declared.contains(name)
        || law.questionnaire().questions().containsKey(name)
        || switch (dot < 0 ? "" : name.substring(0, dot)) {
          case "due", "done", "proof" -> law.duties().containsKey(rest);
          case "return" ->
              FollowUpRules.builtin().rules().stream().anyMatch(rule -> rule.id().equals(rest));
          case "answer" ->
              Interview.builtin().questions().stream().anyMatch(one -> one.id().equals(rest));
          default -> false;
        };
  }
}
