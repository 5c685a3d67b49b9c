package fr.bastide.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Evaluation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Conditions of the Sigma rules specification.
class ConditionsTest {

  private static final String SELECTIONS =
      """
      sel_a: {a: 1}
      sel_b: {b: 1}
      sel_c: {c: 1}
      filter: {d: 1}
      _hidden: {e: 1}
      """;

  /// A condition, the fields that are there, whether that matches.
  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          sel_a¦a¦true
          sel_a or sel_b and sel_c¦a¦true
          (sel_a or sel_b) and sel_c¦a¦false
          (sel_a or sel_b) and sel_c¦bc¦true
          not sel_a¦b¦true
          not not sel_a¦a¦true
          not sel_a and sel_b¦b¦true
          not (sel_a and sel_b)¦a¦true
          NOT sel_a AND (sel_b OR sel_c)¦c¦true
          1 of sel_*¦c¦true
          1 of sel_*¦d¦false
          any of sel_*¦b¦true
          all of sel_*¦abc¦true
          all of sel_*¦ab¦false
          2 of sel_*¦ac¦true
          2 of sel_*¦a¦false
          1 of sel_a¦a¦true
          1 of them¦e¦false
          1 of them¦d¦true
          all of them¦abcd¦true
          1 of _*¦e¦true
          1 of *a¦a¦true
          1 of *l*¦e¦false
          1 of sel_* and not 1 of filter*¦ad¦false
          1 of sel_* and not 1 of filter*¦a¦true
          ((sel_a))¦a¦true
          sel_a and(sel_b or sel_c)¦ac¦true
          [sel_a, sel_b and sel_c]¦bc¦true
          [sel_a, sel_b and sel_c]¦b¦false
          """)
  void means(String condition, String fields, boolean matches) {
    Rule rule = Samples.rule(SELECTIONS + "condition: " + condition);
    List<String> there = new ArrayList<>();
    fields.chars().forEach(c -> there.addAll(List.of(Character.toString(c), "1")));

    assertThat(Evaluation.matches(rule, Samples.event(there.toArray(String[]::new))))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          sel_x¦names 'sel_x'
          sel_a sel_b¦'sel_b' is out of place
          sel_a and¦stops too early
          (sel_a¦not closed
          sel_a)¦')' is out of place
          and sel_a¦'and' is out of place
          1 of none*¦names 'none*'
          4 of sel_*¦from 1 to 3
          0 of sel_*¦from 1 to 3
          some of sel_*¦from 1 to 3
          1 of¦stops too early
          ''¦stops too early
          []¦is empty
          {a: b}¦must be a text
          sel_a | near sel_b¦add 'timeframe'
          [sel_a | count() > 5]¦old syntax
          """)
  void refuses(String condition, String reason) {
    var refusal = Samples.refusal(SELECTIONS + "condition: " + condition);

    assertThat(refusal.reason().en()).contains(reason);
    assertThat(refusal.place()).hasToString("sample.yml:12");
    assertThat(refusal.title()).isEqualTo("Sample");
  }

  @Test
  void depthIsBounded() {
    String deep = "(".repeat(100_000) + "sel_a" + ")".repeat(100_000);
    assertThat(Samples.refusal(SELECTIONS + "condition: " + deep).reason().en())
        .contains("too long");
    String less = "(".repeat(20_000) + "sel_a" + ")".repeat(20_000);
    assertThat(Samples.refusal(SELECTIONS + "condition: " + less).reason().en()).contains("nested");
    String negations = "not ".repeat(10_001) + "sel_a";
    assertThat(
            Evaluation.matches(
                Samples.rule(SELECTIONS + "condition: " + negations), Samples.event("b", "1")))
        .isTrue();
  }

  @Test
  void repetitionIsBounded() {
    StringBuilder values = new StringBuilder("sel_a:\n  a:\n");
    for (int i = 0; i < 2_000; i++) {
      values.append("    - v").append(i).append('\n');
    }
    String condition = "condition: sel_a" + " or sel_a".repeat(3_000);

    assertThat(Samples.refusal(values + condition).reason().en()).contains("too many values");
  }
}
