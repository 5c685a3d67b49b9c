package fr.bastide.loop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.document.Findings;
import fr.bastide.incident.Claim;
import fr.bastide.incident.Facts;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.Value;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The form keeps its promises, and what is answered becomes facts.
class ReportFormTest {

  private static final Instant NOW = Instant.parse("2026-11-25T01:12:00Z");

  private final ReportForm form = ReportForm.builtin();

  private static String resource(String name) throws IOException {
    try (InputStream in = ReportForm.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Report report(String... answers) {
    Map<String, String> sent = new HashMap<>();
    for (int i = 0; i < answers.length; i += 2) {
      sent.put(answers[i], answers[i + 1]);
    }
    return Report.fresh(Channel.FORM, Language.FR, form.kept(sent), NOW, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"form", "holidays"})
  void theDataFollowsItsSchema(String name) throws IOException {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(name + ".schema.json"), InputFormat.JSON)
                .validate(resource(name + ".yaml"), InputFormat.YAML))
        .isEmpty();
  }

  @Test
  void asksFirstWhereToCallBackAndInFewSteps() {
    assertThat(form.steps().getFirst().keys()).startsWith(ReportForm.PHONE);
    assertThat(form.steps()).hasSizeBetween(3, 6);
    assertThat(form.steps()).allSatisfy(step -> assertThat(step.fields()).hasSizeLessThan(9));
    assertThat(form.calls(Map.of()))
        .extracting(call -> call.contact().id())
        .containsExactly("cert-fr", "17cyber", "police");
    assertThat(form.calls(Map.of("body.form", "hospital")))
        .extracting(call -> call.contact().id())
        .startsWith("cert-sante");
    assertThat(form.calls(Map.of("effects.emergency-calls", "stopped")))
        .extracting(call -> call.contact().id())
        .startsWith("rescue");
  }

  @Test
  void namesWhatIsWrongInTheData() {
    Findings findings = new Findings("form.yaml");
    ReportFormReader.read(
        """
        version: x
        steps:
          - {id: a, title: {fr: a, en: a}, lead: {fr: a, en: a}, fields: [{question: no.such}, {signs: [nothing]}]}
        claims: [{sign: nothing, question: incident.malware, value: "true", credibility: 9}]
        calls: [{contact: nobody, why: {fr: a, en: a}, source: {title: a, publisher: a, address: "https://a"}}]
        """
            .getBytes(StandardCharsets.UTF_8),
        findings);
    assertThat(findings.sorted()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void nothingIsRefusedAndNothingStrangeIsKept() {
    Report report =
        report(
            ReportForm.PHONE,
            " 06 12\n34 ",
            ReportForm.NAME,
            "Zoé\u0000\u202e" + "x".repeat(500),
            "sign.files-locked",
            "on",
            "sign.no-such-sign",
            "on",
            "effects.payroll",
            "exploded",
            "clocks.suspected",
            "2026-11-25T01:05",
            "body.form",
            "commune",
            "no.such.field",
            "x");
    assertThat(report.answers())
        .containsEntry(ReportForm.PHONE, "06 12 34")
        .containsEntry("sign.files-locked", "yes")
        .containsEntry("clocks.suspected", "2026-11-25T01:05")
        .containsEntry("body.form", "commune")
        .doesNotContainKeys("effects.payroll", "sign.no-such-sign", "no.such.field");
    assertThat(report.answer(ReportForm.NAME)).startsWith("Zoéx").hasSize(120);
  }

  @Test
  void answersAreClaimsOfTheVictim() {
    Report report =
        report(
            ReportForm.BODY,
            "mairie de Mirepoix",
            "sign.ransom-note",
            "yes",
            "sign.files-locked",
            "yes",
            "effects.civil-registry",
            "stopped",
            "data.personal",
            "yes",
            "body.form",
            "commune",
            "clocks.suspected",
            "2026-11-25 01:05");
    Facts facts = ReportFacts.of(report, form);
    assertThat(facts.body()).isEqualTo("mairie de Mirepoix");
    List<Claim> ransomware = facts.credible("incident.ransomware");
    assertThat(ransomware).hasSize(1);
    assertThat(ransomware.getFirst().value()).isEqualTo(new Value.Flag(true));
    assertThat(ransomware.getFirst().source()).contains("victime", report.reference().toString());
    assertThat(facts.credible("clocks.suspected"))
        .extracting(Claim::value)
        .containsExactly(new Value.Moment(Instant.parse("2026-11-25T00:05:00Z")));
    assertThat(facts.credible("clocks.reported"))
        .extracting(Claim::value)
        .containsExactly(new Value.Moment(NOW));
    // The engine takes them as they are.
    assertThat(Qualification.of(facts, NOW, Switches.NONE).verdicts()).isNotEmpty();
    assertThat(ReportFacts.cards(report).getFirst().card().id()).isEqualTo("ransomware");
  }

  @Test
  void withoutAnySignTheCardForWhoDoesNotKnowIsShown() {
    assertThat(ReportFacts.cards(report()).getFirst().card().id()).isEqualTo("unknown");
  }
}
