package fr.bastide.incident.escalation;

import fr.bastide.incident.internal.dossier.EscalationReader;
import fr.bastide.incident.message.Messages;
import fr.bastide.incident.obligation.Due;
import fr.bastide.incident.obligation.Verdict;
import fr.bastide.incident.severity.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Says who is to be told in a case, and from when on.
///
/// @param version the version of the rules, by date
/// @param rules every rule, in the order of the data
public record Escalations(String version, List<EscalationRule> rules) {

  public Escalations {
    rules = List.copyOf(rules);
  }

  /// The rules that come with Bastide.
  public static Escalations builtin() {
    return EscalationReader.builtin();
  }

  /// The rules that look at cases of a severity and of some kinds.
  public List<EscalationRule> rules(Severity severity, List<String> kinds) {
    return rules.stream().filter(rule -> rule.concerns(severity, kinds)).toList();
  }

  /// What is due or will be, the earliest first: the caller tells whoever was not told yet once the
  /// instant has come. What happens in the case in the meantime changes the answer.
  public List<Escalation> of(Situation situation) {
    Severity severity = situation.qualification().severity().known();
    List<String> kinds = Messages.incidents(situation.qualification().facts());
    List<Escalation> found = new ArrayList<>();
    for (EscalationRule rule : rules(severity, kinds)) {
      add(rule, situation, found);
    }
    found.sort(Comparator.comparing(Escalation::at));
    return found;
  }

  /// What is due at an instant, the earliest first.
  public List<Escalation> due(Situation situation, Instant at) {
    return of(situation).stream().filter(one -> !one.at().isAfter(at)).toList();
  }

  private static void add(EscalationRule rule, Situation situation, List<Escalation> found) {
    Duration delay = rule.delay();
    boolean open = !situation.closed();
    switch (rule.trigger()) {
      case REPORTED -> {
        if (open) {
          found.add(new Escalation(rule, "", situation.reported().plus(delay)));
        }
      }
      case UNTAKEN -> {
        if (open && situation.taken().isEmpty()) {
          found.add(new Escalation(rule, "", situation.reported().plus(delay)));
        }
      }
      case SILENT -> {
        if (open) {
          found.add(new Escalation(rule, "", situation.news().plus(delay)));
        }
      }
      case DUE -> duties(rule, situation, delay.negated(), found);
      case OVERDUE -> duties(rule, situation, delay, found);
      case UNANSWERED ->
          situation
              .asked()
              .forEach((which, asked) -> found.add(new Escalation(rule, which, asked.plus(delay))));
    }
  }

  /// Each duty that binds, or may, and is not done, at its strict end; a duty without an end does
  /// not escalate. A case that was closed with open duties escalates all the same.
  private static void duties(
      EscalationRule rule, Situation situation, Duration shift, List<Escalation> found) {
    for (Verdict verdict : situation.qualification().verdicts()) {
      switch (verdict) {
        case Verdict.Applies one -> duty(rule, verdict, one.due(), one.state(), shift, found);
        case Verdict.Unknown one -> duty(rule, verdict, one.due(), one.state(), shift, found);
        case Verdict.DoesNotApply _ -> {}
      }
    }
  }

  private static void duty(
      EscalationRule rule,
      Verdict verdict,
      Due due,
      Verdict.State state,
      Duration shift,
      List<Escalation> found) {
    boolean open = state == Verdict.State.OPEN || state == Verdict.State.OVERDUE;
    if (open && due instanceof Due.At at) {
      found.add(new Escalation(rule, verdict.obligation().id(), at.at().plus(shift)));
    }
  }
}
