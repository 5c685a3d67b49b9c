package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.ValueKind;

/// The error logs of Apache (`[time] [module:level] [pid 1:tid 2] [client 10.0.0.1:5] text`) and
/// nginx (`time [level] 1#2: *3 text, client: 10.0.0.1, server: ..., request: "..."`).
final class ErrorLog {

  private static final byte[] APACHE = Scan.bytes("apache");
  private static final byte[] NGINX = Scan.bytes("nginx");
  private static final byte[] CLIENT = Scan.bytes("client ");
  private static final byte[] PID = Scan.bytes("pid ");
  private static final byte[] PEER = Scan.bytes(", client: ");
  private static final byte[] REQUEST = Scan.bytes(", request: \"");
  private static final int MOST_BRACKETS = 6;

  private final AccessFields fields;
  private final Stamps stamps;
  private final int program;
  private final int level;
  private final int module;
  private final int pid;

  ErrorLog(FieldNames names, AccessFields fields, Stamps stamps) {
    this.fields = fields;
    this.stamps = stamps;
    program = names.id("program");
    level = names.id("level");
    module = names.id("module");
    pid = names.id("pid");
  }

  /// Adds the fields of a line; false, with nothing added, when it is no such line.
  boolean fill(byte[] b, int from, int to, EventDraft draft) {
    return b[from] == '[' ? apache(b, from, to, draft) : nginx(b, from, to, draft);
  }

  private boolean apache(byte[] b, int from, int to, EventDraft draft) {
    int end = stamps.asctime(b, from + 1, to);
    if (end < 0 || end >= to || b[end] != ']') {
      return false;
    }
    draft.time(stamps.micros());
    draft.made(program, ValueKind.TEXT, APACHE, 0, APACHE.length);
    int i = Scan.pastSpaces(b, end + 1, to);
    for (int count = 0; i < to && b[i] == '[' && count < MOST_BRACKETS; count++) {
      int close = Scan.find(b, i, to, (byte) ']');
      if (close < 0) {
        break;
      }
      bracket(b, i + 1, close, draft);
      i = Scan.pastSpaces(b, close + 1, to);
    }
    Values.text(draft, fields.message, i, to);
    return true;
  }

  private void bracket(byte[] b, int from, int to, EventDraft draft) {
    int colon = Scan.find(b, from, to, (byte) ':');
    if (Scan.starts(b, from, to, CLIENT)) {
      int start = from + CLIENT.length;
      int last = to - 1;
      while (last > start && Scan.digit(b[last])) {
        last--;
      }
      boolean port = last > start && b[last] == ':' && last < to - 1;
      Values.text(draft, fields.clientIp, start, port ? last : to);
    } else if (Scan.starts(b, from, to, PID)) {
      Values.plain(draft, pid, b, from + PID.length, colon < 0 ? to : colon);
    } else {
      if (colon > from) {
        Values.text(draft, module, from, colon);
      }
      Values.text(draft, level, colon < 0 ? from : colon + 1, to);
    }
  }

  private boolean nginx(byte[] b, int from, int to, EventDraft draft) {
    int end = stamps.iso(b, from, to);
    if (end < 0 || end + 2 >= to || b[from + 4] != '/' || b[end + 1] != '[') {
      return false;
    }
    int close = Scan.find(b, end + 2, to, (byte) ']');
    int colon = close < 0 ? -1 : Scan.find(b, close, Math.min(to, close + 40), (byte) ':');
    if (colon < 0) {
      return false;
    }
    draft.time(stamps.micros());
    draft.made(program, ValueKind.TEXT, NGINX, 0, NGINX.length);
    Values.text(draft, level, end + 2, close);
    int start = Scan.pastSpaces(b, close + 1, to);
    int hash = Scan.find(b, start, colon, (byte) '#');
    Values.plain(draft, pid, b, start, hash < 0 ? colon : hash);
    Values.text(draft, fields.message, Scan.pastSpaces(b, colon + 1, to), to);
    int peer = Scan.findLast(b, colon, to, PEER);
    if (peer >= 0) {
      int address = peer + PEER.length;
      int comma = Scan.find(b, address, to, (byte) ',');
      Values.text(draft, fields.clientIp, address, comma < 0 ? to : comma);
      int request = Scan.find(b, address, to, REQUEST);
      int line = request + REQUEST.length;
      int quote = request < 0 ? -1 : Scan.find(b, line, to, (byte) '"');
      if (quote >= 0) {
        fields.request(draft, b, line, quote);
      }
    }
    return true;
  }
}
