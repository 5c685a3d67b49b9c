package fr.bastide.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Evaluation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleBook;
import fr.bastide.detection.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Filters (Sigma filters specification 2.1.0): a rule does not fire on what they suppress.
class FiltersTest {

  private static final String RULE =
      Samples.yaml("selection: {Image|endswith: whoami.exe}\ncondition: selection");

  private static RuleBook read(String rules, String logsource, String condition) {
    String filter =
        """
        ---
        title: Administrators
        logsource: %s
        filter:
          rules: %s
          selection: {User|startswith: adm_}
          other: {User: root}
          condition: %s
        """
            .formatted(logsource, rules, condition);
    return new RuleReader().readText("f.yml", RULE + filter).book();
  }

  /// The specification writes what to suppress; others write what to keep, made of negations alone.
  @ParameterizedTest
  @CsvSource({
    "selection, adm_x, false",
    "selection, bob, true",
    "not selection, adm_x, false",
    "not selection, bob, true",
    "1 of them, root, false",
    "not selection and not other, root, false",
    "not 1 of them, bob, true",
    "selection and not other, adm_x, false"
  })
  void suppress(String condition, String user, boolean matches) {
    RuleBook book =
        read(
            "[11111111-2222-4333-8444-555555555555]",
            "{product: windows, category: process_creation}",
            condition);

    assertThat(book.refusals()).isEmpty();
    Rule rule = book.rules().getFirst();
    assertThat(Evaluation.matches(rule, Samples.event("Image", "C:\\whoami.exe", "User", user)))
        .isEqualTo(matches);
    assertThat(rule.asked()).containsExactly("Image", "User");
  }

  @Test
  void anyMeansEveryRuleOfTheLogsource() {
    RuleBook here = read("any", "{product: windows}", "selection");
    RuleBook elsewhere = read("any", "{product: linux}", "selection");

    assertThat(here.rules().getFirst().asked()).contains("User");
    assertThat(elsewhere.rules().getFirst().asked()).doesNotContain("User");
    assertThat(elsewhere.refusals()).isEmpty();
  }

  @Test
  void aRuleThatIsNotThereIsTold() {
    RuleBook book = read("[nobody]", "{product: windows}", "selection");

    assertThat(book.rules()).hasSize(1);
    assertThat(book.refusals().getFirst().reason().en()).contains("'nobody'");
    assertThat(book.refusals().getFirst().place()).hasToString("f.yml:13");
  }

  @Test
  void aRuleOfOtherLogsIsTold() {
    RuleBook book = read("[11111111-2222-4333-8444-555555555555]", "{product: linux}", "selection");

    assertThat(book.rules().getFirst().asked()).doesNotContain("User");
    assertThat(book.refusals().getFirst().reason().en()).contains("logsources agree");
  }
}
