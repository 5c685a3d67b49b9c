package fr.bastide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Referential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssessTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder = Path.of("");

  private String file = "";

  @BeforeEach
  void fillATemplateIn() throws IOException {
    file = folder.resolve("mirepoix.yaml").toString();
    assertThat(Ran.of("assess", "template", "-o", file).code()).isZero();
    String filled =
        Files.readString(Path.of(file))
            .replace("Nom de l’organisme", "Mirepoix")
            .replace("governance.referent: unknown", "governance.referent: named")
            .replace(
                "identities.mfa-admin: unknown",
                "identities.mfa-admin: "
                    + Referential.builtin()
                        .question("identities.mfa-admin")
                        .orElseThrow()
                        .choices()
                        .getLast()
                        .id());
    Files.writeString(Path.of(file), filled);
  }

  @Test
  void aTemplateIsNeverWrittenOverAFile() throws IOException {
    byte[] before = Files.readAllBytes(Path.of(file));

    Ran again = Ran.of("assess", "template", "-o", file);

    assertThat(again.code()).isEqualTo(ExitCode.USAGE);
    assertThat(again.err()).contains("existe déjà");
    assertThat(Files.readAllBytes(Path.of(file))).isEqualTo(before);
  }

  @Test
  void scoresInFrenchAndInEnglish() {
    assertThat(Ran.of("assess", "score", file).out()).contains("Mirepoix", "sur 100, note E");
    assertThat(Ran.of("assess", "score", file, "--lang", "en").out()).contains("out of 100");
  }

  @Test
  void scoresForMachines() {
    JsonNode json = JSON.readTree(Ran.of("assess", "score", "--json", file).out());
    assertThat(json.at("/body/name").asString()).isEqualTo("Mirepoix");
    assertThat(Ran.of("assess", "score", "--csv", file).out().lines().count()).isGreaterThan(80);
  }

  @Test
  void plansUnderABudgetAndProvesIt() {
    Ran plan = Ran.of("assess", "plan", file, "--budget", "15000", "--days", "40", "--greedy");

    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("Optimum prouvé", "meilleur gain par euro", "[urgent]");
  }

  @Test
  void plansSeveralBodiesUnderOneBudget() throws IOException {
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, Files.readString(Path.of(file)).replace("Mirepoix", "Lavelanet"));

    Ran plan =
        Ran.of(
            "assess",
            "plan",
            file,
            other.toString(),
            "--budget",
            "9000",
            "--common-budget",
            "9000");

    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("Mirepoix", "Lavelanet", "Total engagé");
  }

  @Test
  void plansSeveralBodiesForMachinesInOneObject() throws IOException {
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, Files.readString(Path.of(file)).replace("Mirepoix", "Lavelanet"));

    Ran plan =
        Ran.of(
            "assess",
            "plan",
            file,
            other.toString(),
            "--budget",
            "9000",
            "--common-budget",
            "9000",
            "--json");

    JsonNode json = JSON.readTree(plan.out());
    assertThat(json.at("/plans").size()).isEqualTo(2);
    assertThat(json.at("/plans/1/body/name").asString()).isEqualTo("Lavelanet");
    assertThat(json.at("/spent").asDouble()).isBetween(0.0, 9_000.0);
    assertThat(json.at("/proof/bound").isNumber()).isTrue();
    assertThat(json.at("/proof/gap").isNumber()).isTrue();
  }

  @Test
  void writesAReportOfBothLevels() throws IOException {
    Path report = folder.resolve("report.pdf");
    assertThat(Ran.of("assess", "report", file, "-o", report.toString(), "--one-page").code())
        .isZero();
    assertThat(new String(Files.readAllBytes(report), 0, 5, StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    Path page = folder.resolve("report.html");
    Ran html = Ran.of("assess", "report", file, "-o", page.toString(), "--budget", "12000");
    assertThat(html.code()).as(html.err()).isZero();
    assertThat(Files.readString(page)).contains("Mirepoix", "<html");
  }

  @Test
  void saysWhereAFileIsWrong() throws IOException {
    String wrong = Files.readString(Path.of(file)).replace("referent: named", "referent: nmaed");
    Files.writeString(Path.of(file), wrong);
    long line = wrong.lines().takeWhile(l -> !l.contains("governance.referent:")).count() + 1;

    Ran check = Ran.of("assess", "check", file);

    assertThat(check.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(check.err()).contains(file + ":" + line + ":", "governance.referent", "named");
    assertThat(Ran.of("assess", "score", file).code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void wrongUseIsTold() {
    assertThat(Ran.of("assess", "plan", file).code()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.of("assess", "plan", file, "--budget", "-5").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.of("assess", "plan", file, "--budget", "abc").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.of("assess", "score").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.of("assess", "check").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.of("nonsense").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.of("assess", "report", file, "-o", "report.docx").code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Ran.of("--lang", "de").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aMissingFileIsNamedWithoutAStackTrace() {
    Ran ran = Ran.of("assess", "score", folder.resolve("nowhere.yaml").toString());

    assertThat(ran.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(ran.err())
        .contains("Fichier introuvable", "nowhere.yaml")
        .doesNotContain("Exception");
  }

  @Test
  void anUnknownMeasureInAWishIsRefused() {
    Ran ran = Ran.of("assess", "plan", file, "--budget", "9000", "--force", "no.such-measure");

    assertThat(ran.code()).isNotZero();
    assertThat(ran.err()).contains("no.such-measure").doesNotContain("Exception");
  }
}
