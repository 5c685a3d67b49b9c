package fr.bastide.detection.internal.correlation;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.ValueKind;
import java.nio.charset.StandardCharsets;

/// The values of one field of one event that count: as hashes, or as millionths.
final class Values {

  private static final int MOST = 64;

  private final long[] values = new long[MOST];
  private int size;

  int size() {
    return size;
  }

  long get(int i) {
    return values[i];
  }

  /// This value alone.
  void only(long value) {
    values[0] = value;
    size = 1;
  }

  /// Reads a field: absent, null and structures do not count, nor what is no number where numbers
  /// are asked for.
  void read(Event event, int field, boolean distinct, Keys keys, long seed) {
    size = 0;
    for (int i = event.find(field, 0); i >= 0 && size < MOST; i = event.find(field, i + 1)) {
      ValueKind kind = event.kind(i);
      if (kind == ValueKind.NULL || kind == ValueKind.STRUCTURE) {
        continue;
      }
      long value = distinct ? hash(event, i, keys, seed) : number(event, i);
      if (distinct || value != Micros.NONE) {
        values[size++] = value;
      }
    }
  }

  private static long hash(Event event, int i, Keys keys, long seed) {
    keys.clear();
    keys.value(event, i);
    return Hash.of(seed, keys.bytes(), 0, keys.length());
  }

  private static long number(Event event, int i) {
    if (!event.escaped(i)) {
      return Micros.parse(event.bytes(i), event.start(i), event.end(i));
    }
    byte[] text = event.text(i).getBytes(StandardCharsets.UTF_8);
    return Micros.parse(text, 0, text.length);
  }
}
