package fr.bastide.incident.obligation;

import fr.bastide.incident.Facts;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.Value;
import fr.bastide.incident.internal.Judgement;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.incident.internal.Wording;
import fr.bastide.kernel.Text;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All obligations that Bastide knows, in one version.
///
/// @param version the version, by date
/// @param questionnaire the questions its conditions look at
/// @param switches the laws to come, by identifier, with their names
/// @param obligations every text, in the order in which one shows them
public record ObligationBook(
    String version,
    Questionnaire questionnaire,
    Map<String, Text> switches,
    List<Obligation> obligations) {

  public ObligationBook {
    switches = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(switches));
    obligations = List.copyOf(obligations);
  }

  /// The obligations that come with Bastide.
  public static ObligationBook builtin() {
    return Knowledge.builtin().obligations();
  }

  /// What each duty asks in a case: one verdict a duty, in the order of the book, from the text in
  /// force.
  ///
  /// @param at the instant of asking, which decides what is overdue
  public List<Verdict> verdicts(Facts facts, Instant at, Switches set) {
    return new Judgement(this, facts, at, set).verdicts();
  }

  /// An answer to a question, for people.
  public Text written(String question, Value answer) {
    return new Wording(questionnaire).value(question, answer);
  }

  /// The successive texts about each duty, in order.
  public Map<String, List<Obligation>> duties() {
    Map<String, List<Obligation>> duties = new LinkedHashMap<>();
    for (Obligation one : obligations) {
      duties.computeIfAbsent(one.id(), _ -> new java.util.ArrayList<>()).add(one);
    }
    return duties;
  }
}
