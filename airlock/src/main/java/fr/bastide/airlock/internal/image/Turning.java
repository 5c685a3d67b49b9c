package fr.bastide.airlock.internal.image;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/// Turns pixels the way up that their orientation tells (TIFF 6.0, tag 274).
final class Turning {

  private Turning() {}

  /// The picture upright: orientations 5 to 8 exchange width and height.
  static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == Exif.UPRIGHT) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    boolean exchanged = orientation >= 5;
    WritableRaster from = image.getRaster();
    WritableRaster to =
        from.createCompatibleWritableRaster(exchanged ? height : width, exchanged ? width : height);
    @org.jspecify.annotations.Nullable Object pixel = null;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixel = from.getDataElements(x, y, pixel);
        to.setDataElements(
            across(orientation, x, y, width, height),
            down(orientation, x, y, width, height),
            pixel);
      }
    }
    return new BufferedImage(image.getColorModel(), to, image.isAlphaPremultiplied(), null);
  }

  private static int across(int orientation, int x, int y, int width, int height) {
    return switch (orientation) {
      case 2, 3 -> width - 1 - x;
      case 5, 8 -> y;
      case 6, 7 -> height - 1 - y;
      default -> x;
    };
  }

  private static int down(int orientation, int x, int y, int width, int height) {
    return switch (orientation) {
      case 3, 4 -> height - 1 - y;
      case 5, 6 -> x;
      case 7, 8 -> width - 1 - x;
      default -> y;
    };
  }
}
