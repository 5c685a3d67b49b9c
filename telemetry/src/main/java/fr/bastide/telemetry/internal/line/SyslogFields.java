package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.ValueKind;

/// Adds what the envelope of a syslog line says to a draft.
///
/// A plain message gets `facility`, `severity`, `hostname`, `appname`, `program`, `procid`, `pid`,
/// `msgid`. When the message has a format of its own whose fields may have the same names, those of
/// the envelope begin with `syslog.`.
final class SyslogFields {

  private static final String[] FACILITIES = {
    "kern",
    "user",
    "mail",
    "daemon",
    "auth",
    "syslog",
    "lpr",
    "news",
    "uucp",
    "cron",
    "authpriv",
    "ftp",
    "ntp",
    "audit",
    "alert",
    "clock",
    "local0",
    "local1",
    "local2",
    "local3",
    "local4",
    "local5",
    "local6",
    "local7"
  };
  private static final String[] SEVERITIES = {
    "emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"
  };

  private final StructuredData data;
  private final byte[][] facilities = new byte[FACILITIES.length][];
  private final byte[][] severities = new byte[SEVERITIES.length][];
  private final int[] plain;
  private final int[] carrying;
  private final int program;
  private final int pid;

  SyslogFields(FieldNames names, NameCache cache) {
    data = new StructuredData(cache);
    for (int i = 0; i < FACILITIES.length; i++) {
      facilities[i] = Scan.bytes(FACILITIES[i]);
    }
    for (int i = 0; i < SEVERITIES.length; i++) {
      severities[i] = Scan.bytes(SEVERITIES[i]);
    }
    plain = ids(names, "");
    carrying = ids(names, "syslog.");
    program = names.id("program");
    pid = names.id("pid");
  }

  private static int[] ids(FieldNames names, String prefix) {
    String[] parts = {"facility", "severity", "hostname", "appname", "procid", "msgid"};
    int[] ids = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      ids[i] = names.id(prefix + parts[i]);
    }
    return ids;
  }

  /// Adds the parts that are there.
  ///
  /// @param carries whether the message has fields of its own
  void fill(SyslogHeader header, byte[] b, EventDraft draft, boolean carries) {
    int[] ids = carries ? carrying : plain;
    draft.time(header.time);
    if (header.priority >= 0) {
      made(draft, ids[0], facilities[header.priority >> 3]);
      made(draft, ids[1], severities[header.priority & 7]);
    }
    slice(draft, ids[2], header.host, header.hostEnd);
    if (slice(draft, ids[3], header.app, header.appEnd) && !carries) {
      slice(draft, program, header.app, header.appEnd);
    }
    if (header.pidEnd > header.pid) {
      Values.plain(draft, ids[4], b, header.pid, header.pidEnd);
      if (!carries) {
        Values.plain(draft, pid, b, header.pid, header.pidEnd);
      }
    }
    slice(draft, ids[5], header.id, header.idEnd);
    if (header.dataEnd > header.data) {
      data.fill(b, header.data, header.dataEnd, draft);
    }
  }

  private static boolean slice(EventDraft draft, int field, int from, int to) {
    if (to == from) {
      return false;
    }
    Values.text(draft, field, from, to);
    return true;
  }

  private static void made(EventDraft draft, int field, byte[] text) {
    draft.made(field, ValueKind.TEXT, text, 0, text.length);
  }
}
