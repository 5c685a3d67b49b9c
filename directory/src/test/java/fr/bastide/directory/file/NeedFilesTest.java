package fr.bastide.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.directory.Hours;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.panel.Need;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NeedFilesTest {

  static final String GOOD =
      """
      bastide: need/1
      reference: CAS-2026-042
      kind: incident
      date: 2026-11-24
      exercise: true
      body: {name: Mirepoix, form: commune, departement: "09", region: "76", lat: 43.1091, lon: 1.8688}
      size: 4
      skills: [incident-response, forensics]
      labels: [expertcyber]
      hours: around-the-clock
      within-km: 120
      price: {unit: day, most: 1100}
      insurance: 500000
      knows-sector: true
      measure: incident.join-shared-soc
      audited-by: [{provider: fictif-001, declared: "délibération 7"}]
      supplied-by: [{provider: fictif-002}]
      declined: [{provider: fictif-003, reason: "plus de place"}]
      """;

  private static Reading<Need> read(String yaml) {
    return NeedFiles.read(yaml.getBytes(StandardCharsets.UTF_8), Vocabulary.builtin());
  }

  private static void finds(String good, String bad, int line, String said) {
    assertThat(GOOD).contains(good);
    Reading<Need> reading = read(GOOD.replace(good, bad));
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(reading.findings().getFirst().line()).isEqualTo(line);
    assertThat(reading.findings().getFirst().text().en()).contains(said);
  }

  @Test
  void theTemplateReadsAsItStandsAndWithEachOfItsWishes() {
    for (Language language : Language.values()) {
      String template =
          NeedFiles.template(Vocabulary.builtin(), LocalDate.of(2026, 11, 24), language);
      assertThat(read(template)).isInstanceOf(Reading.Usable.class);
      assertThat(read(template.replace("\n#", "\n").replace("\n ", "\n# ")))
          .isInstanceOf(Reading.Usable.class);
      assertThat(template).doesNotContain("{skills}", "{labels}", "{date}");
    }
  }

  @Test
  void aGoodFileIsReadAsItStands() {
    Reading<Need> reading = read(GOOD);
    assertThat(reading.findings()).isEmpty();
    Need need = ((Reading.Usable<Need>) reading).value();
    assertThat(need.size()).isEqualTo(4);
    assertThat(need.exercise()).isTrue();
    assertThat(need.body().form()).isEqualTo(BodyForm.COMMUNE);
    assertThat(need.wishes().hours()).contains(Hours.AROUND_THE_CLOCK);
    assertThat(need.wishes().insurance()).contains(Money.euros(500_000));
    assertThat(need.ties().auditedBy().getFirst().declared()).contains("délibération 7");
    assertThat(need.ties().declined()).hasSize(1);
  }

  @Test
  void faultsAreNamedWithTheirLine() {
    finds("kind: incident", "kind: fire", 3, "possible: incident, measure, audit");
    finds("2026-11-24", "24/11/2026", 4, "year-month-day");
    finds("\"09\"", "\"999\"", 6, "département");
    finds("region: \"76\"", "region: Occitanie", 6, "two digits");
    finds("size: 4", "size: 11", 7, "1 to 10");
    finds("forensics", "forensic", 8, "did you mean \"forensics\"");
    finds("[expertcyber]", "[expert]", 9, "does not exist");
    finds(", lat: 43.1091, lon: 1.8688", "", 11, "where the body is");
    finds("unit: day", "unit: hour", 12, "possible: day, mission, month");
    finds("measure: incident.join-shared-soc", "solution: true", 15, "serves a measure");
    finds("provider: fictif-002", "provider: Fictif 2", 17, "identifier");
    finds("reference: CAS-2026-042\n", "", 1, "reference");
  }
}
