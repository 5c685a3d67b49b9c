package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Deflate, with bounds on the way in.
final class Flate {

  private static final int CHUNK = 65_536;

  /// What inflating gave.
  ///
  /// @param bytes what came out
  /// @param consumed how many bytes went in up to the end mark
  /// @param whole whether the end mark was met and the check sum right
  /// @param damaged whether something within could not be inflated
  record Inflated(byte[] bytes, int consumed, boolean whole, boolean damaged) {}

  private Flate() {}

  static byte[] deflate(byte[] plain) {
    Deflater deflater = new Deflater(plain.length > 4_000_000 ? 4 : 6);
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3 + 64);
      byte[] chunk = new byte[Math.min(CHUNK, plain.length + 64)];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /// Inflates what can be inflated; damage ends it early, as readers do.
  ///
  /// @param most bytes that may come out
  /// @throws RefusedException when more would come out
  static Inflated inflate(byte[] raw, long most, String where) {
    Inflated inflated = inflate(raw, 0, false, most, where);
    if (inflated.bytes().length == 0 && raw.length > 2) {
      return inflate(raw, 2, true, most, where);
    }
    return inflated;
  }

  private static Inflated inflate(byte[] raw, int from, boolean bare, long most, String where) {
    Inflater inflater = new Inflater(bare);
    try {
      inflater.setInput(raw, from, raw.length - from);
      byte[] out = new byte[(int) Math.min(Math.max(256, raw.length * 4L), CHUNK)];
      int size = 0;
      boolean whole = false;
      boolean damage = false;
      try {
        while (!inflater.finished()) {
          if (size == out.length) {
            out = Arrays.copyOf(out, Math.multiplyExact(size, 2));
          }
          int n = inflater.inflate(out, size, out.length - size);
          size += n;
          if (size > most) {
            throw new RefusedException(Reason.BOMB, where);
          }
          if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
            break;
          }
        }
        whole = inflater.finished();
      } catch (DataFormatException damaged) {
        // What came out before the damage is what readers show.
        size = (int) inflater.getBytesWritten();
        damage = true;
      }
      int consumed = from + (int) inflater.getBytesRead();
      return new Inflated(Arrays.copyOf(out, size), consumed, whole, damage);
    } finally {
      inflater.end();
    }
  }
}
