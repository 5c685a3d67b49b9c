package fr.bastide.assessment.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.RandomSheets;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Seed;
import fr.bastide.assessment.Small;
import fr.bastide.assessment.file.AnswerFile.AssessedBody;
import fr.bastide.assessment.file.AnswerFile.Wishes;
import fr.bastide.assessment.file.AnswerFiles.Reading;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Siren;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerFilesTest {

  private static final String FILE =
      """
      bastide: answers/1
      referential: small
      depth: full
      at: 2026-11-24
      body: {name: Mirepoix, siren: "210901948", form: commune, size: small, population: 3000}
      answers:
        doors.locked: {choice: always, evidence: document, date: 2026-10-01, expires: 2027-10-01, note: "seen"}
        doors.cellar: none
        doors.hatch: {not-applicable: "no hatch", accepted-by: "J. Dupont"}
        copies.exist: unknown
        copies.tried: never
      plan: {budget: 15000, days: 40.5, done: [copies.make], forced: [], refused: {doors.buy-locks: "ugly"}}
      """;

  private final Referential referential = Small.referential();

  private Reading read(String yaml) {
    return AnswerFiles.read(yaml.getBytes(StandardCharsets.UTF_8), referential);
  }

  private static AnswerFile usable(Reading reading) {
    assertThat(reading).as(reading.toString()).isInstanceOf(Reading.Usable.class);
    return ((Reading.Usable) reading).file();
  }

  private static List<String> english(Reading reading) {
    return reading.findings().stream().map(finding -> finding.format(Language.EN)).toList();
  }

  @Test
  void readsAllThatAFileCanSay() {
    Reading reading = read(FILE);
    AnswerFile file = usable(reading);
    assertThat(reading.findings()).isEmpty();
    assertThat(file.body())
        .isEqualTo(
            new AssessedBody(
                "Mirepoix",
                Optional.of(new Siren("210901948")),
                BodyForm.COMMUNE,
                Optional.of(3000)));
    AnswerSheet sheet = file.sheet();
    assertThat(sheet.size()).isEqualTo(BodySize.SMALL);
    assertThat(sheet.answer("doors.locked"))
        .isEqualTo(
            new Answer.Given(
                "always",
                new Evidence(
                    EvidenceLevel.DOCUMENT,
                    Optional.of(LocalDate.of(2026, 10, 1)),
                    Optional.of(LocalDate.of(2027, 10, 1)),
                    "seen")));
    assertThat(sheet.answer("doors.cellar")).isEqualTo(Answer.declared("none"));
    assertThat(sheet.answer("doors.hatch"))
        .isEqualTo(new Answer.NotApplicable("no hatch", Optional.of("J. Dupont")));
    assertThat(sheet.answer("copies.exist")).isEqualTo(Answer.UNKNOWN);
    assertThat(file.wishes())
        .isEqualTo(
            new Wishes(
                Set.of("copies.make"),
                Map.of("doors.buy-locks", "ugly"),
                Set.of(),
                Optional.of(Money.euros(15_000)),
                Optional.of(40.5)));
  }

  @Test
  void jsonIsReadAsWell() {
    String json =
        """
        {"bastide": "answers/1", "referential": "small", "depth": "flash", "at": "2026-11-24",
         "body": {"name": "X", "population": 300},
         "answers": {"doors.locked": "nights", "copies.exist": null}}
        """;
    AnswerFile file = usable(read(json));
    assertThat(file.sheet().size()).isEqualTo(BodySize.TINY);
    assertThat(file.sheet().answer("copies.exist")).isEqualTo(Answer.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "doors.cellar: none | doors.celar: none | 8: answers: \"doors.celar\" does not exist here;"
            + " did you mean \"doors.cellar\"?",
        "doors.cellar: none | doors.cellar: nonne | 8: answers.doors.cellar: \"nonne\" does not"
            + " exist here; did you mean \"none\"?",
        "doors.cellar: none | doors.cellar: not-applicable | 8: answers.doors.cellar: Say why",
        "doors.cellar: none | doors.cellar: [none] | 8: answers.doors.cellar: Fields",
        "doors.cellar: none | doors.locked: never | 8: \"doors.locked\" is there twice",
        "evidence: document | evidence: paper | possible: declared, document",
        "date: 2026-10-01 | date: 2026-13-01 | answers.doors.locked.date: A date of this century",
        "date: 2026-10-01 | date: 2028-10-01 | expires before it was established",
        "date: 2026-10-01 | dates: 2026-10-01 | \"dates\" does not exist here; did you mean"
            + " \"date\"?",
        "{not-applicable: \"no hatch\" | {not-applicable: \"no hatch\", choice: shut | neither"
            + " choice nor evidence",
        "depth: full | depth: ful | 3: depth: \"ful\" does not exist here; did you mean \"full\"?",
        "at: 2026-11-24 | at: 24/11/2026 | 4: at: A date of this century",
        "at: 2026-11-24 | at: 1926-11-24 | 4: at: A date of this century",
        "at: 2026-11-24 | # | \"at\" is missing",
        "210901948 | 210901949 | 5: body.siren: The SIREN number 210901949 has a typing error",
        "form: commune | form: village | body.form",
        "size: small, population: 3000 | size: huge | body.size",
        "size: small, population: 3000 | form: other | is there twice",
        "population: 3000 | population: -4 | from 0 to",
        "population: 3000 | population: 1e3 | from 0 to",
        "name: Mirepoix | name: \"\" | body: \"name\" is missing",
        "budget: 15000 | budget: lots | plan.budget: A number",
        "done: [copies.make] | done: [copies.male] | did you mean \"copies.make\"?",
        "forced: [] | forced: [doors.buy-locks] | both refused and wanted",
        "{doors.buy-locks: \"ugly\"} | [doors.buy-locks] | plan.refused: Fields",
        "bastide: answers/1 | bastide: answers/2 | did you mean \"answers/1\"?",
        "copies.exist: unknown | copies.exist: &x unknown | 10: This file format does not accept"
            + " anchors",
        "copies.exist: unknown | copies.exist: !!java/Object unknown | 10: This file format does"
            + " not accept type tags",
        "copies.exist: unknown | copies.exist: [ | malformed",
        "copies.exist: unknown | copies.exist: \"\\UFFFFFFFF\" | malformed",
        "copies.exist: unknown | ? [a] : b | compound key",
        "plan: | --- | a second document",
      })
  void saysWhatIsWrongAndWhere(String old, String by, String message) {
    assertThat(FILE).contains(old);
    Reading reading = read(FILE.replace(old, by));
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(english(reading)).anySatisfy(line -> assertThat(line).contains(message));
  }

  @Test
  void anotherReferentialMakesStrangeAnswersDoubtfulOnly() {
    String old =
        FILE.replace("referential: small", "referential: older")
            .replace("doors.cellar: none", "doors.attic: none");
    Reading reading = read(old);
    usable(reading);
    assertThat(english(reading))
        .anySatisfy(line -> assertThat(line).contains("do not compare"))
        .anySatisfy(line -> assertThat(line).contains("\"doors.attic\" does not exist"));
  }

  @Test
  void warnsOfWhatWillNotCount() {
    String doubtful =
        FILE.replace("depth: full", "depth: flash")
            .replace(", accepted-by: \"J. Dupont\"", "")
            .replace("copies.exist: unknown", "")
            .replace("date: 2026-10-01, expires: 2027-10-01, ", "");
    Reading reading = read(doubtful);
    usable(reading);
    assertThat(english(reading))
        .anySatisfy(line -> assertThat(line).contains("nobody else accepted it"))
        .anySatisfy(line -> assertThat(line).contains("Evidence without a date"))
        .anySatisfy(line -> assertThat(line).contains("not asked at this depth"))
        .anySatisfy(line -> assertThat(line).contains("Questions without an answer: 1."));
  }

  @Test
  void warnsOfEvidenceThatCountsForLessThanItSays() {
    Reading late = read(FILE.replace("date: 2026-10-01, expires: 2027-10-01", "date: 2026-11-25"));
    usable(late);
    assertThat(english(late))
        .anySatisfy(line ->
            assertThat(line).contains("dated after the day").contains("counts as declared only"));
    Reading far = read(FILE.replace("expires: 2027-10-01", "expires: 2099-10-01"));
    usable(far);
    assertThat(english(far)).anySatisfy(line -> assertThat(line).contains("not longer"));
    Reading undated = read(FILE.replace("date: 2026-10-01, ", ""));
    assertThat(english(undated))
        .anySatisfy(line -> assertThat(line).contains("counts as declared only"));
  }

  @Test
  void tooLargeIsRefusedAtOnce() {
    byte[] large = new byte[AnswerFiles.MAX_BYTES + 1];
    assertThat(english(AnswerFiles.read(large, referential)))
        .containsExactly("This file is too large: 2000000 bytes at most.");
  }

  @Test
  void otherEncodingsAreRefused() {
    byte[] latin = FILE.replace("Mirepoix", "Orgeix-l’Église").getBytes(StandardCharsets.UTF_16);
    assertThat(english(AnswerFiles.read(latin, referential)))
        .containsExactly("This file is not UTF-8 text: save it in that encoding.");
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(english(read("answers: " + "[".repeat(100_000))))
        .anySatisfy(line -> assertThat(line).contains("so many nested levels"));
  }

  @Test
  void manyFaultsAreNotListedWithoutEnd() {
    StringBuilder file = new StringBuilder(FILE.replace(FILE.substring(FILE.indexOf("plan:")), ""));
    for (int i = 0; i < 20_000; i++) {
      file.append("  doors.x").append(i).append(": yes\n");
    }
    assertThat(read(file.toString()).findings()).hasSizeLessThanOrEqualTo(500);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void templatesAreReadAsAllUnknown(Language language) {
    for (Depth depth : Depth.values()) {
      String template = AnswerFiles.template(referential, depth, language);
      Reading reading = read(template);
      AnswerFile file = usable(reading);
      assertThat(reading.findings()).isEmpty();
      assertThat(file.sheet().depth()).isEqualTo(depth);
      assertThat(file.sheet().answers())
          .hasSize((int) referential.questions(depth).count())
          .allSatisfy((id, answer) -> assertThat(answer).isEqualTo(Answer.UNKNOWN));
      assertThat(template.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
    }
    String full = AnswerFiles.template(referential, Depth.FULL, language);
    assertThat(full)
        .contains(language == Language.FR ? "# Avez-vous une copie\u202f?" : "# Is there a copy?")
        .contains(
            language == Language.FR
                ? "# Seulement si copies.exist = some ou mieux"
                : "# Only if copies.exist = some or better");
  }

  @Test
  void whatIsWrittenIsReadBack() {
    RandomSheets sheets = new RandomSheets(Seed.random());
    String awkward = "tab\t \"quotes\" \\ back: # no comment {}\u00a0’ é\nnew line 'x'";
    Wishes wishes =
        new Wishes(
            Set.of("copies.make", "copies.try"),
            Map.of("doors.buy-locks", awkward),
            Set.of(),
            Optional.of(new Money(1_234_56)),
            Optional.of(12.25));
    AssessedBody body =
        new AssessedBody(awkward, Optional.empty(), BodyForm.CARE_HOME, Optional.of(12));
    for (int i = 0; i < 500; i++) {
      AnswerSheet sheet =
          sheets
              .next(referential)
              .with(
                  "doors.hatch",
                  new Answer.Given(
                      "shut",
                      new Evidence(
                          EvidenceLevel.DECLARED, Optional.empty(), Optional.empty(), awkward)));
      AnswerFile file = new AnswerFile(referential.version(), body, sheet, wishes);
      AnswerFile back = usable(read(AnswerFiles.write(file, referential, Language.FR)));
      assertThat(back.body()).isEqualTo(body);
      assertThat(back.wishes()).isEqualTo(wishes);
      for (String id : referential.questions().keySet()) {
        assertThat(back.sheet().answer(id)).as("seed %d", Seed.value()).isEqualTo(sheet.answer(id));
      }
    }
  }
}
