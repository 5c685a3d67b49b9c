package fr.bastide.airlock.link;

import java.nio.ByteBuffer;

/// Consistent overhead byte stuffing (Cheshire and Baker, 1999): a datagram without a zero byte, so
/// that a zero ends each and a reader that comes in the middle finds the next.
final class Cobs {

  private static final int LONGEST = 254;

  private Cobs() {}

  /// Most bytes that so many become, with the zero that ends them.
  static int most(int bytes) {
    return bytes + bytes / LONGEST + 2;
  }

  /// Writes the datagram and its ending zero.
  static void write(ByteBuffer datagram, ByteBuffer out) {
    int codeAt = out.position();
    out.put((byte) 0);
    int code = 1;
    while (datagram.hasRemaining()) {
      byte next = datagram.get();
      if (next != 0) {
        out.put(next);
        code++;
      }
      if (next == 0 || (code == LONGEST + 1 && datagram.hasRemaining())) {
        out.put(codeAt, (byte) code);
        codeAt = out.position();
        out.put((byte) 0);
        code = 1;
      }
    }
    out.put(codeAt, (byte) code);
    out.put((byte) 0);
  }

  /// Reads what stood before an ending zero.
  ///
  /// @return false when it is damaged or does not fit
  static boolean read(ByteBuffer stuffed, ByteBuffer out) {
    while (stuffed.hasRemaining()) {
      int code = stuffed.get() & 0xFF;
      if (code == 0 || code - 1 > stuffed.remaining() || code - 1 > out.remaining()) {
        return false;
      }
      for (int i = 1; i < code; i++) {
        out.put(stuffed.get());
      }
      if (code <= LONGEST && stuffed.hasRemaining()) {
        if (!out.hasRemaining()) {
          return false;
        }
        out.put((byte) 0);
      }
    }
    return true;
  }
}
