package fr.bastide.airlock.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CobsTest {

  @Test
  void everyLengthComesBackWithoutAZeroOnTheWay() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int length = 0; length < 1_200; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      for (int i = 0; i < length; i++) {
        bytes[i] = random.nextInt(length % 7 + 1) == 0 ? 0 : bytes[i];
      }
      ByteBuffer stuffed = ByteBuffer.allocate(Cobs.most(length));
      Cobs.write(ByteBuffer.wrap(bytes), stuffed);
      stuffed.flip();
      for (int i = 0; i < stuffed.limit() - 1; i++) {
        assertThat(stuffed.get(i)).as("seed %d length %d", seed, length).isNotZero();
      }
      assertThat(stuffed.get(stuffed.limit() - 1)).isZero();
      ByteBuffer back = ByteBuffer.allocate(length);
      assertThat(Cobs.read(stuffed.limit(stuffed.limit() - 1), back)).isTrue();
      assertThat(back.array()).as("seed %d length %d", seed, length).isEqualTo(bytes);
    }
  }

  @Test
  void aReaderThatComesInTheMiddleFindsTheNext() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    List<byte[]> sent = new ArrayList<>();
    try (StreamOutlet outlet = new StreamOutlet(line)) {
      for (int i = 0; i < 200; i++) {
        byte[] datagram = new byte[1 + random.nextInt(1_500)];
        random.nextBytes(datagram);
        sent.add(datagram);
        outlet.send(ByteBuffer.wrap(datagram));
      }
    }
    byte[] all = line.toByteArray();
    int cut = 1 + random.nextInt(2_000);
    int damaged = cut + 20_000;
    all[damaged] ^= 0x55;
    List<byte[]> read = new ArrayList<>();
    try (StreamInlet inlet =
        new StreamInlet(new ByteArrayInputStream(all, cut, all.length - cut))) {
      ByteBuffer into = ByteBuffer.allocate(2_000);
      for (int quiet = 0; quiet < 2; ) {
        if (inlet.take(into)) {
          byte[] one = new byte[into.remaining()];
          into.get(one);
          read.add(one);
        } else {
          quiet++;
        }
      }
    }
    long whole =
        read.stream()
            .filter(r -> sent.stream().anyMatch(s -> java.util.Arrays.equals(s, r)))
            .count();
    long firstWhole = sent.size() - whole;
    assertThat(firstWhole).as("seed %d", seed).isLessThan(60);
    assertThat(read.getLast()).as("seed %d", seed).isEqualTo(sent.getLast());
  }
}
