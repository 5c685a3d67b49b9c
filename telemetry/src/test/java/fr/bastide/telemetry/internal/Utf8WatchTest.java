package fr.bastide.telemetry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8WatchTest {

  @Test
  void saysNothingOfGoodText() throws IOException {
    assertThat(
            troubles("caf\u00e9 \u20ac \ud83d\ude00\nplain\n".getBytes(StandardCharsets.UTF_8), 3))
        .isEmpty();
  }

  @Test
  void namesTheLineOfTheFirstBadByteAndCounts() throws IOException {
    byte[] bytes =
        "first line is fine\nsecond caf\u00e9\nthird \u00ff\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    List<Trouble> troubles = troubles(bytes, 7);
    assertThat(troubles).hasSize(1);
    assertThat(troubles.getFirst().place()).isEqualTo("line 2");
    assertThat(troubles.getFirst().what().en()).contains("(2 in all");
  }

  @Test
  void agreesWithTheDecoderOfTheJdkWhateverTheBytesAndTheCuts() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] palette = {
      'a',
      '\n',
      (byte) 0x80,
      (byte) 0xBF,
      (byte) 0xC1,
      (byte) 0xC3,
      (byte) 0xE0,
      (byte) 0xA0,
      (byte) 0xED,
      (byte) 0x9F,
      (byte) 0xF0,
      (byte) 0x90,
      (byte) 0xF4,
      (byte) 0x8F,
      (byte) 0xF5,
      (byte) 0xE2,
      (byte) 0x82
    };
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = new byte[random.nextInt(24)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = palette[random.nextInt(palette.length)];
      }
      assertThat(troubles(bytes, 1 + random.nextInt(9)).isEmpty())
          .as("seed %d round %d", seed, round)
          .isEqualTo(isUtf8(bytes));
    }
  }

  @Test
  void countsLinesAsSlowlyCountingThemDoes() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] palette = {'\n', '\t', 0x0B, 0x00, 0x7F, 0x75, 'z', '\n'};
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(60)];
      int lines = 1;
      for (int i = 0; i < bytes.length - 1; i++) {
        bytes[i] = palette[random.nextInt(palette.length)];
        lines += bytes[i] == '\n' ? 1 : 0;
      }
      bytes[bytes.length - 1] = (byte) 0xFF;
      assertThat(troubles(bytes, 1 + random.nextInt(40)).getFirst().place())
          .as("seed %d round %d", seed, round)
          .isEqualTo("line " + lines);
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  private static List<Trouble> troubles(byte[] bytes, int cut) throws IOException {
    List<Trouble> told = new ArrayList<>();
    try (InputStream watch = new Utf8Watch(new ByteArrayInputStream(bytes))) {
      byte[] part = new byte[cut];
      while (watch.read(part, 0, cut) >= 0) {
        continue;
      }
      ((Utf8Watch) watch).tell(told::add);
    }
    return told;
  }
}
