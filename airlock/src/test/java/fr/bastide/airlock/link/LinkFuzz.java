package fr.bastide.airlock.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.airlock.AirlockException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Whatever comes over the link, or lies in a journal, is read or dropped.
class LinkFuzz {

  private static final int SYMBOL = 64;
  private static final int MOST_ITEM = 1 << 20;
  private static final byte[] SECRET = new byte[Datagrams.SECRET];
  private static final byte[] SESSION = new byte[Datagrams.SESSION];
  private static final LinkKeys.Pair LOW = LinkKeys.make(LinkKeys.Side.LOW);
  private static final LinkKeys.Pair HIGH = LinkKeys.make(LinkKeys.Side.HIGH);

  /// A frame of a serial line holds a datagram, which nobody without the secret makes.
  @FuzzTest(maxDuration = "10s")
  void anyFrameIsDropped(byte[] data) {
    ByteBuffer datagram = ByteBuffer.allocate(1 << 16);
    boolean whole = Cobs.read(ByteBuffer.wrap(data), datagram);
    datagram.flip();
    assertThat(datagram.remaining()).isLessThanOrEqualTo(data.length);
    ByteBuffer stuffed = ByteBuffer.allocate(Cobs.most(data.length));
    Cobs.write(ByteBuffer.wrap(data), stuffed);
    stuffed.flip();
    ByteBuffer again = ByteBuffer.allocate(data.length + 1);
    stuffed.limit(stuffed.limit() - 1);
    assertThat(Cobs.read(stuffed, again)).isTrue();
    assertThat(Arrays.copyOf(again.array(), again.position())).isEqualTo(data);
    Datagrams datagrams = new Datagrams(SECRET, SESSION);
    ByteBuffer into = ByteBuffer.allocate(1 << 16);
    assertThat(datagrams.read(ByteBuffer.wrap(data), into)).isEmpty();
    if (whole) {
      assertThat(datagrams.read(datagram, into)).isEmpty();
    }
  }

  /// What a low side that was taken over sends as symbols is held within bounds.
  @FuzzTest(maxDuration = "10s")
  void anySymbolsAreReadWithinBounds(byte[] data) {
    long[] whole = {0};
    ItemAssembler assembler =
        new ItemAssembler(MOST_ITEM, (number, envelope) -> whole[0] += envelope.length);
    BlockReader reader = new BlockReader(SYMBOL, assembler::accept);
    ByteBuffer in = ByteBuffer.wrap(data);
    while (in.remaining() >= Datagrams.BLOCK_HEAD) {
      long block = in.getLong();
      int kinds = in.get() & 0xff;
      int repair = in.get() & 0xff;
      int index = in.get() & 0xff;
      byte[] symbol = new byte[SYMBOL];
      in.get(symbol, 0, Math.min(SYMBOL, in.remaining()));
      reader.accept(block, kinds, repair, index, ByteBuffer.wrap(symbol));
    }
    assertThat(Heartbeat.read(ByteBuffer.wrap(data)).isEmpty() || data.length == Heartbeat.BYTES)
        .isTrue();
    assertThat(whole[0]).isLessThanOrEqualTo((long) MOST_ITEM * data.length);
  }

  @FuzzTest(maxDuration = "10s")
  void anyManifestIsReadOrNot(byte[] data) {
    Optional<Manifest> manifest = Manifest.read(data);
    manifest.ifPresent(read -> assertThat(read.lines()).hasSizeLessThanOrEqualTo(data.length));
  }

  /// Nobody without the low side's key seals an envelope; what was sealed is an item or refused.
  @FuzzTest(maxDuration = "10s")
  void anyEnvelopeIsRefused(byte[] data) {
    assertThat(Envelope.open(data, LOW.open(), HIGH)).isInstanceOf(Envelope.Opened.Bad.class);
    try {
      Item item = Envelope.read(data);
      assertThat(Envelope.read(Envelope.write(item))).isEqualTo(item);
    } catch (IOException noItem) {
      assertThat(noItem).isNotNull();
    }
  }

  /// A high side's journal is read up to its first line that is none; what is added is found again.
  @FuzzTest(maxDuration = "10s")
  void anyJournalOfTheHighSideIsReadUpToItsDamage(byte[] data) throws IOException {
    Path folder = Files.createTempDirectory("journal");
    Path file = folder.resolve("accepted");
    try {
      Files.write(file, signed(data));
      Manifest.Line item = new Manifest.Line(7, 1, "00");
      try (HighJournal journal = new HighJournal(file)) {
        assertThat(journal.session()).hasSize(Datagrams.SESSION);
        journal.accept(item);
        journal.force();
      }
      try (HighJournal journal = new HighJournal(file)) {
        assertThat(journal.find(7)).contains(item);
      }
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /// The lines with the checksums that make them be read at all.
  private static byte[] signed(byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : new String(data, StandardCharsets.US_ASCII).split("\n", -1)) {
      CRC32C crc = new CRC32C();
      crc.update(line.getBytes(StandardCharsets.US_ASCII));
      String whole = line + " " + HexFormat.of().toHexDigits((int) crc.getValue()) + "\n";
      out.writeBytes(whole.getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }

  /// A low side's journal is read up to its first entry that is none.
  @FuzzTest(maxDuration = "10s")
  void anyJournalOfTheLowSideIsReadUpToItsDamage(byte[] data) throws IOException {
    Path folder = Files.createTempDirectory("journal");
    Path segment = folder.resolve(LowSegment.name(1));
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ByteBuffer framed = LowSegment.frame(ByteBuffer.wrap(data));
      bytes.write(framed.array(), 0, framed.remaining());
      bytes.writeBytes(data);
      Files.write(segment, bytes.toByteArray());
      long[] entries = {0};
      long end =
          LowSegment.visit(
              segment,
              true,
              (head, offset, length) -> {
                entries[0]++;
                assertThat(offset + length).isLessThanOrEqualTo(bytes.size());
              });
      assertThat(end).isBetween(0L, (long) bytes.size());
      assertThat(entries[0]).isLessThanOrEqualTo(data.length);
    } finally {
      Files.deleteIfExists(segment);
      Files.delete(folder);
    }
  }

  /// A key file that is none is told in words.
  @FuzzTest(maxDuration = "10s")
  void anyKeyFileIsReadOrToldInWords(byte[] data) throws IOException {
    Path file = Files.createTempFile("low", ".public");
    try {
      Files.write(file, data);
      assertThat(DatedLine.read(file, false)).isNotEmpty();
    } catch (AirlockException told) {
      assertThat(told.text().fr()).contains("Fichier de clé illisible");
    } finally {
      Files.delete(file);
    }
  }
}
