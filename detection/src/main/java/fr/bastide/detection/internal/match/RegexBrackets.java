package fr.bastide.detection.internal.match;

/// Reads what stands between the brackets of a regular expression.
final class RegexBrackets {

  private static final int NO_CHARACTER = -1;

  private final RegexText text;
  private AsciiSet set = AsciiSet.NONE;
  private boolean ascii = true;
  private int character = NO_CHARACTER;

  private RegexBrackets(RegexText text) {
    this.text = text;
  }

  /// The set of the class that begins here, behind its bracket; [AsciiSet#NONE] when it may take
  /// what is not ASCII.
  static AsciiSet read(RegexText text) {
    RegexBrackets brackets = new RegexBrackets(text);
    brackets.read();
    return brackets.ascii ? brackets.set : AsciiSet.NONE;
  }

  private void read() {
    ascii = !text.takes('^');
    boolean first = true;
    while (text.more() && (first || !text.sees(']'))) {
      first = false;
      if (text.sees("[:")) {
        text.pass(":]");
        ascii = false;
      } else {
        item();
      }
    }
    if (!text.takes(']')) {
      text.lose();
    }
  }

  private void item() {
    AsciiSet one = one();
    int from = character;
    if (text.sees('-') && !text.sees("-]")) {
      text.takes('-');
      one();
      if (from == NO_CHARACTER || character == NO_CHARACTER) {
        ascii = false;
      } else {
        set = set.with((char) from, (char) character);
      }
    } else {
      ascii &= one.size() > 0;
      set = set.with(one);
    }
  }

  /// Takes one character or set, and remembers the character as it is written: the ends of a range
  /// must not be folded.
  private AsciiSet one() {
    char c = text.next();
    character = NO_CHARACTER;
    if (c == '\\') {
      char letter = text.next();
      AsciiSet escaped = text.escaped(letter);
      boolean itself = letter < 0x80 && !Character.isLetterOrDigit(letter);
      character = itself ? letter : NO_CHARACTER;
      return escaped;
    }
    character = c < 0x80 ? c : NO_CHARACTER;
    return RegexText.ascii(c);
  }
}
