package fr.bastide.airlock.internal.archive;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Where the bytes of one member are gathered, within the budget of the item.
final class Inflating extends OutputStream {

  private static final int CHUNK = 16_384;
  private static final long FREE = 1 << 20;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
  private final Workbench bench;
  private final long most;
  private final String where;

  /// @param packed bytes of the archive that the member may have come from
  Inflating(long packed, String where, Workbench bench) {
    this.bench = bench;
    this.where = where;
    this.most =
        Math.min(
            bench.policy().limits().bytes(),
            FREE + Math.max(1, packed) * bench.policy().limits().ratio());
  }

  /// A stream read to its end.
  ///
  /// @throws RefusedException with [Reason#BOMB] when it yields too much
  static byte[] all(InputStream in, long packed, String where, Workbench bench) throws IOException {
    Inflating inflating = new Inflating(packed, where, bench);
    byte[] chunk = new byte[CHUNK];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      inflating.write(chunk, 0, n);
    }
    return inflating.bytes();
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    bench.yielded(length);
    if (out.size() + (long) length > most) {
      throw new RefusedException(Reason.BOMB, where);
    }
    out.write(bytes, offset, length);
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
