package fr.bastide.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Evaluation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.Samples;
import fr.bastide.telemetry.Logsource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values of the Sigma rules specification: escapes, lists, maps, null and empty, keywords.
class ValuesTest {

  /// A value between single quotes, what the field holds, whether that matches.
  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          C:\\Windows¦C:\\Windows¦true
          C:\\\\Windows¦C:\\Windows¦true
          a*c¦abbc¦true
          a*c¦ac¦true
          a?c¦abc¦true
          a?c¦ac¦false
          a\\*c¦a*c¦true
          a\\*c¦abc¦false
          a\\?c¦a?c¦true
          a\\?c¦abc¦false
          a\\\\*c¦a\\xyc¦true
          a\\\\*c¦a*c¦false
          a\\\\\\*c¦a\\*c¦true
          a\\\\\\*c¦a\\xc¦false
          a\\\\\\b¦a\\\\b¦true
          a\\\\\\\\b¦a\\\\b¦true
          a\\b¦a\\b¦true
          ends\\¦ends\\¦true
          *¦anything¦true
          ?¦é¦true
          ?¦😀¦true
          ??¦😀¦false
          **a**¦bab¦true
          """)
  void escapes(String value, String found, boolean matches) {
    Rule rule = Samples.rule("selection:\n  f: '" + value + "'\ncondition: selection");

    assertThat(Evaluation.matches(rule, Samples.event("f", found))).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "null, false, true, true",
    "~, false, true, true",
    "'''''', true, false, false",
    "'''null''', false, false, false",
    "'[null, '''']', true, true, true",
    "'''*''', true, false, false"
  })
  void emptyNullAndAbsentAreThree(String value, boolean empty, boolean isNull, boolean absent) {
    Rule rule = Samples.rule("selection:\n  f: " + value + "\ncondition: selection");

    assertThat(Evaluation.matches(rule, Samples.event("f", ""))).isEqualTo(empty);
    assertThat(Evaluation.matches(rule, Samples.event("f", "<null>"))).isEqualTo(isNull);
    assertThat(Evaluation.matches(rule, Samples.event("g", "x"))).isEqualTo(absent);
  }

  @Test
  void existsAsksForThePresenceAlone() {
    Rule rule = Samples.rule("selection:\n  f|exists: true\ncondition: selection");

    assertThat(Evaluation.matches(rule, Samples.event("f", ""))).isTrue();
    assertThat(Evaluation.matches(rule, Samples.event("f", "<null>"))).isTrue();
    assertThat(Evaluation.matches(rule, Samples.event("g", ""))).isFalse();
  }

  @Test
  void mapsAreAndListsAreOr() {
    Rule rule =
        Samples.rule(
            """
            selection:
              - f: a
                g: [b, c]
              - h: d
            condition: selection
            """);

    assertThat(Evaluation.matches(rule, Samples.event("f", "a", "g", "c"))).isTrue();
    assertThat(Evaluation.matches(rule, Samples.event("f", "a"))).isFalse();
    assertThat(Evaluation.matches(rule, Samples.event("h", "d"))).isTrue();
  }

  @Test
  void oneValueOfSeveralIsEnough() {
    Rule rule = Samples.rule("selection:\n  f: b\ncondition: selection");

    assertThat(Evaluation.matches(rule, Samples.event("f", "a", "f", "b"))).isTrue();
    assertThat(Evaluation.matches(rule, Samples.event("f", "a", "f", "c"))).isFalse();
  }

  @Test
  void keywordsStandAnywhere() {
    Rule any = Samples.rule("keywords:\n  - 'evil*vice'\n  - 42\ncondition: keywords");
    Rule all = Samples.rule("keywords:\n  '|all':\n    - one\n    - two\ncondition: keywords");
    Rule regex = Samples.rule("keywords:\n  '|re': 'o.e'\ncondition: keywords");
    Rule one = Samples.rule("keywords: evil\ncondition: keywords");
    Rule cased = Samples.rule("keywords:\n  '|cased': Evil\ncondition: keywords");

    assertThat(Evaluation.matches(any, Samples.event("f", "the EVILSERVICE!"))).isTrue();
    assertThat(Evaluation.matches(any, Samples.event("f", "a42b"))).isTrue();
    assertThat(Evaluation.matches(any, Samples.event("f", "good"))).isFalse();
    assertThat(Evaluation.matches(all, Samples.event("f", "one", "g", "two"))).isTrue();
    assertThat(Evaluation.matches(all, Samples.event("f", "one", "g", "three"))).isFalse();
    assertThat(Evaluation.matches(regex, Samples.event("f", "xonex"))).isTrue();
    assertThat(Evaluation.matches(one, Samples.event("f", "xEVILx"))).isTrue();
    assertThat(Evaluation.matches(cased, Samples.event("f", "xEVILx"))).isFalse();
    assertThat(Evaluation.matches(cased, Samples.event("f", "xEvilx"))).isTrue();
  }

  @Test
  void aKeywordMayStandInTheRecordOnly() {
    Rule rule = Samples.rule("keywords: 'name value'\ncondition: keywords");

    // The record of a sample is its names and values with blanks between.
    assertThat(Evaluation.matches(rule, Samples.event("name", "value"))).isTrue();
  }

  @Test
  void whereTheEventComesFromCounts() {
    Rule rule = Samples.rule("selection:\n  f: a\ncondition: selection");
    var elsewhere = List.of(new Logsource("linux", "process_creation", ""));

    assertThat(Evaluation.matches(rule, Samples.event(elsewhere, "f", "a"))).isFalse();
    assertThat(Evaluation.holds(rule.condition(), Samples.event(elsewhere, "f", "a"))).isTrue();
  }
}
