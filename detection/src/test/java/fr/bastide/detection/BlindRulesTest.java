package fr.bastide.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.detection.internal.rule.AuditSettings;
import fr.bastide.detection.rule.RuleReader;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.Logsource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlindRulesTest {

  private static final Logsource SECURITY = new Logsource("windows", "", "security");

  private static List<BlindRule> judge(
      String logsource, String detection, SourceInventory.Seen... seen) {
    String yaml =
        "title: T\nid: i\nlogsource: " + logsource + "\ndetection:\n" + detection.indent(2);
    List<Rule> rules = new RuleReader().readText("b.yml", yaml).book().rules();
    assertThat(rules).hasSize(1);
    return BlindRules.find(rules, new SourceInventory(List.of(seen)));
  }

  private static SourceInventory.Seen seen(
      Logsource logsource, Set<String> fields, Set<String> ids) {
    return new SourceInventory.Seen(List.of(logsource), 10, fields, ids, true);
  }

  @Test
  void noSource() {
    var blind = judge("{product: windows, category: ps_script}", "s: {A: x}\ncondition: s");

    assertThat(blind.getFirst().cause()).isEqualTo(BlindRule.Cause.NO_SOURCE);
    assertThat(blind.getFirst().reason().fr()).contains("windows/ps_script");
    assertThat(blind.getFirst().remedies())
        .extracting(AuditSetting::id)
        .containsExactly("powershell-script-block");
  }

  @Test
  void noEventId() {
    var blind =
        judge(
            "{product: windows, service: security}",
            "s: {EventID: [4688, 4720], A: x}\ncondition: s",
            seen(SECURITY, Set.of("EventID", "A"), Set.of("4624")));

    assertThat(blind.getFirst().cause()).isEqualTo(BlindRule.Cause.NO_EVENT_ID);
    assertThat(blind.getFirst().missing()).containsExactly("4688", "4720");
    assertThat(blind.getFirst().remedies())
        .extracting(AuditSetting::id)
        .containsExactly("windows-security-process", "windows-user-accounts");
  }

  @Test
  void noField() {
    var blind =
        judge(
            "{product: windows, category: process_creation}",
            "s: {Image: x}\nt: {CommandLine: y}\ncondition: s and t",
            seen(
                new Logsource("windows", "process_creation", "security"),
                Set.of("Image"),
                Set.of()));

    assertThat(blind.getFirst().cause()).isEqualTo(BlindRule.Cause.NO_FIELD);
    assertThat(blind.getFirst().missing()).containsExactly("CommandLine");
    assertThat(blind.getFirst().remedies())
        .extracting(AuditSetting::id)
        .containsExactly("windows-command-line");
  }

  @Test
  void whatMayFireIsNotBlind() {
    var only = seen(SECURITY, Set.of("EventID", "A"), Set.of("1"));
    String logsource = "{product: windows, service: security}";

    assertThat(judge(logsource, "s: {A: x}\nt: {B: y}\ncondition: s or t", only)).isEmpty();
    assertThat(judge(logsource, "s: {A: x}\nt: {B: y}\ncondition: s and not t", only)).isEmpty();
    assertThat(judge(logsource, "s: {A: x, B: null}\ncondition: s", only)).isEmpty();
    assertThat(judge(logsource, "s: [word]\ncondition: s", only)).isEmpty();
    assertThat(judge(logsource, "s: {EventID: '1*'}\ncondition: s", only)).isEmpty();
    assertThat(judge(logsource, "s: {A: x}\nt: {B: y}\ncondition: 2 of *", only)).hasSize(1);
    assertThat(judge(logsource, "s: {B: null}\ncondition: not s", only)).hasSize(1);
    assertThat(judge(logsource, "s: {A|fieldref: B}\ncondition: s", only)).hasSize(1);
    assertThat(judge("{}", "s: {A: x}\ncondition: s", only)).isEmpty();
  }

  @Test
  void aSurveyKnowsWhatWasSent() {
    SourceSurvey survey = new SourceSurvey();
    Event event = Samples.event(List.of(SECURITY), "EventID", "4624", "A", "x", "B", "<null>");
    survey.see(event);
    survey.see(event);

    var seen = survey.inventory().seen().getFirst();
    assertThat(seen.events()).isEqualTo(2);
    assertThat(seen.fields()).containsExactlyInAnyOrder("EventID", "A");
    assertThat(seen.eventIds()).containsExactly("4624");
    assertThat(seen.complete()).isTrue();
  }

  @Test
  void theSettingsAreSound() throws IOException {
    assertThat(AuditSettings.builtin().all())
        .extracting(AuditSetting::id)
        .hasSizeGreaterThan(50)
        .doesNotHaveDuplicates();
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("audit-settings.schema.json"));
    assertThat(schema.validate(resource("audit-settings.yaml"), InputFormat.YAML)).isEmpty();
  }

  private static String resource(String name) throws IOException {
    try (InputStream input = BlindRules.class.getResourceAsStream(name)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
