package fr.bastide.loop.intake;

/// Text that somebody types in an emergency: it is cleaned instead of refused.
final class Typing {

  private Typing() {}

  /// The text without control characters, halves of characters and marks that turn the direction of
  /// writing, cut at a length.
  ///
  /// @param most the most characters that are kept
  static String clean(String text, int most) {
    StringBuilder kept = new StringBuilder();
    text.codePoints().filter(Typing::keepable).forEach(kept::appendCodePoint);
    String whole = kept.toString().replace("\r\n", "\n").replace('\r', '\n').strip();
    if (whole.length() <= most) {
      return whole;
    }
    int end = Character.isHighSurrogate(whole.charAt(most - 1)) ? most - 1 : most;
    return whole.substring(0, end);
  }

  /// The same on one line.
  static String line(String text, int most) {
    return clean(text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '), most);
  }

  private static boolean keepable(int c) {
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    boolean turning = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    return !half && !control && !turning;
  }
}
