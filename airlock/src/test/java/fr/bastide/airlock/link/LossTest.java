package fr.bastide.airlock.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What the halves of the link make of loss, by datagrams handed over in memory.
class LossTest {

  private static final byte[] SECRET = new byte[Datagrams.SECRET];
  private static final byte[] SESSION = new byte[Datagrams.SESSION];

  private final LinkShape shape = LinkShape.forMtu(1500);
  private final Map<Long, byte[]> arrived = new HashMap<>();

  @Test
  void nothingIsMissingAtTwoPercentLoss() {
    long seed = new Random().nextLong();
    Map<Long, byte[]> sent = carry(new Random(seed), 400, 0.02, false);
    assertThat(arrived.keySet()).as("seed %d", seed).isEqualTo(sent.keySet());
    sent.forEach((number, bytes) -> assertThat(arrived.get(number)).isEqualTo(bytes));
  }

  @Test
  void orderDoesNotMatter() {
    long seed = new Random().nextLong();
    Map<Long, byte[]> sent = carry(new Random(seed), 60, 0.02, true);
    assertThat(arrived.keySet()).as("seed %d", seed).isEqualTo(sent.keySet());
  }

  @Test
  void whatArrivesAtThirtyPercentLossIsWhole() {
    long seed = new Random().nextLong();
    Map<Long, byte[]> sent = carry(new Random(seed), 400, 0.30, false);
    assertThat(arrived.size()).as("seed %d", seed).isLessThan(sent.size());
    arrived.forEach((number, bytes) -> assertThat(bytes).isEqualTo(sent.get(number)));
  }

  private Map<Long, byte[]> carry(Random random, int items, double loss, boolean shuffled) {
    List<byte[]> datagrams = new ArrayList<>();
    Map<Long, byte[]> sent = new HashMap<>();
    Datagrams out = new Datagrams(SECRET, SESSION);
    long[] count = {0};
    ByteBuffer payload = ByteBuffer.allocate(2_000);
    ByteBuffer wire = ByteBuffer.allocate(2_000);
    BlockWriter writer =
        new BlockWriter(
            shape,
            (block, data, repair, index, symbol) -> {
              payload.clear();
              payload.putLong(block).put((byte) data).put((byte) repair).put((byte) index);
              payload.put(symbol).flip();
              out.write(Datagrams.Kind.SYMBOL, count[0]++, payload, wire);
              assertThat(wire.remaining()).isEqualTo(1472);
              byte[] bytes = new byte[wire.remaining()];
              wire.get(bytes);
              datagrams.add(bytes);
            });
    for (long number = 1; number <= items; number++) {
      byte[] envelope = new byte[random.nextInt(number % 20 == 0 ? 600_000 : 20_000)];
      random.nextBytes(envelope);
      sent.put(number, envelope);
      writer.write(number, envelope);
      if (random.nextInt(10) == 0) {
        writer.flush();
      }
    }
    writer.flush();
    if (shuffled) {
      for (int from = 0; from < datagrams.size(); from += 300) {
        Collections.shuffle(
            datagrams.subList(from, Math.min(datagrams.size(), from + 300)), random);
      }
    }
    receive(datagrams, random, loss);
    return sent;
  }

  private void receive(List<byte[]> datagrams, Random random, double loss) {
    ItemAssembler assembler = new ItemAssembler(1 << 26, arrived::put);
    BlockReader reader = new BlockReader(shape.symbol(), assembler::accept);
    Datagrams in = new Datagrams(SECRET, new byte[Datagrams.SESSION]);
    ByteBuffer into = ByteBuffer.allocate(2_000);
    for (byte[] datagram : datagrams) {
      if (random.nextDouble() < loss) {
        continue;
      }
      Datagrams.Received received = in.read(ByteBuffer.wrap(datagram), into).orElseThrow();
      ByteBuffer payload = received.payload();
      reader.accept(
          payload.getLong(),
          payload.get() & 0xFF,
          payload.get() & 0xFF,
          payload.get() & 0xFF,
          payload.slice());
    }
  }

  @Test
  void aDatagramOfAnotherSecretOrChangedIsDropped() {
    Datagrams out = new Datagrams(SECRET, SESSION);
    ByteBuffer wire = ByteBuffer.allocate(200);
    out.write(Datagrams.Kind.HEARTBEAT, 4, ByteBuffer.wrap(new byte[] {1, 2, 3}), wire);
    byte[] good = new byte[wire.remaining()];
    wire.get(good);
    byte[] other = new byte[Datagrams.SECRET];
    other[0] = 1;
    ByteBuffer into = ByteBuffer.allocate(200);
    assertThat(new Datagrams(other, SESSION).read(ByteBuffer.wrap(good), into)).isEmpty();
    for (int i = 0; i < good.length; i++) {
      byte[] changed = good.clone();
      changed[i] ^= 4;
      assertThat(new Datagrams(SECRET, SESSION).read(ByteBuffer.wrap(changed), into))
          .as("byte %d", i)
          .isEmpty();
    }
    assertThat(new Datagrams(SECRET, new byte[16]).read(ByteBuffer.wrap(good), into)).isPresent();
  }
}
