package fr.bastide.detection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.Language;
import fr.bastide.telemetry.Logsource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

  private static final Rule RULE =
      Samples.rule(
          """
          selection:
            Image|endswith: '\\whoami.exe'
            CommandLine|contains|all: [' /all', 'priv']
          filter: {User: SYSTEM}
          condition: selection and not filter
          """);

  @Test
  void whatFailedAndWhatStoodThere() {
    Explanation explanation =
        Explanation.explain(
            RULE,
            Samples.event(
                "Image", "C:\\whoami.exe", "CommandLine", "whoami /all\n", "User", "bob"));

    assertThat(explanation.holds()).isFalse();
    assertThat(explanation.render(Language.EN))
        .isEqualTo(
            """
            - rule 'Sample'
              + logs wanted: windows/process_creation; the event comes from: [windows/process_creation/sysmon]
              - all of this
                - selection 'selection'
                  - all of this
                    + Image ends with '\\whoami.exe'; found: C:\\whoami.exe
                    - all of this
                      + CommandLine contains ' /all'; found: whoami /all\s
                      - CommandLine contains 'priv'; found: whoami /all\s
                + not this
                  - selection 'filter'
                    - User is 'SYSTEM'; found: bob
            """);
    assertThat(explanation.render(Language.FR)).contains("- CommandLine contient «\u00a0priv");
  }

  @Test
  void itHoldsWhenTheRuleMatches() {
    var event = Samples.event("Image", "x\\whoami.exe", "CommandLine", "whoami /all /priv");
    var elsewhere =
        Samples.event(
            List.of(Logsource.ANY), "Image", "x\\whoami.exe", "CommandLine", "whoami /all /priv");

    assertThat(Explanation.explain(RULE, event).holds()).isTrue();
    assertThat(Explanation.explain(RULE, event).render(Language.EN)).contains("found: nothing");
    assertThat(Explanation.explain(RULE, elsewhere).holds()).isFalse();
  }

  @Test
  void longListsAreShortened() {
    StringBuilder values = new StringBuilder("s:\n  f:\n");
    for (int i = 0; i < 100; i++) {
      values.append("    - v").append(i).append('\n');
    }
    Rule rule = Samples.rule(values + "condition: s");

    String none =
        Explanation.explain(rule, Samples.event("f", "x".repeat(500))).render(Language.FR);
    String one = Explanation.explain(rule, Samples.event("f", "v50")).render(Language.FR);

    assertThat(none.lines()).hasSize(11);
    assertThat(none).contains("… 94");
    assertThat(none.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(250));
    assertThat(one).contains("+ f vaut «\u00a0v50\u00a0»").contains("… 99");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          a|re: x¦a contains the expression x
          b|cidr: 10.1.0.0/16¦b is an address of 10.1.0.0/16
          b|cidr: 'fe80::/10'¦b is an address of fe80:0000:0000:0000:0000:0000:0000:0000/10
          c|gt: 5¦c is > 5
          d|exists: true¦d is there
          d|exists: false¦d is not there
          e: null¦e is absent or null
          f|fieldref|startswith: g¦f starts with what is in g
          f|fieldref: g¦f is the same as g
          h|hour|lte: 6¦h is a date whose hour ≤ 6
          i|cased: 'A?b'¦i looks like 'A?b' (exact case)
          j: ''¦j is ''
          k|startswith: l¦k starts with 'l'
          '|all': word¦the event contains 'word'
          """)
  void everyMatcherHasItsWords(String line, String words) {
    Rule rule = Samples.rule("s:\n  " + line + "\ncondition: s");

    assertThat(Explanation.explain(rule, Samples.event("a", "b")).render(Language.EN))
        .contains(words);
  }
}
