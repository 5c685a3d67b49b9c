package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;

/// QRadar's Log Event Extended Format: `LEEF:1.0|vendor|product|version|event|` with attributes
/// between tabs, `LEEF:2.0|...|delimiter|` with a delimiter of its own, one character or `x` and
/// its code in hexadecimal.
///
/// `devTimeFormat` is not interpreted: the forms it names in practice are recognised as they stand.
final class LeefPayload implements Payload {

  private static final byte[] SIGN = Scan.bytes("LEEF:");

  private final NameCache names;
  private final Stamps stamps;
  private final Pairs pairs;
  private final int version;
  private final int[] header;
  private final int devTime;

  LeefPayload(FieldNames fieldNames, NameCache names, Stamps stamps) {
    this.names = names;
    this.stamps = stamps;
    pairs = new Pairs(names);
    version = fieldNames.id("leefVersion");
    header =
        new int[] {
          fieldNames.id("deviceVendor"),
          fieldNames.id("deviceProduct"),
          fieldNames.id("deviceVersion"),
          fieldNames.id("eventId")
        };
    devTime = fieldNames.id("devTime");
  }

  @Override
  public boolean stands(byte[] b, int from, int to) {
    return Scan.starts(b, from, to, SIGN) && from + 5 < to && Scan.digit(b[from + 5]);
  }

  @Override
  public boolean fill(byte[] b, int from, int to, EventDraft draft) {
    int i = from + SIGN.length;
    int bar = Scan.find(b, i, to, (byte) '|');
    if (bar < 0 || bars(b, bar + 1, to) < header.length - 1) {
      return false;
    }
    boolean second = b[i] >= '2';
    Values.plain(draft, version, b, i, bar);
    for (int field : header) {
      i = bar + 1;
      bar = Scan.find(b, i, to, (byte) '|');
      bar = bar < 0 ? to : bar;
      Values.plain(draft, field, b, i, bar);
    }
    attributes(b, Math.min(bar + 1, to), to, second, draft);
    int at = draft.event().find(devTime, 0);
    if (at >= 0) {
      Event event = draft.event();
      if (stamps.any(event.bytes(at), event.start(at), event.end(at)) >= 0) {
        draft.time(stamps.micros());
      }
    }
    return true;
  }

  @Override
  public String shape() {
    return "leef";
  }

  private void attributes(byte[] b, int from, int to, boolean second, EventDraft draft) {
    int i = from;
    byte delimiter = '\t';
    if (second) {
      int bar = Scan.find(b, from, Math.min(to, from + 6), (byte) '|');
      int code = bar < 0 ? -1 : delimiter(b, from, bar);
      if (code >= 0) {
        delimiter = (byte) code;
        i = bar + 1;
      }
    }
    if (delimiter == '\t' && Scan.find(b, i, to, delimiter) < 0) {
      // Senders whose tabs became spaces on the way.
      pairs.read(b, i, to, draft, true);
      return;
    }
    for (int count = 0; i < to; count++) {
      if (count == Values.MOST) {
        draft.cut();
        return;
      }
      int end = Scan.find(b, i, to, delimiter);
      end = end < 0 ? to : end;
      int equals = Scan.find(b, i, end, (byte) '=');
      int name = Scan.pastSpaces(b, i, end);
      if (equals > name) {
        Values.plain(draft, names.id(b, name, equals), b, equals + 1, end);
      }
      i = end + 1;
    }
  }

  /// The delimiter that the slice says; a tab when it is empty, -1 when it says none.
  private static int delimiter(byte[] b, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return '\t';
    }
    if (length == 1) {
      return b[from];
    }
    int x = b[from] == '0' && length > 2 ? from + 1 : from;
    if ((b[x] | 0x20) != 'x' || to - x < 2 || to - x > 3) {
      return -1;
    }
    int value = 0;
    for (int i = x + 1; i < to; i++) {
      int digit = Scan.hex(b[i]);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static int bars(byte[] b, int from, int to) {
    int count = 0;
    for (int i = Scan.find(b, from, to, (byte) '|');
        i >= 0 && count < 5;
        i = Scan.find(b, i + 1, to, (byte) '|')) {
      count++;
    }
    return count;
  }
}
