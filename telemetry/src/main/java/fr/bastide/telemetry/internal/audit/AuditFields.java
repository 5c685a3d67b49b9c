package fr.bastide.telemetry.internal.audit;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.ValueKind;
import fr.bastide.telemetry.internal.line.NameCache;
import fr.bastide.telemetry.internal.line.Outlet;
import fr.bastide.telemetry.internal.line.Scan;
import fr.bastide.telemetry.internal.line.Values;

/// Makes the fields of one event from its records: those of the records under their own names, and
/// what only several records together tell (`CommandLine`, `TargetFilename`, `SYSCALL`).
final class AuditFields {

  private static final byte[] NUMBERED = Scan.bytes("UNKNOWN[");
  private static final byte[] AVC = Scan.bytes("avc:");
  private static final byte[] CREATE = Scan.bytes("CREATE");
  private static final byte ENRICHED = 0x1D;
  private static final int EOE = 1320;
  private static final int EXECVE = 1309;
  private static final int SOCKADDR = 1306;
  private static final int PATH = 1302;
  private static final int AVC_NUMBER = 1400;

  private final AuditKinds kinds;
  private final NameCache names;
  private final AuditText texts = new AuditText();
  private final CommandLine command;
  private final SocketAddress socket;
  private final Values values = new Values();
  private final int type;
  private final int serial;
  private final int node;
  private final int msg;
  private final int key;
  private final int name;
  private final int nameType;
  private final int saddr;
  private final int cwd;
  private final int arch;
  private final int call;
  private final int callName;
  private final int target;
  private final int verdict;
  private final int permissions;
  private byte[] b = {};
  private int kind;
  private int budget;

  AuditFields(AuditKinds kinds, FieldNames fieldNames, NameCache names) {
    this.kinds = kinds;
    this.names = names;
    command = new CommandLine(fieldNames);
    socket = new SocketAddress(fieldNames);
    type = fieldNames.id("type");
    serial = fieldNames.id("serial");
    node = fieldNames.id("node");
    msg = fieldNames.id("msg");
    key = fieldNames.id("key");
    name = fieldNames.id("name");
    nameType = fieldNames.id("nametype");
    saddr = fieldNames.id("saddr");
    cwd = fieldNames.id("cwd");
    arch = fieldNames.id("arch");
    call = fieldNames.id("syscall");
    callName = fieldNames.id("SYSCALL");
    target = fieldNames.id("TargetFilename");
    verdict = fieldNames.id("seresult");
    permissions = fieldNames.id("seperms");
  }

  /// Sends the event that these records make; nothing when they only end another.
  void send(OpenEvent event, Outlet out) {
    b = event.bytes;
    boolean told = false;
    EventDraft draft = out.begin(b, 0, event.end);
    draft.time(event.micros);
    command.begin();
    budget = Values.MOST;
    if (event.hostEnd > event.host) {
      Values.text(draft, node, event.host, event.hostEnd);
    }
    for (int i = 0; i < event.count; i++) {
      if (type(draft, event.types[i], event.typeEnds[i])) {
        told = true;
        record(draft, event.bodies[i], event.ends[i]);
      }
    }
    if (told) {
      int colon = Scan.find(b, event.typeEnds[0], event.bodies[0], (byte) ':');
      int close = Scan.find(b, event.typeEnds[0], event.bodies[0], (byte) ')');
      Values.plain(draft, serial, b, colon + 1, close);
      command.end(draft);
      call(draft);
      out.send("auditd");
    }
  }

  /// Adds the kind of a record, by name if it came by number; false when it is the end mark.
  private boolean type(EventDraft draft, int from, int to) {
    boolean numbered = Scan.starts(b, from, to, NUMBERED) && b[to - 1] == ']';
    long number =
        numbered ? Scan.number(b, from + NUMBERED.length, to - 1) : Scan.number(b, from, to);
    byte[] known = number < 0 || number > 9_999 ? new byte[0] : kinds.name((int) number);
    kind = known.length > 0 ? (int) number : kinds.several(b, from, to);
    if (kind == EOE) {
      return false;
    }
    if (known.length > 0) {
      draft.made(type, ValueKind.TEXT, known, 0, known.length);
    } else {
      Values.text(draft, type, from, to);
    }
    return true;
  }

  private void record(EventDraft draft, int from, int to) {
    int first = draft.event().size();
    int i = Scan.pastSpaces(b, from, to);
    if (kind == AVC_NUMBER && Scan.starts(b, i, to, AVC)) {
      decision(draft, i + AVC.length, to);
    }
    pairs(draft, i, to, false);
    if (kind == PATH) {
      created(draft, first);
    }
  }

  /// Reads pairs with a space, or the mark of the enriched part, between.
  private void pairs(EventDraft draft, int from, int to, boolean nested) {
    int i = from;
    while (i < to) {
      int start = i;
      while (i < to && Scan.nameByte(b[i])) {
        i++;
      }
      if (i == start || i == to || b[i] != '=') {
        i = Math.max(i, start + 1);
        continue;
      }
      if (budget-- <= 0) {
        draft.cut();
        return;
      }
      i = value(draft, start, i, to, nested);
    }
  }

