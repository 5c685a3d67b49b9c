package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;

/// The common, combined and vhost_combined logs of Apache and nginx: `[vhost:port] host ident user
/// [time] "request" status bytes "referer" "agent" ["x-forwarded-for"]`.
///
/// What stands before the time may also be a list of addresses with commas, where the server logs
/// `X-Forwarded-For` in place of its peer: the first one is then the client.
final class CombinedLog {

  private final AccessFields fields;
  private final Stamps stamps;
  private int valueFrom;
  private int valueTo;

  CombinedLog(AccessFields fields, Stamps stamps) {
    this.fields = fields;
    this.stamps = stamps;
  }

  /// Adds the fields of a line; false, with nothing added, when it is no such line.
  boolean fill(byte[] b, int from, int to, EventDraft draft) {
    int bracket = bracket(b, from, to);
    if (bracket < 0) {
      return false;
    }
    draft.time(stamps.micros());
    client(b, from, Scan.trimmedEnd(b, from, bracket), draft);
    int i = Scan.find(b, bracket, to, (byte) ']') + 1;
    i = value(b, i, to);
    fields.request(draft, b, valueFrom, valueTo);
    i = plain(b, i, to, fields.status, draft);
    i = plain(b, i, to, fields.bytes, draft);
    i = text(b, i, to, fields.referer, draft);
    i = text(b, i, to, fields.agent, draft);
    for (int extra = 0; i < to && extra < 16; extra++) {
      i = value(b, i, to);
      if (addresses(b, valueFrom, valueTo)) {
        Values.text(draft, fields.forwarded, valueFrom, valueTo);
        break;
      }
    }
    return true;
  }

  /// The bracket that a time and another bracket follow; -1 when there is none. The time is then
  /// the one last read.
  private int bracket(byte[] b, int from, int to) {
    int last = Math.min(to, from + 2_048);
    for (int i = Scan.find(b, from, last, (byte) '['); i >= 0; i = next(b, i, last)) {
      int end = i == from ? -1 : stamps.access(b, i + 1, to);
      if (end >= 0 && end < to && b[end] == ']') {
        return i;
      }
    }
    return -1;
  }

  private static int next(byte[] b, int i, int last) {
    return Scan.find(b, i + 1, last, (byte) '[');
  }

  private void client(byte[] b, int from, int to, EventDraft draft) {
    int start = Scan.pastSpaces(b, from, to);
    int end = Scan.wordEnd(b, start, to);
    if (end == start) {
      return;
    }
    if (virtualHost(b, start, end, to)) {
      int colon = end - 1;
      while (b[colon] != ':') {
        colon--;
      }
      Values.text(draft, fields.host, start, colon);
      start = Scan.pastSpaces(b, end, to);
      end = Scan.wordEnd(b, start, to);
    }
    int listEnd = end;
    while (listEnd < to && b[listEnd - 1] == ',') {
      listEnd = Scan.wordEnd(b, listEnd + 1, to);
    }
    if (listEnd > end) {
      Values.text(draft, fields.forwarded, start, listEnd);
      end--;
    }
    Values.text(draft, fields.clientIp, start, end);
    int ident = Scan.pastSpaces(b, listEnd, to);
    int user = Scan.pastSpaces(b, Scan.wordEnd(b, ident, to), to);
    if (user < to) {
      fields.escaped(draft, fields.user, b, user, to);
    }
  }

  /// Whether the word is `name:port` and three more words follow, as in vhost_combined.
  private static boolean virtualHost(byte[] b, int from, int end, int to) {
    int i = end - 1;
    while (i > from && Scan.digit(b[i])) {
      i--;
    }
    if (i == from || i == end - 1 || b[i] != ':' || Scan.find(b, from, i, (byte) ':') >= 0) {
      return false;
    }
    int words = 1;
    for (int space = end; space < to; space = Scan.wordEnd(b, space + 1, to)) {
      words++;
    }
    return words >= 4;
  }

  /// Finds the next value, in quotes or not; returns where reading goes on.
  private int value(byte[] b, int from, int to) {
    int i = Scan.pastSpaces(b, from, to);
    if (i < to && b[i] == '"') {
      valueFrom = i + 1;
      valueTo = quote(b, i + 1, to);
      return Math.min(valueTo + 1, to);
    }
    valueFrom = i;
    valueTo = Scan.wordEnd(b, i, to);
    return valueTo;
  }

  private int plain(byte[] b, int from, int to, int field, EventDraft draft) {
    int next = value(b, from, to);
    if (valueTo > valueFrom) {
      Values.plain(draft, field, b, valueFrom, valueTo);
    }
    return next;
  }

  private int text(byte[] b, int from, int to, int field, EventDraft draft) {
    int next = value(b, from, to);
    if (next > from && (valueTo > valueFrom || (valueFrom > from && b[valueFrom - 1] == '"'))) {
      fields.escaped(draft, field, b, valueFrom, valueTo);
    }
    return next;
  }

  /// The quote that no backslash precedes, or the end.
  private static int quote(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] != '"') {
      i += b[i] == '\\' ? 2 : 1;
    }
    return Math.min(i, to);
  }

  private static boolean addresses(byte[] b, int from, int to) {
    boolean mark = false;
    for (int i = from; i < to; i++) {
      mark |= b[i] == '.' || b[i] == ':';
      if (Scan.hex(b[i]) < 0 && b[i] != '.' && b[i] != ':' && b[i] != ',' && b[i] != ' ') {
        return false;
      }
    }
    return mark && to - from >= 3 && !Scan.numeric(b, from, to);
  }
}
