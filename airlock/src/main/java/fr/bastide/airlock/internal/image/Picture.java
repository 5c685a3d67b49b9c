package fr.bastide.airlock.internal.image;

import java.awt.image.BufferedImage;
import java.util.Optional;

/// Decoded pixels and what must not be lost with the rest: the resolution, which decides the size
/// on paper.
///
/// @param pixels in sRGB or grey
/// @param density dots per metre, when the file told
record Picture(BufferedImage pixels, Optional<Density> density) {

  /// Dots per metre in both directions.
  record Density(int across, int down) {

    private static final int MOST = 1_000_000;

    /// The same for a picture turned by a quarter.
    Density turned() {
      return new Density(down, across);
    }

    /// A density, empty when it makes no sense.
    static Optional<Density> of(long across, long down) {
      return across < 1 || down < 1 || across > MOST || down > MOST
          ? Optional.empty()
          : Optional.of(new Density((int) across, (int) down));
    }
  }

  Picture with(BufferedImage other) {
    return new Picture(other, density);
  }
}
