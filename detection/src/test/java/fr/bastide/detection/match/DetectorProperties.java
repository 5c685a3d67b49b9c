package fr.bastide.detection.match;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Evaluation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.Seeds;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The detector finds what plain evaluation of every rule finds, on random rules and events.
class DetectorProperties {

  private static final int RULE_SETS = 600;
  private static final int EVENTS_EACH = 60;

  private final SplittableRandom random = Seeds.random();

  @Test
  void findsWhatPlainEvaluationFinds() {
    RandomRules generator = new RandomRules(random);
    FieldNames names = new FieldNames();
    RandomEvents events = new RandomEvents(random, generator, names);
    long matches = 0;
    for (int set = 0; set < RULE_SETS; set++) {
      List<Rule> rules = generator.rules(set % 10 == 0 ? 200 : 12);
      Detector.Session session = new Detector(names, rules).session();
      for (int i = 0; i < EVENTS_EACH; i++) {
        matches += check(rules, session, events.next());
      }
    }
    // a generator that makes nothing match would prove nothing
    assertThat(matches).isGreaterThan(RULE_SETS * EVENTS_EACH);
  }

  private int check(List<Rule> rules, Detector.Session session, Event event) {
    List<Rule> expected = rules.stream().filter(rule -> Evaluation.matches(rule, event)).toList();
    List<Rule> found = new ArrayList<>();
    session.match(event, found::add);
    assertThat(found)
        .as(() ->
            "seed %d, record %s, origin %s"
                .formatted(
                    Seeds.value(),
                    new String(event.record(), StandardCharsets.UTF_8),
                    event.origin()))
        .isEqualTo(expected);
    return found.size();
  }
}
