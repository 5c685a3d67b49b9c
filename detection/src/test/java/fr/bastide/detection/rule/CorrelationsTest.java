package fr.bastide.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Matcher;
import fr.bastide.detection.RuleBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Correlation documents (Sigma correlation rules specification) and the old counting syntax.
class CorrelationsTest {

  private static final String RULES =
      """
      title: Failed logon
      id: aaaa
      name: failed
      logsource: {product: windows, service: security}
      detection: {s: {EventID: 4625}, condition: s}
      ---
      title: Logon
      id: bbbb
      name: logon
      logsource: {product: windows, service: security}
      detection: {s: {EventID: 4624}, condition: s}
      ---
      """;

  private static RuleBook read(String yaml) {
    return new RuleReader().readText("c.yml", RULES + yaml).book();
  }

  private static String correlation(String id, String section) {
    return "title: " + id + "\nid: " + id + "\nlevel: high\ncorrelation:\n" + section.indent(2);
  }

  @Test
  void everythingIsRead() {
    RuleBook book =
        read(
            correlation(
                    "many",
                    """
                    type: value_count
                    rules: [failed, bbbb]
                    group-by: [source, Computer]
                    timespan: 90m
                    aliases:
                      source: {failed: IpAddress, bbbb: WorkstationName}
                    condition: {field: TargetUserName, gt: 100, lte: 200}
                    """)
                + "generate: true\n");

    assertThat(book.refusals()).isEmpty();
    Correlation read = book.correlations().getFirst();
    assertThat(read.kind()).isEqualTo(Correlation.Kind.VALUE_COUNT);
    assertThat(read.rules()).containsExactly("aaaa", "bbbb");
    assertThat(read.groupBy()).containsExactly("source", "Computer");
    assertThat(read.span()).isEqualTo(Duration.ofMinutes(90));
    assertThat(read.aliases())
        .isEqualTo(Map.of("source", Map.of("aaaa", "IpAddress", "bbbb", "WorkstationName")));
    assertThat(read.field()).isEqualTo("TargetUserName");
    assertThat(read.thresholds())
        .containsExactly(
            new Correlation.Threshold(Matcher.Comparison.MORE, new BigDecimal("100")),
            new Correlation.Threshold(Matcher.Comparison.AT_MOST, new BigDecimal("200")));
    assertThat(read.generate()).isTrue();
  }

  @Test
  void neqIsRead() {
    RuleBook book =
        read(
            correlation(
                "many",
                """
                type: event_count
                rules: [failed]
                timespan: 1h
                condition: {gte: 3, neq: 7}
                """));

    assertThat(book.refusals()).isEmpty();
    assertThat(book.correlations().getFirst().thresholds())
        .containsExactly(
            new Correlation.Threshold(Matcher.Comparison.AT_LEAST, new BigDecimal("3")),
            new Correlation.Threshold(Matcher.Comparison.UNEQUAL, new BigDecimal("7")));
  }

