package fr.bastide.telemetry.internal.audit;

import fr.bastide.telemetry.internal.line.Scan;

/// The beginning of a record: `node=host type=SYSCALL msg=audit(1364481363.243:24287): `. Filled
/// again for every line.
final class AuditHeader {

  private static final byte[] NODE = Scan.bytes("node=");
  private static final byte[] TYPE = Scan.bytes("type=");
  private static final byte[] MESSAGE = Scan.bytes("msg=");
  private static final byte[] STAMP = Scan.bytes("audit(");

  int node;
  int nodeEnd;
  int type;
  int typeEnd;
  long micros;
  long serial;
  int body;

  /// Whether a record may begin here; cheap.
  static boolean stands(byte[] b, int from, int to) {
    return Scan.starts(b, from, to, TYPE) || Scan.starts(b, from, to, NODE);
  }

  /// Takes the beginning of a record apart; false when it is none.
  boolean parse(byte[] b, int from, int to) {
    int i = from;
    node = from;
    nodeEnd = from;
    if (Scan.starts(b, i, to, NODE)) {
      node = i + NODE.length;
      nodeEnd = Scan.wordEnd(b, node, to);
      i = Scan.pastSpaces(b, nodeEnd, to);
    }
    if (!Scan.starts(b, i, to, TYPE)) {
      return false;
    }
    type = i + TYPE.length;
    typeEnd = Scan.wordEnd(b, type, to);
    i = Scan.pastSpaces(b, typeEnd, to);
    i = Scan.starts(b, i, to, MESSAGE) ? i + MESSAGE.length : i;
    return typeEnd > type && Scan.starts(b, i, to, STAMP) && stamp(b, i + STAMP.length, to);
  }

  private boolean stamp(byte[] b, int from, int to) {
    int last = Math.min(to, from + 48);
    int point = Scan.find(b, from, last, (byte) '.');
    int colon = point < 0 ? -1 : Scan.find(b, point, last, (byte) ':');
    int close = colon < 0 ? -1 : Scan.find(b, colon, last, (byte) ')');
    if (close < 0) {
      return false;
    }
    long seconds = Scan.number(b, from, point);
    long fraction = Scan.number(b, point + 1, colon);
    serial = Scan.number(b, colon + 1, close);
    if (seconds < 0 || seconds > 99_999_999_999L || fraction < 0 || serial < 0) {
      return false;
    }
    for (int digits = colon - point - 1; digits != 6; digits += digits < 6 ? 1 : -1) {
      fraction = digits < 6 ? fraction * 10 : fraction / 10;
    }
    micros = seconds * 1_000_000 + fraction;
    body = close + 1 < to && b[close + 1] == ':' ? close + 2 : close + 1;
    return true;
  }
}
