package fr.bastide.airlock.internal.image;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;

/// The bounds of a picture, checked before the first pixel is decoded.
final class Bounds {

  private static final int BYTES_PER_PIXEL = 4;

  private Bounds() {}

  /// Counts a picture of these dimensions against the item's budget.
  ///
  /// @throws RefusedException when it has no area or too much
  static void check(int width, int height, String where, Workbench bench) {
    if (width < 1 || height < 1) {
      throw new RefusedException(Reason.MALFORMED, where);
    }
    long pixels = (long) width * height;
    if (pixels > bench.policy().limits().pixels()) {
      throw new RefusedException(Reason.TOO_LARGE, where);
    }
    bench.yielded(pixels * BYTES_PER_PIXEL);
  }
}
