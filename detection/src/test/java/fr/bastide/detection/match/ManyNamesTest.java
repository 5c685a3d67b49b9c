package fr.bastide.detection.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.Evaluation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.rule.RuleReader;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.JsonRecords;
import fr.bastide.telemetry.Logsource;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rules mean what they say however many field names sources have sent before.
class ManyNamesTest {

  private static final String RULE =
      """
      title: Late
      logsource:
        product: x
      detection:
        a:
          fieldAskedForLate: y
        b:
          otherFieldAskedForLate: null
        condition: a and b
      """;

  private final FieldNames names = new FieldNames();
  private final JsonRecords records = new JsonRecords(names);
  private final EventDraft draft = new EventDraft(names, new Origins());
  private final List<Rule> rules = new RuleReader().readText("late.yml", RULE).book().rules();

  private void exhaust() {
    for (int i = 0; names.id("n" + i) != FieldNames.UNNAMED; i++) {
      assertThat(i).isLessThan(FieldNames.MOST);
    }
  }

  private boolean matches(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThat(records.fill(bytes, 0, bytes.length, Source.named(""), draft)).isTrue();
    boolean plain = Evaluation.holds(rules.getFirst().condition(), draft.event());
    List<Rule> found = new ArrayList<>();
    // The event names no logsource: what the detector finds is compared through one that does.
    new Detector(names, anywhere()).session().match(draft.event(), found::add);
    assertThat(!found.isEmpty()).isEqualTo(plain);
    return plain;
  }

  private List<Rule> anywhere() {
    return rules.stream()
        .map(rule -> new Rule(rule.info(), Logsource.ANY, rule.condition(), rule.asked()))
        .toList();
  }

  @Test
  void aFieldWithoutANumberOfItsOwnIsNeverTakenForAnother() {
    exhaust();
    assertThat(matches("{\"unknown one\":\"y\"}")).isFalse();
    assertThat(matches("{\"fieldAskedForLate\":\"y\",\"unknown one\":null}")).isTrue();
    assertThat(matches("{\"fieldAskedForLate\":\"y\",\"otherFieldAskedForLate\":\"z\"}")).isFalse();
  }

  @Test
  void rulesBeyondAllNumbersAreRefusedAloud() {
    exhaust();
    for (int i = 0; names.asked("r" + i) != FieldNames.UNNAMED; i++) {
      assertThat(i).isLessThan(FieldNames.MOST);
    }
    assertThatThrownBy(() -> new Detector(names, rules))
        .isInstanceOf(DetectionException.class)
        .hasMessageContaining("AskedForLate");
  }
}