  @ParameterizedTest
  @CsvSource({
    "10s, PT10S",
    "5m, PT5M",
    "2h, PT2H",
    "1d, PT24H",
    "1w, PT168H",
    "1M, PT720H",
    "1y, PT8760H"
  })
  void spans(String written, Duration span) {
    RuleBook book =
        read(
            correlation(
                "c",
                "type: temporal\nrules: [failed, logon]\ngroup-by: [User]\ntimespan: " + written));

    assertThat(book.refusals()).isEmpty();
    assertThat(book.correlations().getFirst().span()).isEqualTo(span);
    assertThat(book.correlations().getFirst().thresholds()).isEmpty();
    assertThat(book.correlations().getFirst().generate()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          type: events¦no type 'events'
          rules: [nobody]¦No rule that was taken is 'nobody'
          rules: []¦No rule is named
          rules: [{a: b}]¦by its id or its name
          timespan: 10¦cannot be read
          timespan: 0s¦cannot be read
          timespan: 10x¦cannot be read
          timespan: 99999999999999999999s¦cannot be read
          timespan: -1s¦cannot be read
          condition: {about: 5}¦no condition of a correlation
          condition: {gte: many}¦no decimal number
          condition: {}¦threshold is missing
          condition: failed and logon¦threshold, for example
          type: value_count¦'field' is missing
          generate: maybe¦true or false
          aliases: {a: {nobody: f}}¦No rule that was taken
          """)
  void refuses(String line, String reason) {
    String section = "type: event_count\nrules: [failed]\ntimespan: 1h\ncondition: {gte: 5}\n";
    String key = line.substring(0, line.indexOf(':') + 1);
    String others =
        String.join("\n", section.lines().filter(written -> !written.startsWith(key)).toList());

    RuleBook book = read(correlation("c", others + "\n" + line));

    assertThat(book.correlations()).isEmpty();
    assertThat(book.refusals()).hasSize(1);
    assertThat(book.refusals().getFirst().reason().en()).contains(reason);
    assertThat(book.refusals().getFirst().place().line()).isGreaterThan(12);
  }

  @ParameterizedTest
  @CsvSource({
    "failed and logon, true, ''", "logon AND failed, true, ''", "failed or logon, true, 1",
    "failed and not logon, false, ''", "failed, false, ''", "failed and logon or failed, false, ''"
  })
  void conditionsInWords(String condition, boolean taken, String least) {
    RuleBook book =
        read(
            correlation(
                "c",
                "type: temporal\nrules: [failed, logon]\ntimespan: 1h\ncondition: " + condition));

    assertThat(book.correlations()).hasSize(taken ? 1 : 0);
    assertThat(book.refusals()).hasSize(taken ? 0 : 1);
    if (taken) {
      assertThat(book.correlations().getFirst().thresholds()).hasSize(least.length());
    }
  }

  @Test
  void correlationsOfCorrelationsComeAfterThoseTheyLookAt() {
    String outer = "type: temporal_ordered\nrules: [inner, logon]\ntimespan: 1h";
    String inner = "type: event_count\nrules: [failed]\ntimespan: 5m\ncondition: {gte: 10}";

    RuleBook book =
        read(correlation("outer", outer) + "---\nname: inner\n" + correlation("in", inner));

    assertThat(book.refusals()).isEmpty();
    assertThat(book.correlations())
        .extracting(correlation -> correlation.info().id())
        .containsExactly("in", "outer");
    assertThat(book.correlations().getLast().rules()).containsExactly("in", "bbbb");
  }

  @Test
  void circlesAreNamed() {
    StringBuilder yaml = new StringBuilder();
    for (String[] link :
        List.of(
            new String[] {"x", "y"},
            new String[] {"y", "z"},
            new String[] {"z", "x"},
            new String[] {"in", "x"},
            new String[] {"self", "self"})) {
      yaml.append(correlation(link[0], "type: temporal\nrules: [" + link[1] + "]\ntimespan: 1h"))
          .append("---\n");
    }

    RuleBook book = read(yaml.toString());

    assertThat(book.correlations()).isEmpty();
    assertThat(book.refusals()).hasSize(5);
    assertThat(book.refusals().get(0).reason().en()).contains("x → y → z → x");
    assertThat(book.refusals().get(3).reason().fr()).contains("x → y → z → x");
    assertThat(book.refusals().get(4).reason().en()).contains("self → self");
  }

  @Test
  void whatLooksAtARefusedCorrelationIsRefused() {
    String bad = "type: temporal\nrules: [nobody]\ntimespan: 1h";
    String above = "type: temporal\nrules: [bad, logon]\ntimespan: 1h";

    RuleBook book = read(correlation("bad", bad) + "---\n" + correlation("above", above));

    assertThat(book.correlations()).isEmpty();
    assertThat(book.refusals()).hasSize(2);
  }

  @Test
  void anAmbiguousNameIsNoName() {
    String again =
        "title: x\n"
            + "id: cccc\n"
            + "name: failed\n"
            + "logsource: {}\n"
            + "detection: {s: {a: 1}, condition: s}\n"
            + "---\n";
    String section = "type: temporal\nrules: [failed]\ntimespan: 1h";

    RuleBook book = read(again + correlation("c", section));

    assertThat(book.rules()).hasSize(3);
    assertThat(book.refusals().getFirst().reason().en()).contains("Several rules are named");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          count() by src_ip > 50¦EVENT_COUNT¦MORE¦50
          count() > 5¦EVENT_COUNT¦MORE¦5
          count(User) by Host, Domain >= 10¦VALUE_COUNT¦AT_LEAST¦10
          sum(size) by src_ip > 300000¦VALUE_SUM¦MORE¦300000
          avg(size) = 3¦VALUE_AVG¦EQUAL¦3
          """)
  void oldCountingBecomesACorrelation(
      String text, Correlation.Kind kind, Matcher.Comparison comparison, BigDecimal number) {
    RuleBook book = old(text, "  timeframe: 5m\n");

    assertThat(book.refusals()).isEmpty();
    Correlation counted = book.correlations().getFirst();
    assertThat(counted.kind()).isEqualTo(kind);
    assertThat(counted.thresholds()).containsExactly(new Correlation.Threshold(comparison, number));
    assertThat(counted.span()).isEqualTo(Duration.ofMinutes(5));
    assertThat(counted.rules()).containsExactly("old#events");
    assertThat(book.rules().getLast().info().id()).isEqualTo("old#events");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          count() by TaskName < 5
          near other
          count( > 5
          count() by > 5
          count() > many
          max(x) > 5
          count() > 5 or
          """)
  void oldSyntaxWithoutExactMeaningIsRefused(String text) {
    RuleBook book = old(text, "  timeframe: 5m\n");

    assertThat(book.correlations()).isEmpty();
    assertThat(book.refusals()).hasSize(1);
    assertThat(book.refusals().getFirst().reason().en()).contains("correlation rule");
  }

  private static RuleBook old(String text, String timeframe) {
    return read(
        "title: old\nid: old\nlogsource: {}\ndetection:\n  s: {a: 1}\n"
            + timeframe
            + "  condition: s | "
            + text);
  }
}
