package fr.bastide.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.directory.Directory;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Seed;
import fr.bastide.directory.Small;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.file.DirectoryCsv.Effect;
import fr.bastide.directory.file.DirectoryCsv.Import;
import fr.bastide.directory.sample.SampleDirectory;
import fr.bastide.document.Finding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryCsvTest {

  private static final Directory SAMPLE = SampleDirectory.territory(Seed.value(), 200, Small.DAY);
  private static final Directory EMPTY = new Directory("2026.1", List.of(), List.of(), List.of());

  private static Reading<Import> read(String csv, Directory current) {
    return DirectoryCsv.read(csv.getBytes(StandardCharsets.UTF_8), current, Vocabulary.builtin());
  }

  private static Import usable(Reading<Import> reading) {
    assertThat(reading).as(reading.findings().toString()).isInstanceOf(Reading.Usable.class);
    return ((Reading.Usable<Import>) reading).value();
  }

  @Test
  void whatIsWrittenChangesNothingWhenReadBack() {
    Import read =
        usable(DirectoryCsv.read(DirectoryCsv.write(SAMPLE), SAMPLE, Vocabulary.builtin()));
    assertThat(read.merged()).isEqualTo(SAMPLE);
    assertThat(read.rows()).hasSize(200).allMatch(row -> row.effect() == Effect.UNCHANGED);
  }

  @Test
  void whatHasNoColumnStaysAsItWas() {
    Import read = usable(read("id;hours\nfictif-001;business-hours\n", SAMPLE));
    Provider before =
        SAMPLE.providers().stream()
            .filter(p -> p.id().value().equals("fictif-001"))
            .findFirst()
            .orElseThrow();
    Provider after = read.merged().provider(before.id()).orElseThrow();
    assertThat(after.presence().people()).isEqualTo(before.presence().people());
    assertThat(after.offer()).isEqualTo(before.offer());
    assertThat(after.presence().hours()).contains(fr.bastide.directory.Hours.BUSINESS_HOURS);
    assertThat(read.merged().providers()).hasSize(200);
  }

  @Test
  void theReportSaysWhatEachLineDoes() {
    Import read =
        usable(
            read(
                "id,name,skills,sites\n"
                    + "acelys,Acelys,audit|security-plan,Montpellier>34172>43.6134>3.8692\n"
                    + "rempart,Rempart,soc,\n"
                    + "seclab,Seclab,protocol-break|soc,Montpellier>34172>43.6134>3.8692\n",
                SAMPLE));
    assertThat(read.rows())
        .extracting(r -> r.effect())
        .containsExactly(Effect.UNCHANGED, Effect.ADDED, Effect.CHANGED);
    assertThat(read.rows().get(2).line()).isEqualTo(4);
    assertThat(read.rows().get(2).fields()).containsExactly("skills");
  }

  @Test
  void faultsAreNamedWithTheirLine() {
    Reading<Import> reading =
        read(
            "id;name;siren;labels;unavailable-until\n"
                + "rempart;Rempart;732829321;;\n"
                + "\n"
                + "merlon;Merlon;;passi>2026-13-01;demain\n"
                + "Créneau;Créneau;;;\n"
                + "rempart;Rempart;;;\n"
                + "un;Un;;;;trop\n",
            EMPTY);
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(
            reading.findings().stream()
                .filter(f -> f.gravity() == Finding.Gravity.ERROR)
                .map(Finding::line))
        .containsExactly(2, 4, 4, 5, 6, 7);
  }

  @Test
  void duplicatesOfTheDirectoryAreFound() {
    String siren =
        SAMPLE.providers().stream()
            .flatMap(p -> p.identity().siren().stream())
            .findFirst()
            .orElseThrow()
            .value();
    Reading<Import> reading =
        read("id;name;siren;fictional\ncopie;Copie;" + siren + ";true\n", SAMPLE);
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(reading.findings().getFirst().text().en()).contains("already that of");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(1)",
        "+33 5",
        "-1",
        "@SUM",
        "\u00a0=1",
        "＝1",
        "'=1",
        "a|b>c\\d",
        "a\";b",
        "é, \"x\""
      })
  void aHostileNameIsDisarmedAndComesBackAsItWas(String name) {
    Directory directory =
        new Directory(
            "2026.1",
            List.of(
                new Provider(
                    Small.provider("rempart").id(),
                    new Provider.Identity(
                        name,
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        true),
                    Small.provider("rempart").presence(),
                    Small.provider("rempart").offer(),
                    Small.provider("rempart").guarantees(),
                    Small.provider("rempart").control(),
                    List.of())),
            List.of(),
            List.of());
    byte[] csv = DirectoryCsv.write(directory);
    String cell = new String(csv, StandardCharsets.UTF_8).lines().toList().get(1).split(";", 3)[1];
    assertThat(cell.replace("\"", "").strip())
        .doesNotStartWith("=")
        .doesNotStartWith("+")
        .doesNotStartWith("-")
        .doesNotStartWith("@")
        .doesNotStartWith("＝");
    assertThat(
            usable(DirectoryCsv.read(csv, EMPTY, Vocabulary.builtin()))
                .merged()
                .providers()
                .getFirst()
                .identity()
                .name())
        .isEqualTo(name);
  }

  @Test
  void whatASpreadsheetSavesIsRead() {
    byte[] windows =
        "id;name\r\nrempart;Œil et créneau\r\n".getBytes(Charset.forName("windows-1252"));
    Import read = usable(DirectoryCsv.read(windows, EMPTY, Vocabulary.builtin()));
    assertThat(read.merged().providers().getFirst().identity().name()).isEqualTo("Œil et créneau");
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertThat(read("", EMPTY).findings().getFirst().text().en()).contains("empty");
    assertThat(read("id;colour\n", EMPTY).findings().getFirst().text().en()).contains("colour");
    assertThat(read("name\nx\n", EMPTY).findings().getFirst().text().en()).contains("id");
    assertThat(read("id;id\n", EMPTY).findings().getFirst().text().en()).contains("twice");
    assertThat(read("id;name\nx1;\"never closed\n", EMPTY).findings().getFirst().line())
        .isEqualTo(2);
    assertThat(read("id\0", EMPTY).findings().getFirst().text().en()).contains("not text");
  }
}
