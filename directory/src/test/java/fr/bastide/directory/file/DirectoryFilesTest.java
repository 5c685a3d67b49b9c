package fr.bastide.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.directory.Directory;
import fr.bastide.directory.Seed;
import fr.bastide.directory.Small;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.sample.SampleDirectory;
import fr.bastide.document.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryFilesTest {

  private static final String GOOD =
      """
      bastide: directory/1
      version: "2026.1"
      providers:
        - id: rempart
          name: "Rempart"
          siren: "732 829 320"
          website: https://rempart.example
          sites: [{commune: "Albi", insee: "81004", lat: 43.9258, lon: 2.1474}]
          areas: [R76, "34"]
          hours: around-the-clock
          skills: [audit, soc]
          sectors: [commune, hospital]
          labels: [{label: passi, from: 2025-01-10, until: 2028-01-09, scope: "audit d’architecture"}]
          prices: [{skill: audit, unit: day, from: 850.50, to: 950}]
          solutions: [coffre]
          insurance: {insurer: "A", cover: 1000000, until: 2027-01-01}
          validation: {by: "Centre", on: 2026-10-01}
          control: {vendor: FR, parent: none, owner: [FR, DE], law: FR}
      solutions:
        - id: coffre
          name: "Coffre"
          vendor: "Serrure"
          origin: {vendor: FR}
          prices: {small: {setup: 100, yearly: 200.10}}
          measures: [backups.keep-offline-copy]
      outcomes:
        - {provider: rempart, need: CAS-1, on: 2026-11-01, result: done, satisfaction: 4}
      """;

  static Reading<Directory> read(String yaml) {
    return DirectoryFiles.read(yaml.getBytes(StandardCharsets.UTF_8), Vocabulary.builtin());
  }

  private static void finds(String good, String bad, int line, String said) {
    assertThat(GOOD).contains(good);
    Reading<Directory> reading = read(GOOD.replace(good, bad));
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    Finding first = reading.findings().getFirst();
    assertThat(first.text().en()).as(first.toString()).contains(said);
    assertThat(first.line()).as(first.toString()).isEqualTo(line);
    assertThat(first.text().fr()).doesNotContain("'", " ;", " !", " ?");
  }

  @Test
  void aGoodFileIsReadWithoutAWord() {
    Reading<Directory> reading = read(GOOD);
    assertThat(reading.findings()).isEmpty();
    assertThat(reading).isInstanceOf(Reading.Usable.class);
  }

  @Test
  void faultsAreNamedWithTheirLine() {
    finds("732 829 320", "732 829 321", 6, "typing error");
    finds("732 829 320", "000000018", 6, "fictional");
    finds("https://rempart.example", "javascript:alert(1)", 7, "https://");
    finds("81004", "8100", 8, "five characters");
    finds("lat: 43.9258, ", "", 8, "lat and lon");
    finds("lat: 43.9258", "lat: 143.9258", 8, "degrees");
    finds("R76", "Occitanie", 9, "area");
    finds("around-the-clock", "always", 10, "does not exist");
    finds("soc]", "sock]", 11, "did you mean \"soc\"");
    finds("hospital", "hospitals", 12, "did you mean \"hospital\"");
    finds("2028-01-09", "2028-02-30", 13, "year-month-day");
    finds("2028-01-09", "2024-01-09", 13, "ends before");
    finds("label: passi", "label: passy", 13, "did you mean \"passi\"");
    finds("850.50", "850.505", 14, "euros");
    finds("to: 950", "to: 800", 14, "below the lowest");
    finds("solutions: [coffre]", "solutions: [coffret]", 4, "did you mean \"coffre\"");
    finds("cover: 1000000", "cover: -1", 16, "euros");
    finds("owner: [FR, DE]", "owner: [FR, XX]", 18, "ISO code");
    finds("vendor: FR, parent", "vendor: none, parent", 18, "ISO code");
    finds("backups.keep", "backups keep", 25, "theme.measure");
    finds("satisfaction: 4", "satisfaction: 6", 27, "1 to 5");
    finds("provider: rempart", "provider: merlon", 27, "does not exist");
    finds("directory/1", "directory/2", 1, "does not exist");
    finds("hours:", "hour:", 10, "did you mean \"hours\"");
  }

  @Test
  void twoEntriesAreNotOneFirm() {
    String twin = "  - {id: merlon, name: \"REMPART\", siren: \"732829320\"}\nsolutions:\n  - id";
    Reading<Directory> reading = read(GOOD.replace("solutions:\n  - id", twin));
    assertThat(reading.findings()).extracting(f -> f.line()).containsExactly(19, 19);
    assertThat(reading.findings().get(0).text().en()).contains("already that of", "line 4");
    assertThat(reading.findings().get(1).text().en()).contains("same firm");
    String same = "  - {id: rempart, name: \"Autre\"}\nsolutions:\n  - id";
    assertThat(read(GOOD.replace("solutions:\n  - id", same)).findings().getFirst().text().en())
        .contains("twice");
  }

  @Test
  void aLabelThatCannotBeCheckedIsTold() {
    List<Finding> undated = read(GOOD.replace(", until: 2028-01-09", "")).findings();
    assertThat(undated)
        .singleElement()
        .satisfies(f -> {
          assertThat(f.gravity()).isEqualTo(Finding.Gravity.WARNING);
          assertThat(f.text().en()).contains("counts in no draw");
        });
    assertThat(read(GOOD.replace("2028-01-09", "2031-01-09")).findings().getFirst().text().en())
        .contains("36 months");
    assertThat(read(GOOD.replace("label: passi", "label: secnumcloud")).findings())
        .extracting(f -> f.text().en())
        .anyMatch(text -> text.contains("given to products"));
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    for (Directory directory :
        List.of(
            SampleDirectory.territory(Seed.value(), 200, Small.DAY),
            SampleDirectory.occitanie(),
            ((Reading.Usable<Directory>) read(GOOD)).value())) {
      String json = DirectoryFiles.json(directory);
      Reading<Directory> again = read(json);
      assertThat(again).as(again.findings().toString()).isInstanceOf(Reading.Usable.class);
      assertThat(((Reading.Usable<Directory>) again).value()).isEqualTo(directory);
      assertThat(DirectoryFiles.json(((Reading.Usable<Directory>) again).value())).isEqualTo(json);
    }
  }

  @Test
  void hostileFilesAreRefusedInBounds() {
    assertThat(read("a: &x [*x]").findings().getFirst().text().en()).contains("anchors");
    assertThat(read("!!java.net.URL [x]").findings()).isNotEmpty();
    assertThat(read("[".repeat(100_000)).findings()).isNotEmpty();
    assertThat(DirectoryFiles.read(new byte[] {(byte) 0xff, 0}, Vocabulary.builtin()).findings())
        .isNotEmpty();
    assertThat(
            DirectoryFiles.read(new byte[DirectoryFiles.MAX_BYTES + 1], Vocabulary.builtin())
                .findings()
                .getFirst()
                .text()
                .en())
        .contains("too large");
    String bomb =
        "bastide: directory/1\nversion: \"2026.1\"\noutcomes:\n"
            + "  - {provider: nobody, need: x, on: 2026-01-01, result: done}\n".repeat(60_000);
    assertThat(read(bomb).findings()).hasSizeLessThanOrEqualTo(1_000);
  }
}
