package fr.bastide.airlock.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;
import org.junit.jupiter.api.Test;

/// The parts of a document that are written anew by rules of their own: JPEG, fonts, maps,
/// profiles, predicted samples.
class PartsTest {

  private static byte[] jpeg() throws IOException {
    BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 1200; i++) {
      picture.setRGB(i % 40, i / 40, i * 7919);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", out);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  @Test
  void aJpegLosesWhatIsNotPicture() throws IOException {
    byte[] plain = jpeg();
    byte[] comment =
        join(
            new byte[] {(byte) 0xff, (byte) 0xfe, 0, 8},
            "secret".getBytes(StandardCharsets.US_ASCII));
    byte[] stuffed =
        join(
            Arrays.copyOf(plain, 2),
            comment,
            Arrays.copyOfRange(plain, 2, plain.length),
            "PK secret".getBytes(StandardCharsets.US_ASCII));
    Jpeg rebuilt = Optional.ofNullable(Jpeg.rebuilt(stuffed)).orElseThrow();
    assertThat(rebuilt.width()).isEqualTo(40);
    assertThat(rebuilt.height()).isEqualTo(30);
    assertThat(rebuilt.decodes()).isTrue();
    assertThat(new String(rebuilt.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    BufferedImage before = ImageIO.read(new ByteArrayInputStream(plain));
    BufferedImage after = ImageIO.read(new ByteArrayInputStream(rebuilt.bytes()));
    for (int i = 0; i < 1200; i++) {
      assertThat(after.getRGB(i % 40, i / 40)).isEqualTo(before.getRGB(i % 40, i / 40));
    }
  }

  @Test
  void aDamagedJpegNeverThrows() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] plain = jpeg();
    for (int round = 0; round < 500; round++) {
      byte[] damaged = Arrays.copyOf(plain, 1 + random.nextInt(plain.length));
      for (int i = 0; i < 5; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Jpeg rebuilt = Jpeg.rebuilt(damaged);
      if (rebuilt != null) {
        assertThat(rebuilt.components()).as("seed %d", seed).isIn(1, 3, 4);
        assertThat(Jpeg.rebuilt(rebuilt.bytes())).as("seed %d", seed).isNotNull();
      }
    }
  }

  @Test
  void predictionsAreUndoneAsAnotherDecoderDoes() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int[] depths = {1, 2, 4, 8, 16};
    for (int round = 0; round < 400; round++) {
      int colors = 1 + random.nextInt(4);
      int bits = depths[random.nextInt(5)];
      int columns = 1 + random.nextInt(20);
      int predictor = random.nextBoolean() ? 2 : 15;
      int row = (colors * bits * columns + 7) / 8 + (predictor == 15 ? 1 : 0);
      byte[] samples = new byte[row * (1 + random.nextInt(6))];
      random.nextBytes(samples);
      for (int i = 0; predictor == 15 && i < samples.length; i += row) {
        samples[i] = (byte) random.nextInt(5);
      }
      COSDictionary parameters = new COSDictionary();
      parameters.setInt(COSName.PREDICTOR, predictor);
      parameters.setInt(COSName.COLORS, colors);
      parameters.setInt(COSName.BITS_PER_COMPONENT, bits);
      parameters.setInt(COSName.COLUMNS, columns);
      COSDictionary dictionary = Sample.dictionary("DecodeParms", parameters);
      dictionary.setItem(COSName.FILTER, COSName.FLATE_DECODE);
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      FilterFactory.INSTANCE
          .getFilter(COSName.FLATE_DECODE)
          .decode(new ByteArrayInputStream(Flate.deflate(samples)), expected, dictionary, 0);
      if (predictor == 15 || bits == 8 || bits == 16) {
        assertThat(Predictors.undone(samples, predictor, colors, bits, columns))
            .as("seed %d: %d %d %d %d", seed, predictor, colors, bits, columns)
            .isEqualTo(expected.toByteArray());
      }
    }
  }

  @Test
  void aMapKeepsItsRangesAndNothingElse() {
    String map =
        "%secret\n/Evil (secret) def begincmap /CMapName /M def 1 begincodespacerange <00> <FF>"
            + " endcodespacerange 2 beginbfchar <01> <0041> <02> (B) endbfchar"
            + " 1 beginbfrange <03> <04> [<0043> <0044>] endbfrange (secret) run endcmap";
    String out =
        new String(
            CharacterMap.rebuilt(map.getBytes(StandardCharsets.US_ASCII)),
            StandardCharsets.US_ASCII);
    assertThat(out)
        .contains("<00> <FF>\n", "<01> <0041>\n", "<02> <42>\n", "<03> <04> [<0043><0044>]")
        .doesNotContain("secret", "run");
  }

  @Test
  void whatIsNoFontProfileOrPictureIsNone() {
    byte[] nonsense = "nonsense".repeat(40).getBytes(StandardCharsets.US_ASCII);
    assertThat(Sfnt.rebuilt(nonsense)).isEmpty();
    assertThat(IccProfile.rebuilt(nonsense, 3)).isEmpty();
    assertThat(Jpeg.rebuilt(nonsense)).isNull();
    assertThat(CharacterMap.rebuilt(nonsense)).isEmpty();
    assertThat(Jbig2Bounds.hold(nonsense, 1_000_000)).isFalse();
  }
}
