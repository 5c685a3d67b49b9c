package fr.bastide.detection.internal.rule;

import java.util.ArrayList;
import java.util.List;

/// The words and parentheses of a condition, and what follows a bar.
///
/// @param words in order
/// @param aggregation the old syntax after `|`; empty when there is none
record ConditionTokens(List<String> words, String aggregation) {

  private static final int MAX_CHARS = 65_536;

  ConditionTokens {
    words = List.copyOf(words);
  }

  static ConditionTokens of(Yaml.Scalar condition) throws Refused {
    String text = condition.text();
    if (text.length() > MAX_CHARS) {
      throw new Refused(
          condition.line(),
          "Cette condition est trop longue\u00a0: faites plusieurs règles.",
          "This condition is too long: make several rules.");
    }
    int bar = text.indexOf('|');
    int end = bar < 0 ? text.length() : bar;
    List<String> words = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= end; i++) {
      char c = i < end ? text.charAt(i) : ' ';
      boolean parenthesis = c == '(' || c == ')';
      boolean separator = parenthesis || Character.isWhitespace(c);
      if (separator && from >= 0) {
        words.add(text.substring(from, i));
        from = -1;
      } else if (!separator && from < 0) {
        from = i;
      }
      if (parenthesis) {
        words.add(c == '(' ? "(" : ")");
      }
    }
    return new ConditionTokens(words, bar < 0 ? "" : text.substring(bar + 1).strip());
  }
}
