package fr.bastide.detection.internal.rule;

import java.util.Map;

/// What a backslash and what follows it mean in PCRE, said in RE2's words.
final class RegexEscapes {

  // PCRE's \s has the vertical tab, RE2's has not.
  private static final String SPACE = "\\t-\\r ";
  private static final String NO_SPACE = "\\x00-\\x08\\x0e-\\x1f!-\\x{10FFFF}";
  private static final String LEVEL =
      "\\t \\x{a0}\\x{1680}\\x{180e}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}";
  private static final String NO_LEVEL =
      "\\x00-\\x08\\x0a-\\x1f!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{180d}\\x{180f}-\\x{1fff}"
          + "\\x{200b}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{10FFFF}";
  private static final String UPRIGHT = "\\n-\\r\\x{85}\\x{2028}\\x{2029}";
  private static final String NO_UPRIGHT =
      "\\x00-\\x09\\x0e-\\x{84}\\x{86}-\\x{2027}\\x{202a}-\\x{10FFFF}";

  /// Classes by their letter, as items of a class between brackets.
  private static final Map<Integer, String> CLASSES =
      Map.ofEntries(
          Map.entry((int) 'd', "0-9"),
          Map.entry((int) 'D', "\\D"),
          Map.entry((int) 'w', "0-9A-Za-z_"),
          Map.entry((int) 'W', "\\W"),
          Map.entry((int) 's', SPACE),
          Map.entry((int) 'S', NO_SPACE),
          Map.entry((int) 'h', LEVEL),
          Map.entry((int) 'H', NO_LEVEL),
          Map.entry((int) 'v', UPRIGHT),
          Map.entry((int) 'V', NO_UPRIGHT));

  private static final Map<Integer, Integer> CHARACTERS =
      Map.of(
          (int) 'a', 7, (int) 'e', 27, (int) 'f', 12, (int) 'n', 10, (int) 'r', 13, (int) 't', 9);

  private RegexEscapes() {}

  /// What an escape is.
  sealed interface Escape {}

  /// One character.
  record Literal(int point) implements Escape {}

  /// Items of a class between brackets.
  record Items(String text) implements Escape {}

  /// Something else, by its letter.
  record Letter(int letter) implements Escape {}

  /// Reads an escape whose backslash has been passed.
  static Escape read(RegexCursor cursor) throws Refused {
    int letter = cursor.next();
    if (letter == 'p' || letter == 'P') {
      return property(cursor, letter);
    }
    String items = CLASSES.get(letter);
    if (items != null) {
      return new Items(items);
    }
    Integer character = CHARACTERS.get(letter);
    if (character != null) {
      return new Literal(character);
    }
    return switch (letter) {
      case 'x' -> new Literal(hexadecimal(cursor));
      case 'c' -> new Literal(Character.toUpperCase(cursor.next()) ^ 0x40);
      case '0' -> new Literal(octal(cursor, 0));
      case '1', '2', '3' -> threeDigits(cursor, letter);
      default -> {
        boolean plain = letter >= 0x80 || !Character.isLetterOrDigit(letter);
        yield plain ? new Literal(letter) : new Letter(letter);
      }
    };
  }

  /// `\101` is a character when all three digits are octal; anything less refers to a group.
  private static Escape threeDigits(RegexCursor cursor, int letter) throws Refused {
    int before = cursor.position();
    int value = octal(cursor, letter - '0');
    if (cursor.position() == before + 2) {
      return new Literal(value);
    }
    cursor.back(before);
    return new Letter(letter);
  }

  private static Escape property(RegexCursor cursor, int letter) throws Refused {
    String sign = Character.toString(letter);
    if (cursor.takes("{")) {
      return new Items("\\" + sign + "{" + cursor.until("}") + "}");
    }
    return new Items("\\" + sign + Character.toString(cursor.next()));
  }

  private static int hexadecimal(RegexCursor cursor) throws Refused {
    if (cursor.takes("{")) {
      String digits = cursor.until("}");
      int value = 0;
      for (int i = 0; i < digits.length(); i++) {
        int digit = Character.digit(digits.charAt(i), 16);
        value = digit < 0 || i > 7 ? -1 : 16 * value + digit;
        if (value < 0 || value > Character.MAX_CODE_POINT) {
          throw cursor.unsupported("\\x{" + digits + "}");
        }
      }
      return value;
    }
    int value = 0;
    for (int i = 0; i < 2 && Character.digit(cursor.peek(), 16) >= 0; i++) {
      value = 16 * value + Character.digit(cursor.next(), 16);
    }
    return value;
  }

  /// Up to two more octal digits after what is known of the number.
  static int octal(RegexCursor cursor, int start) throws Refused {
    int value = start;
    for (int i = 0; i < 2 && cursor.peek() >= '0' && cursor.peek() <= '7'; i++) {
      value = 8 * value + (cursor.next() - '0');
    }
    return value;
  }

  /// A character as RE2 writes it, outside or inside brackets.
  static String quote(int point) {
    boolean printable = point > 0x20 && point < 0x7f;
    boolean plain =
        Character.isLetterOrDigit(point)
            || (printable ? "_\"'`,;:<>=!@#%&/~".indexOf(point) >= 0 : point == ' ');
    if (plain) {
      return Character.toString(point);
    }
    return printable ? "\\" + Character.toString(point) : "\\x{" + Integer.toHexString(point) + "}";
  }
}
