package fr.bastide.airlock.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

  private final LinkKeys.Pair low = LinkKeys.make(LinkKeys.Side.LOW);
  private final LinkKeys.Pair high = LinkKeys.make(LinkKeys.Side.HIGH);

  @Test
  void whatIsSealedOpensAsItWas() {
    Item item = item(new byte[] {1, 2, 3});
    assertThat(open(Envelope.seal(item, low, high.open())))
        .isEqualTo(new Envelope.Opened.Good(item));
    Item empty = item(new byte[0]);
    assertThat(open(Envelope.seal(empty, low, high.open())))
        .isEqualTo(new Envelope.Opened.Good(empty));
  }

  @Test
  void anyChangedByteIsRefused() {
    byte[] sealed = Envelope.seal(item(new byte[40]), low, high.open());
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThat(open(changed)).as("byte %d", i).isInstanceOf(Envelope.Opened.Bad.class);
    }
  }

  @Test
  void anyCutOrAdditionIsRefused() {
    byte[] sealed = Envelope.seal(item(new byte[40]), low, high.open());
    for (int length = 0; length < sealed.length; length++) {
      assertThat(open(java.util.Arrays.copyOf(sealed, length)))
          .isInstanceOf(Envelope.Opened.Bad.class);
    }
    assertThat(open(java.util.Arrays.copyOf(sealed, sealed.length + 1)))
        .isInstanceOf(Envelope.Opened.Bad.class);
  }

  @Test
  void anotherLowSideIsNotBelieved() {
    LinkKeys.Pair stranger = LinkKeys.make(LinkKeys.Side.LOW);
    assertThat(open(Envelope.seal(item(new byte[4]), stranger, high.open())))
        .isEqualTo(new Envelope.Opened.Bad(Envelope.Fault.KEYS));
  }

  @Test
  void whatWasSealedForAnotherIsNotOpened() {
    LinkKeys.Pair other = LinkKeys.make(LinkKeys.Side.HIGH);
    assertThat(open(Envelope.seal(item(new byte[4]), low, other.open())))
        .isEqualTo(new Envelope.Opened.Bad(Envelope.Fault.KEYS));
  }

  @Test
  void keysComeBackFromTheirLines() {
    LinkKeys.Pair again =
        new LinkKeys.Pair(
            LinkKeys.readPublic(LinkKeys.Side.HIGH, LinkKeys.write(high.open())),
            LinkKeys.readSecret(LinkKeys.Side.HIGH, LinkKeys.write(high.secret())));
    Item item = item(new byte[4]);
    assertThat(Envelope.open(Envelope.seal(item, low, again.open()), low.open(), again))
        .isEqualTo(new Envelope.Opened.Good(item));
  }

  @Test
  void randomBytesAreRefused() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      assertThat(open(noise)).as("seed %d", seed).isInstanceOf(Envelope.Opened.Bad.class);
    }
  }

  private Envelope.Opened open(byte[] sealed) {
    return Envelope.open(sealed, low.open(), high);
  }

  private static Item item(byte[] content) {
    return new Item(
        7,
        Instant.ofEpochMilli(1_795_000_000_123L),
        "mail-in",
        "devis n\u00b0 4.pdf",
        "application/pdf",
        "{}".getBytes(StandardCharsets.UTF_8),
        content);
  }
}
