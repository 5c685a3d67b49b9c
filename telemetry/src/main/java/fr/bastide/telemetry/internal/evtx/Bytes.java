package fr.bastide.telemetry.internal.evtx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes being written, in an array that grows.
final class Bytes {

  byte[] array = new byte[4_096];
  int end;

  /// Makes room for this many more bytes.
  void room(int more) {
    if (more > array.length - end) {
      array = Arrays.copyOf(array, Math.max(2 * array.length, end + more));
    }
  }

  void ascii(int c) {
    room(1);
    array[end++] = (byte) c;
  }

  void add(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, array, end, bytes.length);
    end += bytes.length;
  }

  String text() {
    return new String(array, 0, end, StandardCharsets.UTF_8);
  }
}
