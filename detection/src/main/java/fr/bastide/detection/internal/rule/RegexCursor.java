package fr.bastide.detection.internal.rule;

/// Where the reading of a regular expression stands.
final class RegexCursor {

  private final String text;
  private final int line;
  private int at;

  RegexCursor(String text, int line) {
    this.text = text;
    this.line = line;
  }

  boolean more() {
    return at < text.length();
  }

  /// Whether what follows begins with this.
  boolean sees(String expected) {
    return text.startsWith(expected, at);
  }

  /// Passes over what follows if it begins with this.
  boolean takes(String expected) {
    if (!sees(expected)) {
      return false;
    }
    at += expected.length();
    return true;
  }

  /// The next code point, passed over.
  int next() throws Refused {
    if (!more()) {
      throw refuse(
          "elle s’arrête trop tôt",
          "complétez-la, ou doublez la barre inverse finale",
          "it stops too early",
          "complete it, or double the last backslash");
    }
    int point = text.codePointAt(at);
    at += Character.charCount(point);
    return point;
  }

  /// The next code point; -1 at the end.
  int peek() {
    return more() ? text.codePointAt(at) : -1;
  }

  /// What stands before this text, which is passed over too.
  String until(String end) throws Refused {
    int found = text.indexOf(end, at);
    if (found < 0) {
      throw refuse(
          "il manque «\u00a0" + end + "\u00a0»",
          "ajoutez-le",
          "'" + end + "' is missing",
          "add it");
    }
    String before = text.substring(at, found);
    at = found + end.length();
    return before;
  }

  /// Passes over the rest of the line.
  void line() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end + 1;
  }

  /// What is left, passed over.
  String rest() {
    String rest = text.substring(at);
    at = text.length();
    return rest;
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  /// A decimal number of at most four digits; -1 when none stands here.
  int number() {
    int from = at;
    int value = 0;
    while (more() && at - from < 5 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = 10 * value + (text.charAt(at++) - '0');
    }
    return at == from ? -1 : value;
  }

  /// A refusal of the expression: what is wrong with it and what would mend it.
  Refused refuse(String fr, String mendFr, String en, String mendEn) {
    return new Refused(
        line,
        "Cette expression régulière ne se traduit pas\u00a0: " + fr + "\u202f; " + mendFr + ".",
        "This regular expression cannot be translated: " + en + "; " + mendEn + ".");
  }

  /// A refusal of something that linear-time matching does not know.
  Refused unsupported(String construct) {
    String shown = Refused.clip(construct);
    return refuse(
        "«\u00a0" + shown + "\u00a0» n’existe pas en temps linéaire",
        "récrivez-la sans, au besoin en plusieurs sélections",
        "'" + shown + "' does not exist in linear time",
        "write it without, in several selections if need be");
  }
}
