package fr.bastide.airlock.internal.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.awt.Graphics2D;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Decodes still pictures to pixels in sRGB, upright, within bounds.
final class Decoding {

  /// The length of the first header that tells a resolution (BITMAPINFOHEADER).
  private static final int BMP_WITH_DENSITY = 40;

  private Decoding() {}

  static Picture jpeg(byte[] bytes, Workbench bench, Ledger ledger) throws IOException {
    JpegShape shape = JpegShape.of(bytes, ledger);
    Bounds.check(shape.width(), shape.height(), "jpeg", bench);
    ImageReader reader = reader("jpeg");
    BufferedImage pixels;
    try (BytesInput in = new BytesInput(shape.clean())) {
      reader.setInput(in, true, true);
      pixels = shape.components() == 4 ? inks(reader, shape) : colours(reader, shape);
    } finally {
      reader.dispose();
    }
    Optional<Picture.Density> density =
        shape.orientation() < Exif.ON_ITS_SIDE
            ? shape.density()
            : shape.density().map(Picture.Density::turned);
    return new Picture(Turning.upright(pixels, shape.orientation()), density);
  }

  private static BufferedImage colours(ImageReader reader, JpegShape shape) throws IOException {
    BufferedImage read = reader.read(0);
    Optional<ICC_Profile> profile = Colours.profile(shape.profile(), shape.components());
    return profile.isPresent() ? Colours.toSrgb(read, profile.get()) : read;
  }

  private static BufferedImage inks(ImageReader reader, JpegShape shape) throws IOException {
    WritableRaster samples = (WritableRaster) reader.readRaster(0, null);
    InkSamples.normalise(samples, shape.adobe());
    return Colours.profile(shape.profile(), 4)
        .flatMap(profile -> Colours.toSrgb((Raster) samples, profile))
        .orElseGet(() -> Colours.ofInks(samples));
  }

  static Picture png(byte[] bytes, Workbench bench, Ledger ledger) throws IOException {
    PngShape shape = PngShape.of(bytes, ledger);
    Bounds.check(shape.width(), shape.height(), "png", bench);
    BufferedImage read = read(reader("png"), shape.clean());
    Optional<ICC_Profile> profile = Colours.profile(shape.profile(), 3);
    BufferedImage pixels = profile.isPresent() ? Colours.toSrgb(read, profile.get()) : read;
    return new Picture(pixels, shape.density());
  }

  static Picture bmp(byte[] bytes, Workbench bench) throws IOException {
    byte[] clean = bytes.clone();
    // A header of version 5 may name a colour profile by its path: it is told to be plain sRGB.
    if (clean.length > 74 && clean[14] == 124) {
      System.arraycopy(new byte[] {'B', 'G', 'R', 's'}, 0, clean, 70, 4);
    }
    ImageReader reader = reader("bmp");
    check(reader, clean, "bmp", bench);
    ByteBuffer header = ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN);
    Optional<Picture.Density> density =
        clean.length >= 46 && header.getInt(14) >= BMP_WITH_DENSITY
            ? Picture.Density.of(header.getInt(38), header.getInt(42))
            : Optional.empty();
    return new Picture(read(reader, clean), density);
  }

  static Picture webp(byte[] bytes, Workbench bench) throws IOException {
    WebPImageReaderSpi provider = new WebPImageReaderSpi();
    check(provider.createReaderInstance(null), bytes, "webp", bench);
    return new Picture(plain(read(provider.createReaderInstance(null), bytes)), Optional.empty());
  }

  /// A reader of the platform, never one that a library registered.
  static ImageReader reader(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
        return reader;
      }
    }
    throw new IllegalStateException("the platform reads no " + format);
  }

  private static void check(ImageReader reader, byte[] bytes, String where, Workbench bench)
      throws IOException {
    try (BytesInput in = new BytesInput(bytes)) {
      reader.setInput(in, false, true);
      Bounds.check(reader.getWidth(0), reader.getHeight(0), where, bench);
    }
  }

  private static BufferedImage read(ImageReader reader, byte[] bytes) throws IOException {
    try (BytesInput in = new BytesInput(bytes)) {
      reader.setInput(in, false, true);
      BufferedImage read = reader.read(0);
      if (read == null) {
        throw new RefusedException(Reason.MALFORMED, "pixels");
      }
      return read;
    } finally {
      reader.dispose();
    }
  }

  /// The same pixels in a plain form that every writer knows.
  static BufferedImage plain(BufferedImage image) {
    int type =
        image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    if (image.getType() == type) {
      return image;
    }
    BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), type);
    Graphics2D pen = plain.createGraphics();
    try {
      pen.drawImage(image, 0, 0, null);
    } finally {
      pen.dispose();
    }
    return plain;
  }
}
