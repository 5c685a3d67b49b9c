package fr.bastide.incident.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.incident.CaseFiles;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.incident.message.Messages;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.incident.severity.Severity;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Nobody is left alone with a grave incident, and silence is never an answer.
class EscalationsTest {

  private static final Instant REPORTED = Instant.parse("2026-11-24T01:00:00Z");

  private final Escalations rules = Escalations.builtin();

  private static Situation situation(
      String facts, Optional<Instant> taken, boolean closed, Map<String, Instant> asked) {
    Qualification qualification =
        Qualification.of(
            CaseFiles.facts("format: incident-facts/1\n" + facts), REPORTED, Switches.NONE);
    return new Situation(qualification, REPORTED, taken, REPORTED, closed, asked);
  }

  private static List<String> ids(List<Escalation> found) {
    return found.stream().map(one -> one.rule().id()).toList();
  }

  @Test
  void everySeverityAndKindIsToldToSomebody() {
    for (Severity severity : Severity.values()) {
      for (String kind : Messages.incidents()) {
        List<EscalationRule> found = rules.rules(severity, List.of(kind));
        for (EscalationRule.Trigger trigger : EscalationRule.Trigger.values()) {
          assertThat(found)
              .as(severity + " " + kind + " " + trigger)
              .anyMatch(rule -> rule.trigger() == trigger);
        }
      }
    }
  }

  @Test
  void graverIncidentsAreToldSooner() {
    for (EscalationRule.Trigger trigger :
        List.of(
            EscalationRule.Trigger.REPORTED,
            EscalationRule.Trigger.UNTAKEN,
            EscalationRule.Trigger.SILENT)) {
      Duration before = Duration.ofDays(400);
      for (Severity severity : Severity.values()) {
        Duration first =
            rules.rules(severity, List.of()).stream()
                .filter(rule -> rule.trigger() == trigger)
                .map(EscalationRule::delay)
                .min(Duration::compareTo)
                .orElseThrow();
        assertThat(first).as(severity + " " + trigger).isLessThanOrEqualTo(before);
        before = first;
      }
    }
  }

  @Test
  void aCaseThatNobodyTakesEscalatesUntilSomebodyDoes() {
    String facts = "effects: {water: stopped}\n";
    Situation alone = situation(facts, Optional.empty(), false, Map.of());
    assertThat(ids(rules.due(alone, REPORTED))).containsExactly("critical-call", "object-site");
    assertThat(ids(rules.due(alone, REPORTED.plusSeconds(300)))).contains("untaken-critical");
    Situation taken = situation(facts, Optional.of(REPORTED.plusSeconds(60)), false, Map.of());
    assertThat(ids(rules.of(taken))).doesNotContain("untaken-critical");
    List<Instant> order = rules.of(alone).stream().map(Escalation::at).toList();
    assertThat(order).isSorted();
  }

  @Test
  void openDutiesEscalateBeforeAndAfterTheirEndEvenWhenTheCaseIsClosed() {
    String facts =
        """
        body: {form: commune, cyber-insurance: yes}
        clocks: {certain: 2026-11-24 02:00}
        incident: {malicious: yes, ransomware: yes}
        """;
    Situation closed = situation(facts, Optional.of(REPORTED), true, Map.of());
    List<Escalation> complaint =
        rules.of(closed).stream().filter(one -> one.about().equals("complaint-insurance")).toList();
    assertThat(ids(complaint)).containsExactly("due-soon", "overdue");
    Instant end = Instant.parse("2026-11-27T01:00:00Z");
    assertThat(complaint.get(0).at()).isEqualTo(end.minus(Duration.ofHours(12)));
    assertThat(complaint.get(1).at()).isEqualTo(end);
    Situation done =
        situation(
            facts + "done: {complaint-insurance: 2026-11-24 09:00}\n",
            Optional.of(REPORTED),
            true,
            Map.of());
    assertThat(rules.of(done)).noneMatch(one -> one.about().equals("complaint-insurance"));
    assertThat(ids(rules.of(done))).doesNotContain("critical-call", "silent-grave");
  }

  @Test
  void aReturnWithoutAnAnswerEscalatesThreeTimes() {
    Situation asked = situation("", Optional.of(REPORTED), true, Map.of("three-months", REPORTED));
    assertThat(ids(rules.due(asked, REPORTED.plus(Duration.ofDays(31)))))
        .contains("return-first", "return-second", "return-last");
    assertThat(ids(rules.due(asked, REPORTED.plus(Duration.ofDays(6))))).isEmpty();
  }

  @Test
  void textsAreShortAndTheFileFollowsItsSchema() throws IOException {
    for (EscalationRule rule : rules.rules()) {
      for (Text text : List.of(rule.what(), rule.why())) {
        for (Language language : Language.values()) {
          assertThat(text.in(language).split(" ")).as(rule.id()).hasSizeLessThan(20);
        }
      }
    }
    String yaml =
        new String(Knowledge.resource("escalation.yaml").orElseThrow(), StandardCharsets.UTF_8);
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                new String(
                    Knowledge.resource("escalation.schema.json").orElseThrow(),
                    StandardCharsets.UTF_8),
                InputFormat.JSON);
    assertThat(schema.validate(yaml, InputFormat.YAML)).isEmpty();
    assertThat(schema.validate(yaml.replace("trigger: silent", "trigger: quiet"), InputFormat.YAML))
        .isNotEmpty();
  }
}
