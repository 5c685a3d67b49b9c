package fr.bastide.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Refusal;
import fr.bastide.detection.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot be taken says where and why, and what would mend it.
class RefusalsTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          f|contain¦x¦no modifier 'contain'
          f|¦x¦no modifier ''
          f|contains|contains¦x¦is repeated
          f|contains|startswith¦x¦do not go together
          f|re|contains¦x¦do not go together
          f|cidr|all|cased¦1.2.3.0/24¦do not go together
          f|exists|all¦true¦do not go together
          f|neq|all¦[a, b]¦do not go together
          f|gt|contains¦5¦do not go together
          f|hour|cased¦5¦do not go together
          f|i¦x¦goes after 're'
          f|i|re¦x¦goes after 're'
          f|contains|base64¦x¦has no Base64
          f|base64¦x*y¦has no Base64
          f|base64offset¦''¦too short
          f|gt¦five¦no decimal number
          f|lt¦1e99999999¦no decimal number
          f|hour¦24¦goes from 0 to 23
          f|month¦1.5¦goes from 1 to 12
          f|exists¦maybe¦needs true or false
          f|cidr¦10.0.0.0/33¦no network
          f|cidr¦10.0.0¦no network
          f|cidr¦10.*¦no network
          f|fieldref¦''¦other field is missing
          f|contains¦null¦'null' cannot be compared
          f|expand¦'%Nobody%'¦%Nobody% has no value
          f¦[]¦list is empty
          f¦{a: b}¦plain value
          f¦[[a]]¦plain value
          ''¦x¦field name is missing
          '|startswith'¦x¦needs a field
          '|exists'¦true¦needs a field
          f|windash¦' -a -b -c -d -e'¦more than four options
          f|re¦'(a'¦not closed
          f|re¦'a)'¦too many
          f|re¦'*a'¦follows nothing
          f|re¦'(a)\\1'¦'\\1' does not exist in linear time
          f|re¦'a(?=b)c'¦'(?=' does not exist in linear time
          f|re¦'a*+a'¦linear time
          f|re¦'a{2000}'¦over 1,000
          f|re¦'((a{999}){999}){999}'¦too large
          f|re¦'((){98}){99}'¦too large
          f|re¦'(?:a?){999}(?:b?){999}'¦too large
          f|re¦'[b-a]'¦upside down
          f|re¦'[a'¦stops too early
          f|re¦'a\\'¦stops too early
          f|re¦'(?R)'¦linear time
          f|re¦'\\p{Nothing}'¦linear time
          """)
  void ofValues(String key, String value, String reason) {
    Refusal refusal =
        Samples.refusal("selection:\n  " + key + ": " + value + "\ncondition: selection");

    assertThat(refusal.reason().en()).containsIgnoringCase(reason);
    assertThat(refusal.reason().fr()).isNotBlank();
    assertThat(refusal.place()).hasToString("sample.yml:8");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          a: [b¦1¦malformed
          a: &x b¦1¦anchors
          a: *x¦1¦anchors
          a: !!str b¦1¦type tags
          a: 1⏎a: 2¦2¦already there
          ? [a]⏎: b¦1¦compound key
          - a¦1¦no rule
          text¦1¦no rule
          title: x¦1¦neither a rule
          detection: {s: {a: 1}, condition: s}¦1¦title is missing
          title: x⏎detection: {s: {a: 1}, condition: s}¦1¦'logsource' is missing
          title: x⏎logsource: a⏎detection: {s: {a: 1}, condition: s}¦2¦must be a map
          title: x⏎logsource: {}⏎detection: {s: {a: 1}}¦3¦'condition' is missing
          title: x⏎logsource: {}⏎detection: {s: {}, condition: s}¦3¦selection is empty
          title: x⏎logsource: {}⏎detection: {s: [], condition: s}¦3¦selection is empty
          title: x⏎logsource: {}⏎detection: {s: [[a]], condition: s}¦3¦list within a list
          title: x⏎logsource: {}⏎detection: {s: [''], condition: s}¦3¦empty keyword
          title: x⏎level: urgent⏎logsource: {}⏎detection: {s: {a: 1}, condition: s}¦2¦level 'urgent'
          title: [x]⏎logsource: {}⏎detection: {s: {a: 1}, condition: s}¦1¦must be a text
          title: x⏎tags: [{a: b}]⏎logsource: {}⏎detection: {s: {a: 1}, condition: s}¦2¦must be a text
          action: global⏎title: x¦1¦followed by no rule
          title: x⏎bastide: {explanation: {fr: a}}⏎logsource: {}⏎detection: {s: {a: 1}, condition: s}¦2¦complete it
          """)
  void ofDocuments(String yaml, int line, String reason) {
    List<Refusal> refusals =
        new RuleReader().readText("bad.yml", yaml.replace('⏎', '\n')).book().refusals();

    assertThat(refusals).hasSize(1);
    assertThat(refusals.getFirst().reason().en()).contains(reason);
    assertThat(refusals.getFirst().place()).hasToString("bad.yml:" + line);
  }

  @Test
  void ofFilesThatAreNoText() {
    var tooLarge = new RuleFile("large.yml", new byte[50_000_000]);
    var binary = new RuleFile("binary.yml", new byte[] {(byte) 0xC3, 0x28});
    var control = new RuleFile("control.yml", new byte[] {'a', ':', ' ', 0});
    var empty = new RuleFile("empty.yml", new byte[0]);

    var refusals = new RuleReader().readFiles(List.of(tooLarge, binary, control, empty)).book();

    assertThat(refusals.refusals())
        .extracting(refusal -> refusal.place().file())
        .containsExactly("binary.yml", "control.yml", "empty.yml", "large.yml");
  }

  @Test
  void ofBombs() {
    RuleReader reader = new RuleReader();
    String deep = "a: " + "[".repeat(100_000);
    String aliases = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n";
    String flow = "a: {".repeat(20_000);
    String indented = "- ".repeat(50_000);

    for (String yaml : List.of(deep, aliases, flow, indented)) {
      assertThat(reader.readText("bomb.yml", yaml).book().refusals()).hasSize(1);
    }
  }

  @Test
  void aWrongDocumentLosesOnlyItself() {
    String yaml =
        Samples.yaml("s: {a: 1}\ncondition: t") + "---\n" + Samples.yaml("s: {a: 1}\ncondition: s");

    var book = new RuleReader().readText("two.yml", yaml).book();

    assertThat(book.rules()).hasSize(1);
    assertThat(book.refusals()).hasSize(1);
  }

  @Test
  void ofAnIdGivenTwice() {
    String yaml = Samples.yaml("s: {a: 1}\ncondition: s");

    var book =
        new RuleReader()
            .readFiles(List.of(RuleFile.of("one.yml", yaml), RuleFile.of("two.yml", yaml)))
            .book();

    assertThat(book.rules()).hasSize(1);
    assertThat(book.refusals().getFirst().reason().en()).contains("already that of one.yml:1");
    assertThat(book.refusals().getFirst().place()).hasToString("two.yml:1");
  }
}
