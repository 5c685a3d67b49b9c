package fr.bastide.telemetry.internal.formats;

import java.util.List;

/// What one line of a log looks like.
enum LineKind {
  CEF("cef"),
  LEEF("leef"),
  AUDITD("auditd"),
  KEYVALUE("keyvalue"),
  ACCESS("access"),
  SYSLOG("syslog"),
  PLAIN("lines");

  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  /// How far into a line a payload may begin after the envelope of syslog.
  private static final int ENVELOPE = 256;

  private final String format;

  LineKind(String format) {
    this.format = format;
  }

  String format() {
    return format;
  }

  static LineKind of(String line) {
    if (opens(line, "CEF:")) {
      return CEF;
    }
    if (opens(line, "LEEF:")) {
      return LEEF;
    }
    if (isAuditd(line)) {
      return AUDITD;
    }
    if (isKeyValue(line)) {
      return KEYVALUE;
    }
    if (isSyslog(line)) {
      return SYSLOG;
    }
    return isAccess(line) || isProxy(line) || isWebError(line) ? ACCESS : PLAIN;
  }

  /// Whether `CEF:0|` or the like begins the line or what its envelope holds.
  private static boolean opens(String line, String sign) {
    int at = line.indexOf(sign);
    return at >= 0
        && at < ENVELOPE
        && (at == 0 || line.charAt(at - 1) == ' ' || line.charAt(at - 1) == '>')
        && at + sign.length() < line.length()
        && Character.isDigit(line.charAt(at + sign.length()))
        && line.indexOf('|', at) > 0;
  }

  private static boolean isAuditd(String line) {
    boolean begins = line.startsWith("type=") || line.startsWith("node=");
    return begins && line.contains(" msg=audit(");
  }

  private static boolean isKeyValue(String line) {
    String head = line.length() > ENVELOPE ? line.substring(0, ENVELOPE) : line;
    if (head.contains("id=firewall ") && head.contains(" time=")) {
      return true;
    }
    int date = head.indexOf("date=");
    if (date >= 0 && head.indexOf(" time=", date) > 0 && head.contains(" dev")) {
      return true;
    }
    return !line.startsWith("<") && pairs(line) >= 3;
  }

  /// How many pairs `key=value` stand at the beginning, one after another.
  private static int pairs(String line) {
    int count = 0;
    int pos = 0;
    while (pos < line.length() && count < 3) {
      int equals = line.indexOf('=', pos);
      if (equals <= pos || !isKey(line, pos, equals)) {
        return count;
      }
      count++;
      boolean quoted = equals + 1 < line.length() && line.charAt(equals + 1) == '"';
      int end = quoted ? line.indexOf('"', equals + 2) + 1 : line.indexOf(' ', equals);
      if (end <= 0) {
        return count;
      }
      pos = line.startsWith(" ", end) ? end + 1 : end;
    }
    return count;
  }

  private static boolean isKey(String line, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /// The common log format: a day in brackets, then the request in quotes.
  private static boolean isAccess(String line) {
    int open = line.indexOf(" [");
    int close = line.indexOf("] \"", Math.max(open, 0));
    return open > 0
        && close > open + 20
        && line.charAt(open + 4) == '/'
        && line.charAt(open + 8) == '/'
        && MONTHS.contains(line.substring(open + 5, open + 8));
  }

  /// Squid's own log: seconds with three decimals, milliseconds, an address, `TCP_MISS/200`.
  private static boolean isProxy(String line) {
    return line.length() > 16
        && digits(line, 0, 10)
        && line.charAt(10) == '.'
        && digits(line, 11, 14)
        && line.contains(" TCP_");
  }

  /// The error logs of Apache, `[Tue Jul 28 11:44:53.919 2026] [core:error]`, and of nginx,
  /// `2026/07/28 11:44:53 [error] 12#12:`.
  private static boolean isWebError(String line) {
    boolean apache =
        line.startsWith("[")
            && line.length() > 32
            && MONTHS.contains(line.substring(5, 8))
            && line.contains("] [");
    boolean nginx =
        line.length() > 24
            && digits(line, 0, 4)
            && line.charAt(4) == '/'
            && line.charAt(13) == ':'
            && line.startsWith(" [", 19);
    return apache || nginx;
  }

  private static boolean isSyslog(String line) {
    if (line.startsWith("<")) {
      int close = line.indexOf('>');
      return close > 1 && close <= 4 && digits(line, 1, close);
    }
    // The length before each message of RFC 6587.
    int space = line.indexOf(' ');
    if (space > 0 && space < 6 && digits(line, 0, space) && line.startsWith("<", space + 1)) {
      return true;
    }
    return isBsdTime(line) || isIsoTime(line);
  }

  /// `Jul 28 11:44:53 host`.
  private static boolean isBsdTime(String line) {
    return line.length() > 16
        && MONTHS.contains(line.substring(0, 3))
        && line.charAt(3) == ' '
        && line.charAt(9) == ':'
        && line.charAt(12) == ':'
        && digits(line, 7, 9);
  }

  /// `2026-07-28T11:44:53.919123+02:00 host program: `, as rsyslog writes files.
  private static boolean isIsoTime(String line) {
    if (line.length() < 24
        || !digits(line, 0, 4)
        || line.charAt(4) != '-'
        || line.charAt(10) != 'T'
        || line.charAt(13) != ':') {
      return false;
    }
    int host = line.indexOf(' ');
    int program = host < 0 ? -1 : line.indexOf(' ', host + 1);
    int colon = program < 0 ? -1 : line.indexOf(": ", program);
    return colon > program + 1 && line.indexOf(' ', program + 1) == colon + 1;
  }

  private static boolean digits(String line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isDigit(line.charAt(i))) {
        return false;
      }
    }
    return to > from;
  }
}