  /// Reads the value after the `=` at `equals`; returns where it ends.
  private int value(EventDraft draft, int start, int equals, int to, boolean nested) {
    int from = equals + 1;
    byte quote = from < to ? b[from] : 0;
    if (quote == '"' || (quote == '\'' && !nested)) {
      int close = Scan.find(b, from + 1, to, quote);
      if (quote == '\'') {
        // The message of a program is itself pairs; a quote inside belongs to it.
        close = lastQuote(from + 1, to);
      }
      if (close >= 0) {
        quoted(draft, start, equals, from + 1, close);
        return close + 1;
      }
    }
    int end = from;
    while (end < to && b[end] != ' ' && b[end] != ENRICHED) {
      end++;
    }
    int next = end;
    while (nested && end > from && (b[end - 1] == ',' || b[end - 1] == ')' || b[end - 1] == '\'')) {
      end--;
    }
    bare(draft, start, equals, from, end);
    return next;
  }

  private int lastQuote(int from, int to) {
    int limit = Scan.find(b, from, to, ENRICHED);
    for (int i = (limit < 0 ? to : limit) - 1; i >= from; i--) {
      if (b[i] == '\'') {
        return i;
      }
    }
    return -1;
  }

  private void quoted(EventDraft draft, int start, int equals, int from, int to) {
    if (b[from - 1] == '\'') {
      Values.text(draft, msg, from, to);
      pairs(draft, from, to, true);
    } else if (kind != EXECVE || !command.take(b, start, equals, from, to, true, draft)) {
      Values.text(draft, names.id(b, start, equals), from, to);
    }
  }

  private void bare(EventDraft draft, int start, int equals, int from, int to) {
    if (kind == EXECVE && command.take(b, start, equals, from, to, false, draft)) {
      return;
    }
    int field = names.id(b, start, equals);
    if (field == key) {
      texts.keys(draft, field, b, from, to);
    } else if (kinds.untrusted(b, start, equals)) {
      texts.add(draft, field, b, from, to);
    } else {
      Values.plain(draft, field, b, from, to);
      if (field == saddr && kind == SOCKADDR) {
        socket.fill(b, from, to, draft);
      }
    }
  }

  /// `avc: denied { read write } for ...`: the verdict and what it was about.
  private void decision(EventDraft draft, int from, int to) {
    int word = Scan.pastSpaces(b, from, to);
    int end = Scan.wordEnd(b, word, to);
    int open = Scan.pastSpaces(b, end, to);
    if (end == word || open == to || b[open] != '{') {
      return;
    }
    Values.text(draft, verdict, word, end);
    int i = Scan.pastSpaces(b, open + 1, to);
    while (i < to && b[i] != '}') {
      if (budget-- <= 0) {
        draft.cut();
        return;
      }
      end = Scan.wordEnd(b, i, to);
      Values.text(draft, permissions, i, end);
      i = Scan.pastSpaces(b, end, to);
    }
  }

  /// The file that a PATH record says was made, with the directory it is relative to.
  private void created(EventDraft draft, int first) {
    var event = draft.event();
    int kindOfName = event.find(nameType, first);
    int file = event.find(name, first);
    if (file < 0
        || kindOfName < 0
        || !Scan.is(
            event.bytes(kindOfName), event.start(kindOfName), event.end(kindOfName), CREATE)) {
      return;
    }
    int directory = event.find(cwd, 0);
    int length = event.end(file) - event.start(file);
    if (length == 0 || directory < 0 || event.bytes(file)[event.start(file)] == '/') {
      draft.alias(target, file);
      return;
    }
    int above = event.end(directory) - event.start(directory);
    byte[] path = values.room(above + 1 + length);
    System.arraycopy(event.bytes(directory), event.start(directory), path, 0, above);
    int at = above;
    if (above == 0 || path[above - 1] != '/') {
      path[at++] = '/';
    }
    System.arraycopy(event.bytes(file), event.start(file), path, at, length);
    values.made(draft, target, at + length);
  }

  /// Names the system call when the trail is not enriched.
  private void call(EventDraft draft) {
    var event = draft.event();
    int number = event.find(call, 0);
    if (number < 0 || event.find(callName, 0) >= 0) {
      return;
    }
    long value = Scan.number(event.bytes(number), event.start(number), event.end(number));
    int machine = event.find(arch, 0);
    if (value < 0) {
      draft.alias(callName, number);
    } else if (machine >= 0) {
      byte[] known =
          kinds.call(event.bytes(machine), event.start(machine), event.end(machine), value);
      if (known.length > 0) {
        draft.made(callName, ValueKind.TEXT, known, 0, known.length);
      }
    }
  }
}
