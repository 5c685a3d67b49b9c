package fr.bastide.detection.internal.rule;

import fr.bastide.detection.TextPattern;

/// The escapes and wildcards of a Sigma value (Sigma rules specification, "Escape Character").
final class SigmaText {

  private SigmaText() {}

  /// The pattern a value says: a backslash takes their meaning from `*`, `?` and from another
  /// backslash, and stays itself before anything else.
  static TextPattern parse(String text) {
    PatternBuilder pattern = new PatternBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*') {
        pattern.wildcard(new TextPattern.AnyRun());
      } else if (c == '?') {
        pattern.wildcard(new TextPattern.AnyOne());
      } else if (c == '\\' && i + 1 < text.length() && special(text.charAt(i + 1))) {
        pattern.text(text.charAt(++i));
      } else {
        pattern.text(c);
      }
    }
    return pattern.build();
  }

  private static boolean special(char c) {
    return c == '*' || c == '?' || c == '\\';
  }
}
