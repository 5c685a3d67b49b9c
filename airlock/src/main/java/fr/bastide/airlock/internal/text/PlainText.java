package fr.bastide.airlock.internal.text;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.TextEncoding;

/// Characters without tricks: no control codes, no marks that turn the direction of writing, no
/// invisible letters (Unicode TR 36).
final class PlainText {

  private PlainText() {}

  /// The text of a file, in whatever encoding it is.
  ///
  /// @throws RefusedException when it is no text
  static String of(byte[] bytes, String where) {
    return TextEncoding.decode(bytes)
        .orElseThrow(() -> new RefusedException(Reason.MALFORMED, where));
  }

  /// The text without control codes and hidden marks; what went is told.
  static String cleaned(String text, String where, Ledger ledger) {
    StringBuilder clean = new StringBuilder(text.length());
    int gone = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isPlain(c)) {
        clean.appendCodePoint(c);
      } else {
        gone++;
      }
    }
    if (gone > 0) {
      ledger.add(Threat.HIDDEN_CONTENT, where, gone);
    }
    return clean.toString();
  }

  static boolean isPlain(int c) {
    if (c < ' ') {
      return c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
    if ((c >= 0x7f && c <= 0x9f) || (c >= 0xe0000 && c <= 0xe0fff)) {
      return false;
    }
    return switch (c) {
      case 0x061c, 0x200b, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xfeff, 0xfffe, 0xffff -> false;
      case 0x202a, 0x202b, 0x202c, 0x202d, 0x202e -> false;
      case 0x2066, 0x2067, 0x2068, 0x2069 -> false;
      default -> Character.getType(c) != Character.SURROGATE;
    };
  }
}
