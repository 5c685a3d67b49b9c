package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;

/// `%FACILITY-SEVERITY-MNEMONIC: ` at the beginning of a Cisco message. Filled again for every
/// line.
final class CiscoTag {

  private static final int LONGEST = 80;

  private final int facility;
  private final int severity;
  private final int mnemonic;

  int name;
  int nameEnd;
  private int level;
  private int code;
  private int codeEnd;

  CiscoTag(FieldNames names) {
    facility = names.id("cisco.facility");
    severity = names.id("cisco.severity");
    mnemonic = names.id("cisco.mnemonic");
  }

  /// Where the text after the tag begins; -1 when no tag stands here.
  int parse(byte[] b, int from, int to) {
    if (from >= to || b[from] != '%') {
      return -1;
    }
    int last = Math.min(to, from + LONGEST);
    int colon = Scan.find(b, from, last, (byte) ':');
    if (colon < 0) {
      return -1;
    }
    for (int i = colon - 2; i > from + 1; i--) {
      if (b[i] == '-' && b[i - 1] >= '0' && b[i - 1] <= '7' && b[i - 2] == '-') {
        name = from + 1;
        nameEnd = i - 2;
        level = i - 1;
        code = i + 1;
        codeEnd = colon;
        return nameEnd > name ? Scan.pastSpaces(b, colon + 1, to) : -1;
      }
      if (b[i] == ' ') {
        return -1;
      }
    }
    return -1;
  }

  /// Adds the parts of the tag last parsed.
  void fill(byte[] b, EventDraft draft) {
    Values.text(draft, facility, name, nameEnd);
    Values.plain(draft, severity, b, level, level + 1);
    Values.plain(draft, mnemonic, b, code, codeEnd);
  }
}
