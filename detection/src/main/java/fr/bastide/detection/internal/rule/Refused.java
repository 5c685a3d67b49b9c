package fr.bastide.detection.internal.rule;

import fr.bastide.kernel.Text;

/// A document cannot be taken; says at which line and why. Never leaves the reading of one
/// document.
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final transient Text reason;

  /// @param line from 1; 0 when the whole document is meant
  Refused(int line, String fr, String en) {
    super(en, null, false, false);
    this.line = line;
    this.reason = new Text(fr, en);
  }

  int line() {
    return line;
  }

  Text reason() {
    return reason;
  }

  /// A text from a rule, shortened and without control characters, fit for a message.
  static String clip(String text) {
    StringBuilder clipped = new StringBuilder();
    int at = 0;
    while (at < text.length() && clipped.length() < 80) {
      int point = text.codePointAt(at);
      clipped.appendCodePoint(Character.isISOControl(point) ? '�' : point);
      at += Character.charCount(point);
    }
    return at < text.length() ? clipped.append('…').toString() : clipped.toString();
  }
}
