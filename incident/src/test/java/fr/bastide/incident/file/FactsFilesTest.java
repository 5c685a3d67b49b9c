package fr.bastide.incident.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.CaseFiles;
import fr.bastide.incident.Facts;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.Value;
import fr.bastide.incident.file.FactsFiles.Outcome;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.kernel.Language;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Every way of writing facts wrongly gets a message with its line.
class FactsFilesTest {

  private static final String GOOD =
      """
      format: incident-facts/1
      name: "Mirepoix"
      body: {form: commune, population: 3200}
      clocks:
        certain: 2026-11-24 08:30
      data:
        personal: yes
        disclosed:
          - {value: no, source: "IT", reliability: B, credibility: 2}
          - {value: yes, source: "site", reliability: E, credibility: 4}
      done:
        complaint: {at: "2026-11-24T15:10+01:00", proof: "2026/12"}
      """;

  private static Outcome read(String yaml) {
    return FactsFiles.read(yaml.getBytes(StandardCharsets.UTF_8), ObligationBook.builtin());
  }

  private static Value certain(Facts facts) {
    return facts.credible("clocks.certain").getFirst().value();
  }

  @Test
  void factsAreReadWithTheirSources() {
    Facts facts = CaseFiles.facts(GOOD);
    assertThat(facts.body()).isEqualTo("Mirepoix");
    assertThat(certain(facts)).isEqualTo(new Value.Moment(Instant.parse("2026-11-24T07:30:00Z")));
    assertThat(facts.credible("data.disclosed").getFirst().value())
        .isEqualTo(new Value.Flag(false));
    assertThat(facts.setAside("data.disclosed").getFirst().source()).isEqualTo("site");
    assertThat(facts.done())
        .containsEntry(
            "complaint", new Facts.Done(Instant.parse("2026-11-24T14:10:00Z"), "2026/12"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aTemplateIsAFlawlessFileInWhichNothingIsKnown(Language language) {
    String template = FactsFiles.template(Questionnaire.builtin(), language);
    assertThat(CaseFiles.facts(template).claims()).isEmpty();
    assertThat(template.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(101));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "format: incident-facts/1 | format: incident-facts/9 | 1: format: \"incident-facts/9\" does",
        "form: commune | form: comune | did you mean \"commune\"?",
        "population: 3200 | population: many | 3: body.population: A whole number",
        "population: 3200 | population: -5 | 3: body.population: A whole number",
        "population: 3200 | populaton: 5 | did you mean \"population\"?",
        "certain: 2026-11-24 08:30 | certain: yesterday | 5: clocks.certain: A day and an hour",
        "certain: 2026-11-24 08:30 | certain: 2026-13-24 08:30 | 5: clocks.certain: A day and an hour",
        "certain: 2026-11-24 08:30 | certain: 1926-11-24 08:30 | A day and an hour",
        "certain: 2026-11-24 08:30 | certain: [2026-11-24 08:30 | malformed",
        "personal: yes | personal: perhaps | possible: yes, no, unknown",
        "personal: yes | personal: {source: IT} | \"value\" is missing",
        "personal: yes | personal: {value: [yes]} | A value is needed",
        "reliability: B | reliability: G | \"G\" does not exist here",
        "credibility: 2 | credibility: 9 | from 1 to 6",
        "complaint: | complant: | did you mean \"complaint\"?",
        "at: `2026-11-24T15:10+01:00`, | | \"at\" is missing",
        "data: | date: | did you mean \"data\"?",
        "data: | data: &a | anchors and aliases",
      })
  void saysWhatIsWrongAndWhere(String old, String by, String message) {
    String from = old.replace('`', '"');
    assertThat(GOOD).contains(from);
    Outcome outcome = read(GOOD.replace(from, by == null ? "" : by));
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    List<String> said = outcome.findings().stream().map(f -> f.format(Language.EN)).toList();
    assertThat(said).anySatisfy(line -> assertThat(line).contains(message));
    assertThat(outcome.findings()).allSatisfy(f -> assertThat(f.text().fr()).isNotBlank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-24 | hour is missing | 2026-11-23T23:00:00Z",
        "2026-10-25 02:30 | comes twice | 2026-10-25T00:30:00Z",
        "2026-03-29 02:30 | does not exist that night | 2026-03-29T01:00:00Z",
      })
  void aDoubtfulHourIsReadAsEarlyAsCanBeAndTold(String written, String message, String read) {
    Outcome.Usable outcome = (Outcome.Usable) read(GOOD.replace("2026-11-24 08:30", written));
    assertThat(outcome.findings().getFirst().format(Language.EN)).contains("5: ", message);
    assertThat(certain(outcome.facts())).isEqualTo(new Value.Moment(Instant.parse(read)));
  }

  @Test
  void clocksThatRunBackwardsAreTold() {
    Outcome outcome = read(GOOD.replace("data:", "  began: 2026-11-25 10:00\ndata:"));
    assertThat(outcome.findings().getFirst().text().en()).contains("before the one");
  }

  @Test
  void anEmptyFileAndAHugeOneAreRefused() {
    assertThat(read("")).isInstanceOf(Outcome.Refused.class);
    assertThat(read("#".repeat(FactsFiles.MAX_BYTES + 1)).findings().getFirst().text().en())
        .contains("too large");
    assertThat(FactsFiles.read(new byte[] {(byte) 0xff}, ObligationBook.builtin()).findings())
        .hasSize(1);
  }

  @Test
  void tooManyContradictionsAreRefused() {
    StringBuilder many = new StringBuilder("format: incident-facts/1\nincident:\n");
    for (String name :
        List.of(
            "malicious",
            "ransomware",
            "malware",
            "system-intrusion",
            "vulnerability",
            "brute-force",
            "defacement",
            "phishing",
            "impersonation",
            "payment-fraud",
            "sabotage")) {
      many.append("  ").append(name).append(": [yes, no]\n");
    }
    assertThat(read(many.toString()).findings().getFirst().text().en()).contains("contradict");
  }
}
