package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.Event;

/// The envelope of a syslog line: RFC 5424, or RFC 3164 as it is met, where every part may be
/// missing. Filled again for every line; a part that is not there has its beginning equal to its
/// end.
final class SyslogHeader {

  private static final int LONGEST_HOST = 255;
  private static final int LONGEST_TAG = 64;
  private static final int LONGEST_PID = 128;

  private final Stamps stamps;

  int priority;
  boolean modern;
  long time;
  int host;
  int hostEnd;
  int app;
  int appEnd;
  int pid;
  int pidEnd;
  int id;
  int idEnd;
  int data;
  int dataEnd;
  int message;

  SyslogHeader(Stamps stamps) {
    this.stamps = stamps;
  }

  /// Takes a line apart; what is left for [#message] is never outside the line.
  void parse(byte[] b, int from, int to) {
    clear(from);
    int i = priority(b, from, to);
    if (i > from && modern(b, i, to)) {
      return;
    }
    clear(from, priority);
    old(b, i, to);
  }

  private void clear(int from) {
    clear(from, -1);
  }

  private void clear(int from, int known) {
    priority = known;
    modern = false;
    time = Event.NO_TIME;
    host = hostEnd = app = appEnd = pid = pidEnd = id = idEnd = data = dataEnd = message = from;
  }

  /// `<PRI>` of one to three digits, up to 191; where it ends, or `from` when it is missing.
  private int priority(byte[] b, int from, int to) {
    if (from >= to || b[from] != '<') {
      return from;
    }
    int i = from + 1;
    int value = 0;
    while (i < to && i < from + 4 && Scan.digit(b[i])) {
      value = 10 * value + b[i++] - '0';
    }
    if (i == from + 1 || i >= to || b[i] != '>' || value > 191) {
      return from;
    }
    priority = value;
    return i + 1;
  }

  /// RFC 5424, section 6: `1 TIMESTAMP HOST APP PROCID MSGID SD MSG`.
  private boolean modern(byte[] b, int from, int to) {
    if (from + 2 >= to || b[from] < '1' || b[from] > '9' || b[from + 1] != ' ') {
      return false;
    }
    int stamp = from + 2;
    int i = Scan.wordEnd(b, stamp, to);
    if (!nil(b, stamp, i)) {
      if (stamps.iso(b, stamp, i) < 0 && !Scan.digit(b[stamp])) {
        return false;
      }
      time = stamps.iso(b, stamp, i) < 0 ? Event.NO_TIME : stamps.micros();
    }
    host = Math.min(i + 1, to);
    hostEnd = Scan.wordEnd(b, host, to);
    app = Math.min(hostEnd + 1, to);
    appEnd = Scan.wordEnd(b, app, to);
    pid = Math.min(appEnd + 1, to);
    pidEnd = Scan.wordEnd(b, pid, to);
    id = Math.min(pidEnd + 1, to);
    idEnd = Scan.wordEnd(b, id, to);
    data = Math.min(idEnd + 1, to);
    dataEnd = StructuredData.end(b, data, to);
    message = dataEnd < to && b[dataEnd] == ' ' ? dataEnd + 1 : dataEnd;
    if (to - message >= 3
        && b[message] == (byte) 0xEF
        && b[message + 1] == (byte) 0xBB
        && b[message + 2] == (byte) 0xBF) {
      message += 3;
    }
    modern = true;
    hostEnd = nil(b, host, hostEnd) ? host : hostEnd;
    appEnd = nil(b, app, appEnd) ? app : appEnd;
    pidEnd = nil(b, pid, pidEnd) ? pid : pidEnd;
    idEnd = nil(b, id, idEnd) ? id : idEnd;
    dataEnd = dataEnd - data <= 1 ? data : dataEnd;
    return true;
  }

  private static boolean nil(byte[] b, int from, int to) {
    return to - from == 1 && b[from] == '-';
  }

  /// RFC 3164, section 4, and its varieties: `[seq:] [host:] [*]TIME[:] HOST TAG[PID]: MSG`.
  private void old(byte[] b, int from, int to) {
    int start = Scan.pastSpaces(b, from, to);
    int i = time(b, start, to);
    if (i < 0) {
      int after = pastSequence(b, start, to);
      i = after > start ? time(b, after, to) : -1;
      if (i < 0) {
        i = hostAhead(b, after, to);
      }
    }
    if (i < 0) {
      // Without a time there is no telling a host from a word: only a tag is looked for.
      message = start;
      tag(b, start, to);
      return;
    }
    if (hostEnd == host) {
      i = host(b, i, to);
    }
    i = innerTime(b, i, to);
    message = i;
    tag(b, i, to);
  }

