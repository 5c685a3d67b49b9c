package fr.bastide.telemetry.internal.audit;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.ValueKind;
import fr.bastide.telemetry.internal.line.Scan;
import fr.bastide.telemetry.internal.line.Values;

/// Values that the kernel writes in hexadecimal because strangers chose them.
final class AuditText {

  private static final byte SEVERAL_KEYS = 1;

  private final Values values = new Values();

  /// Whether the slice is bytes in hexadecimal.
  static boolean hexadecimal(byte[] b, int from, int to) {
    if (from >= to || (to - from) % 2 != 0) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (Scan.hex(b[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Writes what the slice says in hexadecimal into `into` at `at`; returns where it ends there.
  static int decode(byte[] b, int from, int to, byte[] into, int at) {
    int out = at;
    for (int i = from; i + 1 < to; i += 2) {
      into[out++] = (byte) (Scan.hex(b[i]) << 4 | Scan.hex(b[i + 1]));
    }
    return out;
  }

  /// Adds a value of an untrusted field that stands without quotes: decoded when it is hexadecimal,
  /// with the NUL bytes between the words of a command line as spaces.
  void add(EventDraft draft, int field, byte[] b, int from, int to) {
    if (!hexadecimal(b, from, to)) {
      Values.plain(draft, field, b, from, to);
      return;
    }
    byte[] room = values.room(to - from);
    int length = decode(b, from, to, room, 0);
    while (length > 0 && room[length - 1] == 0) {
      length--;
    }
    for (int i = 0; i < length; i++) {
      room[i] = room[i] == 0 ? (byte) ' ' : room[i];
    }
    values.made(draft, field, length);
  }

  /// Adds the keys of audit rules, each as a value: the kernel writes several with 01 between.
  void keys(EventDraft draft, int field, byte[] b, int from, int to) {
    if (!hexadecimal(b, from, to)) {
      Values.plain(draft, field, b, from, to);
      return;
    }
    byte[] room = values.room(to - from);
    int length = decode(b, from, to, room, 0);
    int start = 0;
    for (int i = 0; i <= length; i++) {
      if (i == length || room[i] == SEVERAL_KEYS) {
        draft.made(field, ValueKind.TEXT, room, start, i);
        start = i + 1;
      }
    }
  }
}
