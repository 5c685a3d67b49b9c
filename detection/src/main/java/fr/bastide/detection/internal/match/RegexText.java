package fr.bastide.detection.internal.match;

/// A regular expression (RE2 syntax) read from left to right, one character's worth at a time.
///
/// Once it meets what it does not know it is lost: there is then nothing more to read.
final class RegexText {

  /// How often what stands before is repeated.
  record Times(int least, boolean exactly) {}

  private static final char END = '\uFFFF';
  private static final Times ONCE = new Times(1, true);

  private final String text;
  private int at;
  private boolean lost;

  RegexText(String text) {
    this.text = text;
  }

  boolean lost() {
    return lost;
  }

  void lose() {
    lost = true;
  }

  boolean more() {
    return !lost && at < text.length();
  }

  boolean sees(char c) {
    return more() && text.charAt(at) == c;
  }

  boolean sees(String part) {
    return more() && text.startsWith(part, at);
  }

  boolean takes(char c) {
    boolean sees = sees(c);
    at += sees ? 1 : 0;
    return sees;
  }

  /// Takes the next character.
  char next() {
    if (!more()) {
      lost = true;
      return END;
    }
    return text.charAt(at++);
  }

  /// Passes over everything up to the end of this mark.
  void pass(String mark) {
    int end = text.indexOf(mark, at);
    lost |= end < 0;
    at = end + mark.length();
  }

  /// Passes over `?:`, `?i:`, `?P<name>` behind a parenthesis; true when the group is flags alone.
  boolean flagsAlone() {
    if (!sees('?')) {
      return false;
    }
    char c = next();
    while (!lost && c != ':' && c != '>' && c != ')') {
      c = next();
    }
    return c == ')';
  }

  /// The set that a letter behind a backslash stands for, in brackets or outside; [AsciiSet#NONE]
  /// when it may be other than ASCII.
  AsciiSet escaped(char c) {
    return switch (c) {
      case 'd' -> AsciiSet.DIGITS;
      case 's' -> AsciiSet.BLANKS;
      case 'w' -> AsciiSet.WORD;
      case 'D', 'S', 'W' -> AsciiSet.NONE;
      case 'n' -> AsciiSet.of('\n');
      case 'r' -> AsciiSet.of('\r');
      case 't' -> AsciiSet.of('\t');
      case 'f' -> AsciiSet.of('\f');
      case 'v' -> AsciiSet.of('\u000B');
      case 'a' -> AsciiSet.of('\u0007');
      case 'x' -> ascii(hex());
      case 'p', 'P' -> {
        if (next() == '{') {
          pass("}");
        }
        yield AsciiSet.NONE;
      }
      default -> {
        boolean punctuation = c < 0x80 && !Character.isLetterOrDigit(c);
        lost |= !punctuation;
        yield punctuation ? AsciiSet.of(c) : AsciiSet.NONE;
      }
    };
  }

  /// The set of one character; [AsciiSet#NONE] when it is not ASCII.
  static AsciiSet ascii(int point) {
    return point < 0x80 ? AsciiSet.of((char) point) : AsciiSet.NONE;
  }

  /// The code point written behind `\x`.
  private int hex() {
    boolean braced = takes('{');
    int point = 0;
    for (int i = 0; braced ? !sees('}') : i < 2; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0 || i > 6) {
        lost = true;
        return 0;
      }
      point = 16 * point + digit;
    }
    at += braced ? 1 : 0;
    return point;
  }

  /// Passes over the quantifier here, if there is one.
  Times times() {
    if (!quantified()) {
      return ONCE;
    }
    Times times = quantifier();
    takes('?');
    lost |= quantified();
    return times;
  }

  /// Whether a quantifier stands here.
  boolean quantified() {
    return sees('*') || sees('+') || sees('?') || (sees('{') && counts());
  }

  private Times quantifier() {
    char c = next();
    if (c != '{') {
      return new Times(c == '+' ? 1 : 0, false);
    }
    int least = number();
    if (takes('}')) {
      return new Times(least, true);
    }
    at++;
    int most = sees('}') ? -1 : number();
    at++;
    return new Times(least, least == most);
  }

  private int number() {
    int number = 0;
    while (more() && Character.digit(text.charAt(at), 10) >= 0 && number < 100_000) {
      number = 10 * number + Character.digit(text.charAt(at++), 10);
    }
    return number;
  }

  /// Whether the brace here is `{2}`, `{2,}` or `{2,5}`, not a mere brace.
  private boolean counts() {
    int here = at++;
    int from = at;
    number();
    boolean counts = at > from;
    if (counts && takes(',')) {
      number();
    }
    counts &= sees('}');
    at = here;
    return counts;
  }
}
