package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Matcher;
import fr.bastide.detection.RuleInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The counting that old rules wrote after `|` in their condition, as a correlation where that says
/// the same: `count(field) by group > n` within `timeframe`.
final class Aggregation {

  /// What is added to the id of the rule whose events are counted.
  static final String EVENTS = "#events";

  private final String text;
  private final int line;
  private int at;

  private Aggregation(String text, int line) {
    this.text = text;
    this.line = line;
  }

  /// @param section the section `detection`, for its `timeframe`
  static CorrelationDraft read(Detection.Result detection, Fields section, RuleInfo info)
      throws Refused {
    if (!section.has("timeframe")) {
      throw new Refused(
          detection.line(),
          "Compter demande une durée\u00a0: ajoutez «\u00a0timeframe\u00a0» à la détection, ou "
              + "écrivez une corrélation.",
          "Counting needs a time span: add 'timeframe' to the detection, or write a correlation.");
    }
    return new Aggregation(detection.aggregation(), detection.line())
        .read(info, section.need("timeframe"));
  }

  static Refused refused(int line) {
    return new Refused(
        line,
        "Cette ancienne écriture après «\u00a0|\u00a0» n’a pas d’équivalent exact\u00a0: écrivez "
            + "une règle de corrélation.",
        "This old syntax after '|' has no exact equivalent: write a correlation rule.");
  }

  private CorrelationDraft read(RuleInfo info, Yaml timeframe) throws Refused {
    String function = word();
    expect('(');
    String field = word();
    expect(')');
    List<String> groups = groups();
    Matcher.Comparison comparison = comparison();
    BigDecimal number = Decimals.parse(word()).orElseThrow(() -> refused(line));
    blanks();
    if (at < text.length()) {
      throw refused(line);
    }
    return new CorrelationDraft(
        info,
        kind(function, field),
        List.of(new Reference(info.id() + EVENTS, line)),
        groups,
        Map.of(),
        Timespan.parse(timeframe),
        new CorrelationCondition(field, 50, List.of(new Correlation.Threshold(comparison, number))),
        false);
  }

  private Correlation.Kind kind(String function, String field) throws Refused {
    String name = function.toLowerCase(Locale.ROOT);
    if (name.equals("count")) {
      return field.isEmpty() ? Correlation.Kind.EVENT_COUNT : Correlation.Kind.VALUE_COUNT;
    }
    if (name.equals("sum") && !field.isEmpty()) {
      return Correlation.Kind.VALUE_SUM;
    }
    if (name.equals("avg") && !field.isEmpty()) {
      return Correlation.Kind.VALUE_AVG;
    }
    throw refused(line);
  }

  private List<String> groups() throws Refused {
    List<String> groups = new ArrayList<>();
    int before = at;
    if (!word().equalsIgnoreCase("by")) {
      at = before;
      return groups;
    }
    do {
      groups.add(word());
      blanks();
    } while (at < text.length() && text.charAt(at) == ',' && at++ >= 0);
    if (groups.contains("")) {
      throw refused(line);
    }
    return groups;
  }

  /// A count that must stay low is never sure while events still come: only `>`, `>=`, `=`.
  private Matcher.Comparison comparison() throws Refused {
    blanks();
    if (text.startsWith(">=", at)) {
      at += 2;
      return Matcher.Comparison.AT_LEAST;
    }
    if (text.startsWith(">", at)) {
      at++;
      return Matcher.Comparison.MORE;
    }
    if (text.startsWith("=", at)) {
      at += text.startsWith("==", at) ? 2 : 1;
      return Matcher.Comparison.EQUAL;
    }
    throw refused(line);
  }

  private void expect(char c) throws Refused {
    blanks();
    if (at >= text.length() || text.charAt(at) != c) {
      throw refused(line);
    }
    at++;
  }

  private String word() {
    blanks();
    int from = at;
    while (at < text.length() && !ends(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private static boolean ends(char c) {
    return Character.isWhitespace(c) || "(),<>=!|".indexOf(c) >= 0;
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
