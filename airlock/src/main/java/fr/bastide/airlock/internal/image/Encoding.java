package fr.bastide.airlock.internal.image;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NodeList;

/// Writes pixels as PNG or JPEG, with nothing else but their resolution.
final class Encoding {

  private static final float QUALITY = 0.9f;
  private static final String JPEG_TREE = "javax_imageio_jpeg_image_1.0";
  private static final int AFTER_HEADER = 33;

  private Encoding() {}

  static byte[] png(Picture picture) {
    ImageWriter writer = writer("png");
    try {
      byte[] plain = written(writer, picture.pixels(), null, writer.getDefaultWriteParam());
      return picture.density().map(density -> withDensity(plain, density)).orElse(plain);
    } finally {
      writer.dispose();
    }
  }

  /// JPEG of quality 0.9 with full colour resolution, so that writing on a coloured ground stays
  /// sharp.
  static byte[] jpeg(Picture picture) {
    BufferedImage pixels = picture.pixels();
    ImageWriter writer = writer("jpeg");
    try {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      IIOMetadata tree = writer.getDefaultImageMetadata(new ImageTypeSpecifier(pixels), how);
      fullColour(tree);
      byte[] bytes = written(writer, pixels, tree, how);
      picture.density().ifPresent(density -> tellDensity(bytes, density));
      return bytes;
    } finally {
      writer.dispose();
    }
  }

  static ImageWriter writer(String format) {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
        return writer;
      }
    }
    throw new IllegalStateException("the platform writes no " + format);
  }

  private static byte[] written(
      ImageWriter writer, BufferedImage pixels, @Nullable IIOMetadata tree, ImageWriteParam how) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(pixels, null, tree), how);
    } catch (IOException unwritable) {
      throw new RefusedException(Reason.MALFORMED, "pixels", unwritable);
    }
    return bytes.toByteArray();
  }

  private static void fullColour(IIOMetadata tree) {
    IIOMetadataNode root = (IIOMetadataNode) tree.getAsTree(JPEG_TREE);
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      IIOMetadataNode component = (IIOMetadataNode) components.item(i);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    try {
      tree.setFromTree(JPEG_TREE, root);
    } catch (IOException impossible) {
      throw new IllegalStateException("the platform refuses its own tree", impossible);
    }
  }

  /// Writes the resolution into the JFIF segment, which the writer always puts first.
  private static void tellDensity(byte[] jpeg, Picture.Density density) {
    if (jpeg.length > 18 && jpeg[3] == (byte) 0xe0) {
      int across = Math.min(65_535, Math.max(1, Math.round(density.across() / 100f)));
      int down = Math.min(65_535, Math.max(1, Math.round(density.down() / 100f)));
      ByteBuffer segment = ByteBuffer.wrap(jpeg);
      segment.put(13, (byte) 2);
      segment.putShort(14, (short) across);
      segment.putShort(16, (short) down);
    }
  }

  private static byte[] withDensity(byte[] png, Picture.Density density) {
    byte[] chunk = new byte[21];
    ByteBuffer data = ByteBuffer.wrap(chunk);
    data.putInt(9).put("pHYs".getBytes(StandardCharsets.US_ASCII));
    data.putInt(density.across()).putInt(density.down()).put((byte) 1);
    CRC32 crc = new CRC32();
    crc.update(chunk, 4, 13);
    data.putInt((int) crc.getValue());
    ByteBuffer whole = ByteBuffer.allocate(png.length + chunk.length);
    whole.put(png, 0, AFTER_HEADER).put(chunk).put(png, AFTER_HEADER, png.length - AFTER_HEADER);
    return whole.array();
  }
}
