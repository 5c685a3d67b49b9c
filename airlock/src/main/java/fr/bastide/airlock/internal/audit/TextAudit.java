package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;
import java.util.Locale;

/// Texts that leave: no control characters, no cell that a spreadsheet would calculate, no line
/// that a calendar would run.
final class TextAudit {

  private static final int ESCAPE = 0x1b;

  private TextAudit() {}

  static void plain(Bytes bytes, Remains remains) {
    for (byte b : bytes.all()) {
      if (b == 0 || b == ESCAPE) {
        remains.add(Threat.HIDDEN_CONTENT, "control characters");
        return;
      }
    }
  }

  static void csv(Bytes bytes, Remains remains) {
    plain(bytes, remains);
    String text = bytes.utf8();
    boolean starts = true;
    for (int i = text.startsWith("\ufeff") ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (starts && calculates(text, i)) {
        remains.add(Threat.FORMULA, "cell");
      }
      boolean opening = c == '"' && starts;
      starts =
          opening
              || c == ','
              || c == ';'
              || c == '\t'
              || c == '\n'
              || c == '\r'
              || (starts && c == ' ');
    }
  }

  /// Whether a cell that begins here is more than a number or a telephone number.
  private static boolean calculates(String text, int at) {
    char c = text.charAt(at);
    if (c == '=' || c == '@') {
      return true;
    }
    if (c != '+' && c != '-') {
      return false;
    }
    for (int i = at + 1; i < text.length() && ",;\t\n\r\"".indexOf(text.charAt(i)) < 0; i++) {
      char d = text.charAt(i);
      if ("(|![".indexOf(d) >= 0 || (i == at + 1 && Character.isLetter(d))) {
        return true;
      }
    }
    return false;
  }

  static void card(Bytes bytes, Remains remains) {
    plain(bytes, remains);
    String unfolded = bytes.utf8().replace("\r\n ", "").replace("\n ", "").replace("\n\t", "");
    for (String line : unfolded.split("\n", -1)) {
      String small = line.strip().toLowerCase(Locale.ROOT);
      if (small.startsWith("action") && small.endsWith("procedure")) {
        remains.add(Threat.LAUNCH, "alarm");
      }
      if (small.startsWith("attach")) {
        remains.add(Threat.EMBEDDED_FILE, "attachment");
      }
      int colon = small.indexOf(':');
      String value = colon < 0 ? "" : small.substring(colon + 1);
      if (value.startsWith("javascript:")
          || value.startsWith("file:")
          || value.startsWith("vbscript:")
          || value.startsWith("data:")
          || value.startsWith("\\\\")) {
        remains.add(Threat.DANGEROUS_LINK, "address");
      }
    }
  }
}
