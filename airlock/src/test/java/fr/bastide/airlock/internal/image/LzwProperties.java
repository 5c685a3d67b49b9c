package fr.bastide.airlock.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LzwProperties {

  @Test
  void whatIsEncodedIsDecodedAgain() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int minimum = 2 + random.nextInt(7);
      byte[] pixels = new byte[1 + random.nextInt(round < 250 ? 5000 : 60_000)];
      int colours = 1 + random.nextInt(1 << minimum);
      for (int i = 0; i < pixels.length; i++) {
        boolean run = i > 0 && random.nextInt(3) > 0;
        pixels[i] = run ? pixels[i - 1] : (byte) random.nextInt(colours);
      }
      byte[] again = Lzw.decode(Lzw.encode(pixels, minimum), minimum, pixels.length);
      assertThat(again).as("seed %d, round %d", seed, round).isEqualTo(pixels);
    }
  }
}
