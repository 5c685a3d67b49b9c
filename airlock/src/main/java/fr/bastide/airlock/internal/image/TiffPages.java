package fr.bastide.airlock.internal.image;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Workbench;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// The pages of a TIFF file (faxes, scans), each decoded and encoded anew.
final class TiffPages {

  private TiffPages() {}

  static byte[] rebuilt(byte[] bytes, Workbench bench) throws IOException {
    ImageReader reader = Decoding.reader("tiff");
    ImageWriter writer = Encoding.writer("tiff");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BytesInput in = new BytesInput(bytes);
        MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
      reader.setInput(in, false, false);
      writer.setOutput(to);
      int pages = reader.getNumImages(true);
      if (pages < 1) {
        throw new RefusedException(Reason.MALFORMED, "tiff");
      }
      if (pages > bench.policy().limits().pages()) {
        throw new RefusedException(Reason.TOO_MANY_PARTS, "tiff");
      }
      writer.prepareWriteSequence(null);
      for (int page = 0; page < pages; page++) {
        bench.parts(1);
        Bounds.check(reader.getWidth(page), reader.getHeight(page), "page " + (page + 1), bench);
        write(page(reader, page), writer);
      }
      writer.endWriteSequence();
    } finally {
      reader.dispose();
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static Picture page(ImageReader reader, int page) throws IOException {
    TIFFDirectory tags = TIFFDirectory.createFromMetadata(reader.getImageMetadata(page));
    BufferedImage read = reader.read(page);
    BufferedImage pixels =
        read.getColorModel() instanceof IndexColorModel || isGrey(read)
            ? read
            : Decoding.plain(read);
    int orientation =
        number(tags, BaselineTIFFTagSet.TAG_ORIENTATION).map(Number::intValue).orElse(1);
    if (orientation < 1 || orientation > 8) {
      orientation = Exif.UPRIGHT;
    }
    return new Picture(Turning.upright(pixels, orientation), density(tags));
  }

  private static boolean isGrey(BufferedImage image) {
    return image.getType() == BufferedImage.TYPE_BYTE_GRAY;
  }

  private static Optional<Picture.Density> density(TIFFDirectory tags) {
    Optional<Double> across = number(tags, BaselineTIFFTagSet.TAG_X_RESOLUTION);
    Optional<Double> down = number(tags, BaselineTIFFTagSet.TAG_Y_RESOLUTION);
    int unit = number(tags, BaselineTIFFTagSet.TAG_RESOLUTION_UNIT).map(Number::intValue).orElse(2);
    if (across.isEmpty() || down.isEmpty() || (unit != 2 && unit != 3)) {
      return Optional.empty();
    }
    double perMetre = unit == 2 ? 10_000 / 254.0 : 100;
    return Picture.Density.of(
        Math.round(across.get() * perMetre), Math.round(down.get() * perMetre));
  }

  private static Optional<Double> number(TIFFDirectory tags, int tag) {
    TIFFField field = tags.getTIFFField(tag);
    if (field == null || field.getCount() < 1 || field.getType() == TIFFTag.TIFF_ASCII) {
      return Optional.empty();
    }
    double value = field.getAsDouble(0);
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }

  private static void write(Picture picture, ImageWriter writer) throws IOException {
    BufferedImage pixels = picture.pixels();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionType(pixels.getColorModel().getPixelSize() == 1 ? "CCITT T.6" : "Deflate");
    IIOMetadata tree = writer.getDefaultImageMetadata(new ImageTypeSpecifier(pixels), how);
    if (picture.density().isPresent()) {
      tree = told(tree, picture.density().get());
    }
    writer.writeToSequence(new IIOImage(pixels, null, tree), how);
  }

  private static IIOMetadata told(IIOMetadata tree, Picture.Density density)
      throws IIOInvalidTreeException {
    TIFFDirectory tags = TIFFDirectory.createFromMetadata(tree);
    BaselineTIFFTagSet set = BaselineTIFFTagSet.getInstance();
    tags.addTIFFField(
        new TIFFField(
            set.getTag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT),
            TIFFTag.TIFF_SHORT,
            1,
            new char[] {3}));
    tags.addTIFFField(rational(set, BaselineTIFFTagSet.TAG_X_RESOLUTION, density.across()));
    tags.addTIFFField(rational(set, BaselineTIFFTagSet.TAG_Y_RESOLUTION, density.down()));
    return tags.getAsMetadata();
  }

  private static TIFFField rational(BaselineTIFFTagSet set, int tag, int perMetre) {
    return new TIFFField(set.getTag(tag), TIFFTag.TIFF_RATIONAL, 1, new long[][] {{perMetre, 100}});
  }
}
