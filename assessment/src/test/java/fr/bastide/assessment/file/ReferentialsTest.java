package fr.bastide.assessment.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Small;
import fr.bastide.assessment.file.Referentials.Reading;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every way of breaking a referential gets a message with its file and line.
class ReferentialsTest {

  @TempDir private Path folder;

  @BeforeEach
  void copy() throws IOException {
    Path origin = Small.folder();
    try (Stream<Path> files = Files.walk(origin)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(origin.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private void replace(String file, String old, String by) {
    try {
      Path path = folder.resolve(file);
      String text = Files.readString(path);
      assertThat(text).contains(old);
      Files.writeString(path, text.replace(old, by));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private List<String> refusal() {
    Reading reading = Referentials.read(folder);
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(reading.findings()).allSatisfy(f -> assertThat(f.text().fr()).isNotBlank());
    return reading.findings().stream().map(finding -> finding.format(Language.EN)).toList();
  }

  @Test
  void theSmallOneIsFlawless() {
    Reading reading = Referentials.read(folder);
    assertThat(reading).isInstanceOf(Reading.Usable.class);
    assertThat(reading.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "questions/doors.yaml | value: 0.6 | value: 0 | questions/doors.yaml:9:"
            + " doors.locked.choices",
        "questions/doors.yaml | value: 0.6 | value: 1.6 | from 0 to 1",
        "questions/doors.yaml | weight: 5 | weight: 9 | from 0 to 5",
        "questions/doors.yaml | weight: 5 | weigth: 5 | \"weigth\" does not exist here; did you"
            + " mean \"weight\"?",
        "questions/doors.yaml | id: doors.locked | id: door.locked | begins with \"doors.\"",
        "questions/doors.yaml | id: doors.cellar | id: doors.locked | already taken in"
            + " questions/doors.yaml, line 3",
        "questions/doors.yaml | id: never | id: unknown | cannot have that name",
        "questions/doors.yaml | id: nights | id: never | \"never\" is there twice",
        "questions/doors.yaml | hygiene: [26] | hygiene: [43] | \"43\" does not exist",
        "questions/doors.yaml | \"7.2\" | \"7.15\" | \"7.15\" does not exist",
        "questions/doors.yaml | path: [ACCESS] | path: [DOORS] | \"DOORS\" does not exist",
        "questions/doors.yaml | depth: flash | depth: quick | possible: flash, standard, full",
        "questions/doors.yaml | en: \"Try.\" | en: \"\" | \"en\" is missing",
        "questions/doors.yaml | choice: deep | choice: none | always holds",
        "questions/doors.yaml | choice: deep | choice: dep | did you mean \"deep\"?",
        "questions/doors.yaml | question: doors.cellar, | question: doors.celar, | did you mean"
            + " \"doors.cellar\"?",
        "questions/doors.yaml | question: doors.cellar, | question: doors.hatch, | depends on"
            + " itself",
        "questions/doors.yaml | exposed: [{question: doors.cellar, choice: deep}] | exposed: [] |"
            + " opens no other",
        "questions/doors.yaml | evidence: {fr: \"La clé.\", en: \"The key.\"} | vital: false |"
            + " \"evidence\" is missing",
        "questions/copies.yaml | choice: some | choice: none | always holds",
        "measures/doors.yaml | - {question: doors.hatch, choice: shut} | | No measure leads to the"
            + " best",
        "measures/doors.yaml | choice: always | choice: never | leads to the worst choice",
        "measures/doors.yaml | MEDIUM: {setup: 400, yearly: 10, days: 2} | | \"MEDIUM\" is missing",
        "measures/doors.yaml | setup: 100 | setup: -1 | from 0 to 100000000",
        "measures/doors.yaml | setup: 100 | setup: 10.5 | whole number",
        "measures/doors.yaml | from: 2 | from: 1 | from 2 to",
        "measures/copies.yaml | [copies.make] | [copies.bake] | did you mean \"copies.make\"?",
        "measures/copies.yaml | [copies.make] | [copies.try] | depends on itself",
        "measures/copies.yaml | id: copies.make | id: copies.exist | already taken in"
            + " questions/copies.yaml",
        "scale.yaml | technical-check: {low: 0.95 | technical-check: {low: 0.5 | from 0.85 to 1",
        "scale.yaml | A: 85, B: 70 | A: 60, B: 70 | from 0 to 60",
        "scale.yaml | shift: 0.25 | shift: 0 | from 0.01 to 10",
        "scale.yaml | question: copies.exist | question: copies.exists | did you mean"
            + " \"copies.exist\"?",
        "scale.yaml | choice: some | choice: none | never bites",
        "referential.yaml | referential/1 | referential/7 | did you mean \"referential/1\"?",
        "referential.yaml | id: copies | id: Copies | lower-case",
        "referential.yaml | themes: | theme: | \"themes\" is missing",
        "scale.yaml | shift: 0.25 | shift: \"0.25 | malformed",
      })
  void saysWhatIsWrongAndWhere(String file, String old, String by, String message) {
    replace(file, old, by == null ? "" : by);
    assertThat(refusal()).anySatisfy(line -> assertThat(line).contains(message));
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    Files.delete(folder.resolve("measures/copies.yaml"));
    Files.delete(folder.resolve("scale.yaml"));
    assertThat(refusal())
        .contains(
            "measures/copies.yaml: This file is missing.", "scale.yaml: This file is missing.");
  }

  @Test
  void anEmptyFolderIsNoReferential(@TempDir Path empty) {
    assertThat(Referentials.read(empty).findings())
        .extracting(finding -> finding.format(Language.FR))
        .containsExactly("referential.yaml: Ce fichier manque.");
  }

  @Test
  void anAnchorIsRefusedWithItsLine() {
    replace("scale.yaml", "trust:", "trust: &t");
    assertThat(refusal())
        .anySatisfy(
            line -> assertThat(line).startsWith("scale.yaml:").contains("anchors and aliases"));
  }

  @Test
  void aFolderInPlaceOfAFileIsUnreadable() throws IOException {
    Files.delete(folder.resolve("scale.yaml"));
    Files.createDirectory(folder.resolve("scale.yaml"));
    assertThat(refusal())
        .contains("scale.yaml: This file cannot be read: check the access rights.");
  }
}
