package fr.bastide.airlock.internal.image;

import static fr.bastide.airlock.internal.Through.assertRefused;
import static fr.bastide.airlock.internal.Through.pass;
import static fr.bastide.airlock.internal.Through.rebuilt;
import static fr.bastide.airlock.internal.Through.threats;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDisarmerTest {

  /// Left half red, right half blue, one third of the height black at the bottom.
  private static BufferedImage picture(int type) {
    BufferedImage image = new BufferedImage(48, 24, type);
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 48; x++) {
        image.setRGB(x, y, y >= 16 ? 0xff000000 : x < 24 ? 0xffff0000 : 0xff0000ff);
      }
    }
    return image;
  }

  private static byte[] encoded(String format, BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static BufferedImage decoded(Outcome outcome) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(rebuilt(outcome).content().bytes()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tiff"})
  void pixelsOfLosslessKindsStayTheSame(String format) throws IOException {
    BufferedImage before = picture(BufferedImage.TYPE_INT_RGB);
    BufferedImage after = decoded(pass("a." + format, encoded(format, before)));
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 48; x++) {
        assertThat(after.getRGB(x, y)).as(x + "," + y).isEqualTo(before.getRGB(x, y));
      }
    }
  }

  @Test
  void nothingButPixelsLeavesAJpeg() throws IOException {
    byte[] plain = encoded("jpg", picture(BufferedImage.TYPE_INT_RGB));
    byte[] comment =
        joined(new byte[] {-1, (byte) 0xfe, 0, 8}, "secret".getBytes(StandardCharsets.US_ASCII));
    byte[] file =
        joined(
            Arrays.copyOf(plain, 2),
            comment,
            Arrays.copyOfRange(plain, 2, plain.length),
            "<?php trailing ?>".getBytes(StandardCharsets.US_ASCII));
    Outcome outcome = pass("a.jpg", file);
    String text = new String(rebuilt(outcome).content().bytes(), StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain("secret").doesNotContain("php");
    assertThat(threats(outcome)).contains(Threat.METADATA, Threat.TRAILING_DATA);
  }

  @Test
  void aTurnedPhotographStandsUpright() throws IOException {
    byte[] plain = encoded("jpg", picture(BufferedImage.TYPE_INT_RGB));
    byte[] tiff = {
      'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0
    };
    byte[] exif =
        joined(
            new byte[] {-1, (byte) 0xe1, 0, (byte) (8 + tiff.length)},
            "Exif\0\0".getBytes(StandardCharsets.US_ASCII),
            tiff);
    byte[] file = joined(Arrays.copyOf(plain, 2), exif, Arrays.copyOfRange(plain, 2, plain.length));
    BufferedImage after = decoded(pass("a.jpg", file));
    assertThat(after.getWidth()).isEqualTo(24);
    assertThat(after.getHeight()).isEqualTo(48);
    // Turned a quarter clockwise: the left of the picture is now at the top, its bottom at the
    // left.
    assertThat(after.getRGB(20, 4) >> 16 & 0xff).isGreaterThan(200);
    assertThat(after.getRGB(20, 44) & 0xff).isGreaterThan(200);
    assertThat(after.getRGB(2, 24) & 0xffffff).isLessThan(0x202020);
  }

  @Test
  void theResolutionThatJfifTellsStays() throws IOException {
    byte[] jpeg = encoded("jpg", picture(BufferedImage.TYPE_INT_RGB));
    ByteBuffer.wrap(jpeg).put(13, (byte) 1).putShort(14, (short) 300).putShort(16, (short) 150);
    byte[] after = rebuilt(pass("a.jpg", jpeg)).content().bytes();
    assertThat(Arrays.copyOfRange(after, 13, 18)).containsExactly(2, 0, 118, 0, 59);
  }

  @Test
  void theResolutionThatExifTellsStaysAndTurnsWithThePicture() throws IOException {
    byte[] plain = encoded("jpg", picture(BufferedImage.TYPE_INT_RGB));
    ByteBuffer tiff = ByteBuffer.allocate(80);
    tiff.put(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 4});
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(6 << 16);
    tiff.putShort((short) 0x011a).putShort((short) 5).putInt(1).putInt(64);
    tiff.putShort((short) 0x011b).putShort((short) 5).putInt(1).putInt(72);
    tiff.putShort((short) 0x0128).putShort((short) 3).putInt(1).putInt(3 << 16);
    tiff.position(64).putInt(100).putInt(1).putInt(50).putInt(1);
    byte[] exif =
        joined(
            new byte[] {-1, (byte) 0xe1, 0, (byte) (8 + 80)},
            "Exif\0\0".getBytes(StandardCharsets.US_ASCII),
            tiff.array());
    byte[] jfif = Arrays.copyOf(plain, 20);
    jfif[13] = 0; // tells a shape of the points alone
    byte[] file = joined(jfif, exif, Arrays.copyOfRange(plain, 20, plain.length));
    byte[] after = rebuilt(pass("a.jpg", file)).content().bytes();
    assertThat(Arrays.copyOfRange(after, 13, 18)).containsExactly(2, 0, 50, 0, 100);
  }

  @Test
  void theResolutionOfABitmapStays() throws IOException {
    byte[] bmp = encoded("bmp", picture(BufferedImage.TYPE_INT_RGB));
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(38, 11_811).putInt(42, 5_906);
    ByteBuffer png = ByteBuffer.wrap(rebuilt(pass("a.bmp", bmp)).content().bytes());
    assertThat(png.getInt(37)).isEqualTo(0x70485973); // pHYs
    assertThat(png.getInt(41)).isEqualTo(11_811);
    assertThat(png.getInt(45)).isEqualTo(5_906);
  }

  @Test
  void wordsInAPngAreGone() throws IOException {
    byte[] plain = encoded("png", picture(BufferedImage.TYPE_INT_ARGB));
    byte[] body = "tEXtComment\0secret".getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(body);
    byte[] chunk =
        ByteBuffer.allocate(body.length + 8)
            .putInt(body.length - 4)
            .put(body)
            .putInt((int) crc.getValue())
            .array();
    Outcome outcome =
        pass(
            "a.png",
            joined(
                Arrays.copyOf(plain, 33),
                chunk,
                Arrays.copyOfRange(plain, 33, plain.length),
                new byte[] {'P', 'K'}));
    assertThat(new String(rebuilt(outcome).content().bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain("secret");
    assertThat(threats(outcome)).containsExactly(Threat.METADATA, Threat.TRAILING_DATA);
  }

  @Test
  void allPagesOfATiffStay() throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(to);
      writer.prepareWriteSequence(null);
      writer.writeToSequence(
          new IIOImage(picture(BufferedImage.TYPE_BYTE_BINARY), null, null), null);
      writer.writeToSequence(new IIOImage(picture(BufferedImage.TYPE_INT_RGB), null, null), null);
      writer.endWriteSequence();
    }
    Outcome outcome = pass("a.tif", out.toByteArray());
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(
            new ByteArrayInputStream(rebuilt(outcome).content().bytes()))) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(2);
    }
    assertThat(rebuilt(outcome).content().name()).isEqualTo("a.tif");
  }

  @Test
  void aPictureForPrintIsBroughtToTheScreen() {
    ByteBuffer inks = ByteBuffer.wrap(new byte[] {0, -1, -1, 0});
    java.awt.image.WritableRaster raster =
        java.awt.image.Raster.createInterleavedRaster(
            java.awt.image.DataBuffer.TYPE_BYTE, 1, 1, 4, null);
    raster.setDataElements(0, 0, inks.array());
    assertThat(Colours.ofInks(raster).getRGB(0, 0)).isEqualTo(0xffff0000);
  }

  @Test
  void aPictureOfTooManyPixelsIsRefusedBeforeItIsDecoded() throws IOException {
    byte[] png = encoded("png", picture(BufferedImage.TYPE_INT_RGB));
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    assertRefused(pass("a.png", png), Reason.TOO_LARGE);
  }

  @Test
  void aBrokenPictureIsRefused() throws IOException {
    byte[] png = encoded("png", picture(BufferedImage.TYPE_INT_RGB));
    Arrays.fill(png, 45, png.length - 12, (byte) 7);
    assertRefused(pass("a.png", png), Reason.MALFORMED);
  }

  @Test
  void theSamePictureGivesTheSameBytes() throws IOException {
    byte[] jpeg = encoded("jpg", picture(BufferedImage.TYPE_INT_RGB));
    assertThat(rebuilt(pass("a.jpg", jpeg)).content().bytes())
        .isEqualTo(rebuilt(pass("a.jpg", jpeg)).content().bytes());
    assertThat(rebuilt(pass("a.jpg", jpeg)).type()).isEqualTo(ContentType.JPEG);
  }
}