  /// A time, with the mark of an unsynchronised Cisco clock before it and a colon after it; where
  /// what follows begins, or -1.
  private int time(byte[] b, int from, int to) {
    if (from >= to) {
      return -1;
    }
    int i = b[from] == '*' || b[from] == '.' ? from + 1 : from;
    if (i >= to) {
      return -1;
    }
    int end = Scan.digit(b[i]) ? stamps.iso(b, i, to) : stamps.bsd(b, i, to);
    if (end < 0) {
      return -1;
    }
    end = end < to && b[end] == ':' ? end + 1 : end;
    if (end < to && b[end] != ' ') {
      return -1;
    }
    time = stamps.micros();
    return Scan.pastSpaces(b, end, to);
  }

  /// Passes over the counter `123: ` of Cisco devices.
  private static int pastSequence(byte[] b, int from, int to) {
    int i = from;
    while (i < to && i - from < 12 && Scan.digit(b[i])) {
      i++;
    }
    boolean counter = i > from && i + 1 < to && b[i] == ':' && b[i + 1] == ' ';
    return counter ? Scan.pastSpaces(b, i + 1, to) : from;
  }

  /// `host: TIME`, as Cisco devices with `logging origin-id` write it; -1 when it is not there.
  private int hostAhead(byte[] b, int from, int to) {
    int end = Scan.wordEnd(b, from, Math.min(to, from + LONGEST_HOST));
    if (end - from < 2 || end >= to || b[end] != ' ' || b[end - 1] != ':') {
      return -1;
    }
    int next = Scan.pastSpaces(b, end, to);
    int i = time(b, next, to);
    if (i < 0) {
      int after = pastSequence(b, next, to);
      i = after > next ? time(b, after, to) : -1;
    }
    if (i >= 0) {
      host = from;
      hostEnd = end - 1;
    }
    return i;
  }

  /// The host after the time, unless the word there is a tag or the beginning of a message; where
  /// what follows begins.
  private int host(byte[] b, int from, int to) {
    int last = Math.min(to, from + LONGEST_HOST);
    int i = from;
    while (i < last && hostByte(b[i])) {
      i++;
    }
    boolean host = i > from && i < to && b[i] == ' ' && b[i - 1] != ':';
    if (!host) {
      return from;
    }
    this.host = from;
    hostEnd = i;
    return Scan.pastSpaces(b, i, to);
  }

  /// Passes over the device's own counter and clock when a relay put its own before: Cisco writes
  /// `123: *Nov 24 02:13:00.123: %FACILITY-5-..`.
  private int innerTime(byte[] b, int from, int to) {
    int after = pastSequence(b, from, to);
    after = after < to && b[after] == ':' ? Scan.pastSpaces(b, after + 1, to) : after;
    if (after >= to || (after == from && b[after] != '*' && b[after] != '.')) {
      return after < to && b[after] == '%' ? after : from;
    }
    long outer = time;
    int i = time(b, after, to);
    time = outer;
    int past = i < 0 ? after : i;
    return past < to && b[past] == '%' ? past : from;
  }

  /// `program[pid]: ` or `program: `, with the message after it.
  private void tag(byte[] b, int from, int to) {
    int last = Math.min(to, from + LONGEST_TAG);
    int i = from;
    while (i < last && tagByte(b[i])) {
      i++;
    }
    if (i == from || i >= to) {
      return;
    }
    int end = i;
    if (b[i] == '[') {
      int close = Scan.find(b, i, Math.min(to, i + LONGEST_PID), (byte) ']');
      if (close < 0) {
        return;
      }
      pid = i + 1;
      pidEnd = close;
      i = close + 1;
      boolean ends = i == to || b[i] == ':' || b[i] == ' ';
      if (!ends) {
        pidEnd = pid;
        return;
      }
      i = i < to && b[i] == ':' ? i + 1 : i;
    } else if (b[i] == ':' && (i + 1 == to || b[i + 1] == ' ')) {
      i++;
    } else {
      return;
    }
    app = from;
    appEnd = end;
    message = i < to && b[i] == ' ' ? i + 1 : i;
  }

  private static boolean hostByte(byte c) {
    return (c >= '0' && c <= ':')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '-'
        || c == '.'
        || c == '_'
        || c < 0;
  }

  private static boolean tagByte(byte c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '/'
        || c == '@'
        || c == '$'
        || c == '('
        || c == ')'
        || c == '+'
        || c == '#'
        || c < 0;
  }
}
