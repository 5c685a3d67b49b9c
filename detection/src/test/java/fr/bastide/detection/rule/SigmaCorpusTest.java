package fr.bastide.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The public rules of the field: every live one is taken, but for placeholders without a value.
class SigmaCorpusTest {

  private static final Path CORPUS = Path.of("../../shared/corpora/detect/sigma-rules");
  private static final List<String> LIVE =
      List.of("rules", "rules-compliance", "rules-emerging-threats", "rules-threat-hunting");

  private static RuleLibrary read(List<String> folders) {
    Assumptions.assumeTrue(
        Files.isDirectory(CORPUS), "skipped: no corpus at " + CORPUS.toAbsolutePath().normalize());
    return new RuleReader().read(folders.stream().map(CORPUS::resolve).toList());
  }

  @Test
  void everyLiveRuleIsTaken() {
    RuleLibrary library = read(LIVE);

    assertThat(library.files()).isEqualTo(3_757);
    assertThat(library.book().rules()).hasSize(3_755);
    assertThat(library.book().refusals())
        .hasSize(2)
        .allSatisfy(refusal -> {
          assertThat(refusal.reason().en()).contains("%known_cdcs% has no value");
          assertThat(refusal.place().line()).isPositive();
        });
  }

  @Test
  void everyRuleKnowsWhatItAsksFor() {
    for (Rule rule : read(LIVE).book().rules()) {
      assertThat(rule.info().author()).as(rule.info().title()).isNotEmpty();
      assertThat(rule.asked()).isSorted();
    }
  }

  @Test
  void rulesWithPlaceholdersAreRefusedByName() {
    RuleLibrary library = read(List.of("rules-placeholder"));

    assertThat(library.book().refusals()).hasSize(23);
    assertThat(library.book().refusals())
        .allSatisfy(refusal -> assertThat(refusal.reason().fr()).contains("n’a pas de valeur"));
  }

  @Test
  void retiredRulesAreTakenOrSayWhyNot() {
    RuleLibrary library = read(List.of("deprecated", "unsupported"));
    RuleLibrary all =
        new RuleReader()
            .withRetired()
            .read(Stream.of("deprecated", "unsupported").map(CORPUS::resolve).toList());

    assertThat(library.retired()).hasSizeGreaterThan(240);
    assertThat(all.book().rules()).hasSizeGreaterThan(200);
    assertThat(all.book().correlations()).hasSizeGreaterThan(30);
    assertThat(all.book().refusals())
        .allSatisfy(refusal -> assertThat(refusal.place().line()).isPositive());
  }
}
