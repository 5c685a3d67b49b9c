package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.JsonEscapes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A value without escapes and with ASCII letters in lower case, held for comparisons. Used again
/// for every value; not safe for threads.
final class Folded {

  private byte[] bytes = new byte[256];
  private int length;

  /// A wanted value, folded.
  static byte[] of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = lower(bytes[i]);
    }
    return bytes;
  }

  /// Takes value `i` of an event.
  Folded take(Event event, int i) {
    int start = event.start(i);
    int size = event.end(i) - start;
    if (size > bytes.length) {
      bytes = new byte[Math.max(size, 2 * bytes.length)];
    }
    byte[] from = event.bytes(i);
    if (event.escaped(i)) {
      length = JsonEscapes.undo(from, start, start + size, bytes, 0);
      for (int k = 0; k < length; k++) {
        bytes[k] = lower(bytes[k]);
      }
    } else {
      length = size;
      for (int k = 0; k < size; k++) {
        bytes[k] = lower(from[start + k]);
      }
    }
    return this;
  }

  /// Writes the value and returns where it ends.
  int copyTo(byte[] into, int at) {
    System.arraycopy(bytes, 0, into, at, length);
    return at + length;
  }

  int hash() {
    return hash(bytes, length);
  }

  static int hash(byte[] folded) {
    return hash(folded, folded.length);
  }

  boolean is(byte[] wanted) {
    return length == wanted.length && Arrays.equals(bytes, 0, length, wanted, 0, length);
  }

  boolean starts(byte[] wanted) {
    int size = wanted.length;
    return length >= size && Arrays.equals(bytes, 0, size, wanted, 0, size);
  }

  boolean ends(byte[] wanted) {
    int size = wanted.length;
    return length >= size && Arrays.equals(bytes, length - size, length, wanted, 0, size);
  }

  boolean contains(byte[] wanted) {
    int size = wanted.length;
    for (int i = 0; i + size <= length; i++) {
      if (Arrays.equals(bytes, i, i + size, wanted, 0, size)) {
        return true;
      }
    }
    return false;
  }

  static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
  }

  private static int hash(byte[] bytes, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash ^ (hash >>> 15);
  }
}
