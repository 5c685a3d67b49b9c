package fr.bastide.telemetry.internal.audit;

import java.util.Arrays;

/// The records of one event as far as they have come, in bytes of its own; used again for others.
final class OpenEvent {

  /// The most records held for one event.
  static final int MOST_RECORDS = 128;

  private static final int LARGE = 1 << 16;

  int source;
  long micros;
  long serial;
  long touched;
  byte[] bytes = new byte[2_048];
  int end;
  int count;
  int host;
  int hostEnd;
  final int[] types = new int[MOST_RECORDS];
  final int[] typeEnds = new int[MOST_RECORDS];
  final int[] bodies = new int[MOST_RECORDS];
  final int[] ends = new int[MOST_RECORDS];

  /// Begins another event.
  void begin(int source, AuditHeader header) {
    this.source = source;
    micros = header.micros;
    serial = header.serial;
    end = 0;
    count = 0;
    host = 0;
    hostEnd = 0;
  }

  /// Gives back the room of a long event.
  void rest() {
    if (bytes.length > LARGE) {
      bytes = new byte[2_048];
    }
  }

  /// Whether a record with this header belongs here.
  boolean owns(int source, AuditHeader header) {
    return serial == header.serial && micros == header.micros && this.source == source;
  }

  /// How many bytes of lines it holds.
  int received() {
    return end - Math.max(count - 1, 0);
  }

  /// Adds a line whose header has been parsed.
  void add(byte[] b, int from, int to, AuditHeader header) {
    int length = to - from;
    if (end + length + 1 > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + length + 1));
    }
    if (count > 0) {
      bytes[end++] = '\n';
    }
    int shift = end - from;
    System.arraycopy(b, from, bytes, end, length);
    types[count] = header.type + shift;
    typeEnds[count] = header.typeEnd + shift;
    bodies[count] = header.body + shift;
    end += length;
    ends[count] = end;
    count++;
  }
}
