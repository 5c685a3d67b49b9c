package fr.bastide.airlock.internal.image;

import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/// Brings colours to sRGB, so that no colour profile has to travel with a picture.
final class Colours {

  private static final int MOST_PROFILE = 4 << 20;
  private static final ICC_Profile SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB);

  private Colours() {}

  /// A profile that changes how colours look; empty when it is sRGB itself, broken, or of other
  /// colours than these.
  static Optional<ICC_Profile> profile(byte[] bytes, int components) {
    if (bytes.length < 128 || bytes.length > MOST_PROFILE || isSrgb(bytes)) {
      return Optional.empty();
    }
    try {
      ICC_Profile profile = ICC_Profile.getInstance(bytes);
      int kind = profile.getColorSpaceType();
      boolean fits =
          (components == 3 && kind == ColorSpace.TYPE_RGB)
              || (components == 4 && kind == ColorSpace.TYPE_CMYK);
      return fits ? Optional.of(profile) : Optional.empty();
    } catch (IllegalArgumentException | CMMException broken) {
      return Optional.empty();
    }
  }

  private static boolean isSrgb(byte[] bytes) {
    byte[] mark = {'s', 'R', 'G', 'B'};
    int last = Math.min(bytes.length, 4096) - mark.length;
    for (int i = 128; i <= last; i++) {
      if (java.util.Arrays.equals(bytes, i, i + mark.length, mark, 0, mark.length)) {
        return true;
      }
    }
    return false;
  }

  /// An RGB picture of a profile in sRGB, with its transparency; the picture as it is when the
  /// profile cannot be applied.
  static BufferedImage toSrgb(BufferedImage image, ICC_Profile profile) {
    int width = image.getWidth();
    int height = image.getHeight();
    WritableRaster bands =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3, null);
    int[] row = new int[width];
    byte[] line = new byte[3 * width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        line[3 * x] = (byte) (row[x] >> 16);
        line[3 * x + 1] = (byte) (row[x] >> 8);
        line[3 * x + 2] = (byte) row[x];
      }
      bands.setDataElements(0, y, width, 1, line);
    }
    Optional<BufferedImage> converted = toSrgb(bands, profile);
    if (converted.isEmpty() || !image.getColorModel().hasAlpha()) {
      return converted.orElse(image);
    }
    BufferedImage whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    int[] colour = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      converted.get().getRGB(0, y, width, 1, colour, 0, width);
      for (int x = 0; x < width; x++) {
        row[x] = (row[x] & 0xff000000) | (colour[x] & 0xffffff);
      }
      whole.setRGB(0, y, width, 1, row, 0, width);
    }
    return whole;
  }

  /// Samples of a profile as an sRGB picture; empty when the profile cannot be applied.
  static Optional<BufferedImage> toSrgb(Raster samples, ICC_Profile profile) {
    BufferedImage rgb = rgb(samples.getWidth(), samples.getHeight());
    try {
      new ColorConvertOp(new ICC_Profile[] {profile, SRGB}, null).filter(samples, rgb.getRaster());
      return Optional.of(rgb);
    } catch (IllegalArgumentException | CMMException broken) {
      return Optional.empty();
    }
  }

  /// Ink samples (0 = none) without a profile as sRGB: the plain product of inks and paper.
  static BufferedImage ofInks(Raster inks) {
    int width = inks.getWidth();
    BufferedImage rgb = rgb(width, inks.getHeight());
    byte[] from = new byte[4 * width];
    byte[] to = new byte[3 * width];
    for (int y = 0; y < inks.getHeight(); y++) {
      inks.getDataElements(0, y, width, 1, from);
      for (int x = 0; x < width; x++) {
        int white = 255 - (from[4 * x + 3] & 0xff);
        for (int band = 0; band < 3; band++) {
          to[3 * x + band] = (byte) ((255 - (from[4 * x + band] & 0xff)) * white / 255);
        }
      }
      rgb.getRaster().setDataElements(0, y, width, 1, to);
    }
    return rgb;
  }

  /// An empty sRGB picture of three bytes a pixel, red first.
  static BufferedImage rgb(int width, int height) {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_BYTE);
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 3, null);
    return new BufferedImage(model, raster, false, null);
  }
}
