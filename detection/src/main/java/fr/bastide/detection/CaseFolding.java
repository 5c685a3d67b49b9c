package fr.bastide.detection;

/// Simple case folding of code points: one code point becomes one code point, whatever the language
/// (Unicode, CaseFolding.txt, statuses C and S). `É` and `é` are the same; the German sharp s stays
/// itself.
public final class CaseFolding {

  private static final int DOTTED_CAPITAL_I = 0x130;
  private static final int DOTLESS_SMALL_I = 0x131;

  private CaseFolding() {}

  /// What stands for this code point and for the same letter in the other case.
  public static int fold(int point) {
    if (point < 0x80) {
      return point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
    }
    // Java maps the two Turkish letters to an ordinary i; Unicode's simple folding leaves them.
    if (point == DOTTED_CAPITAL_I || point == DOTLESS_SMALL_I) {
      return point;
    }
    return Character.toLowerCase(Character.toUpperCase(point));
  }

  /// A text with every code point folded.
  public static String fold(String text) {
    int length = text.length();
    int at = 0;
    while (at < length && !folds(text.charAt(at))) {
      at++;
    }
    if (at == length) {
      return text;
    }
    StringBuilder folded = new StringBuilder(length).append(text, 0, at);
    while (at < length) {
      int point = text.codePointAt(at);
      folded.appendCodePoint(fold(point));
      at += Character.charCount(point);
    }
    return folded.toString();
  }

  private static boolean folds(char unit) {
    return unit >= 0x80 || (unit >= 'A' && unit <= 'Z');
  }
}
