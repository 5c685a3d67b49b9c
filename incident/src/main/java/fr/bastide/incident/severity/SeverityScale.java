package fr.bastide.incident.severity;

import fr.bastide.incident.Facts;
import fr.bastide.incident.Reading;
import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.condition.Trace;
import fr.bastide.incident.condition.Truth;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// From the effect on the missions of a body to a severity; technology alone decides nothing.
///
/// @param rules the worst first
public record SeverityScale(List<Rule> rules) {

  /// When an incident is at least so grave.
  ///
  /// @param id its name
  /// @param severity how grave
  /// @param when what must be so
  /// @param reason why, in plain words
  public record Rule(String id, Severity severity, Condition when, Text reason) {}

  /// How grave an incident is.
  ///
  /// @param known what is certain, or what a credible claim says
  /// @param possible how grave it may turn out, should the missing answers be the worst ones
  /// @param rules the rules that hold at the known level
  /// @param traces why they hold
  /// @param questions what to ask to know whether it is graver
  public record Grade(
      Severity known,
      Severity possible,
      List<Rule> rules,
      List<Trace> traces,
      List<String> questions) {}

  public SeverityScale {
    rules = List.copyOf(rules);
  }

  /// The scale that comes with Bastide.
  public static SeverityScale builtin() {
    return Knowledge.builtin().severity();
  }

  /// How grave a case is. Of contradictory facts the worst credible reading counts.
  public Grade grade(Facts facts) {
    Severity known = Severity.MINOR;
    Severity possible = Severity.MINOR;
    List<Rule> holding = new ArrayList<>();
    List<Trace> traces = new ArrayList<>();
    Set<String> questions = new LinkedHashSet<>();
    for (Rule rule : rules) {
      if (rule.severity().compareTo(known) < 0) {
        break;
      }
      Trace trace = worst(rule.when(), facts);
      if (trace.truth() == Truth.TRUE) {
        known = rule.severity();
        holding.add(rule);
        traces.add(trace);
      } else if (trace.truth() == Truth.UNKNOWN && holding.isEmpty()) {
        questions.addAll(trace.missing());
      }
      if (trace.truth() != Truth.FALSE && rule.severity().compareTo(possible) > 0) {
        possible = rule.severity();
      }
    }
    return new Grade(known, possible, holding, traces, List.copyOf(questions));
  }

  private static Trace worst(Condition condition, Facts facts) {
    Trace worst = null;
    for (Reading reading : facts.readings(condition.questions())) {
      Trace trace = condition.evaluate(reading);
      if (worst == null || trace.truth().compareTo(worst.truth()) > 0) {
        worst = trace;
      }
    }
    return worst == null ? condition.evaluate(new Reading(java.util.Map.of())) : worst;
  }
}
