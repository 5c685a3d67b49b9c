package fr.bastide.telemetry.evtx;

import static fr.bastide.telemetry.evtx.EvtxWriter.CHUNK;
import static fr.bastide.telemetry.evtx.EvtxWriter.FIRST_RECORD;
import static fr.bastide.telemetry.evtx.EvtxWriter.HEADER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.Trouble;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Files that are not as they should be.
class EvtxDamageTest {

  @Test
  void wrongChecksumsAreToldAndTheRecordsRead() {
    byte[] file = threeChunks();
    file[HEADER + 53] ^= 1;
    file[HEADER + CHUNK + 124] ^= 1;
    Reading reading = Reading.of(file);
    assertThat(reading.records()).containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(reading.troubles())
        .extracting(Trouble::place)
        .containsExactly("chunk 1, byte 4608", "chunk 1, byte 4096", "chunk 2, byte 69632");
    assertThat(reading.troubles().getFirst().what().en()).contains("checksum");
  }

  @Test
  void damagedFileHeaderIsTold() {
    byte[] file = threeChunks();
    file[42] = 9;
    Reading reading = Reading.of(file);
    assertThat(reading.records()).hasSize(6);
    assertThat(reading.troubles()).hasSize(1);
    assertThat(reading.troubles().getFirst().what().fr()).contains("somme de contrôle");
  }

  @Test
  void garbageInPlaceOfAChunkLosesThatChunkAlone() {
    byte[] file = threeChunks();
    byte[] garbage = new byte[CHUNK];
    new SplittableRandom(4).nextBytes(garbage);
    System.arraycopy(garbage, 0, file, HEADER + CHUNK, CHUNK);
    Reading reading = Reading.of(file);
    assertThat(reading.records()).containsExactly("1", "2", "5", "6");
    assertThat(reading.troubles())
        .extracting(Trouble::place)
        .containsExactly("byte " + (HEADER + CHUNK), "chunk 3");
  }

  @Test
  void chunksOutOfStepAreFoundAgain() {
    byte[] file = threeChunks();
    ByteArrayOutputStream moved = new ByteArrayOutputStream();
    moved.write(file, 0, HEADER + CHUNK);
    moved.writeBytes(new byte[] {1, 2, 3, 'E', 'l'});
    moved.write(file, HEADER + CHUNK, 2 * CHUNK);
    Reading reading = Reading.of(moved.toByteArray());
    assertThat(reading.records()).containsExactly("1", "2", "3", "4", "5", "6");
    assertThat(reading.troubles()).hasSize(1);
    assertThat(reading.troubles().getFirst().what().en()).contains("bytes: 5)");
  }

  @Test
  void missingFileHeaderDoesNotMatter() {
    byte[] file = threeChunks();
    Reading reading = Reading.of(Arrays.copyOfRange(file, HEADER, file.length));
    assertThat(reading.records()).hasSize(6);
    assertThat(reading.troubles()).hasSize(1);
  }

  @Test
  void fileInUseIsReadToItsEnd() {
    byte[] file = threeChunks();
    file[120] = 1;
    file[42] = 1;
    EvtxWriter.sealHeader(file);
    assertThat(Reading.of(file).records()).hasSize(6);
    assertThat(Reading.of(file).troubles()).isEmpty();
  }

  @Test
  void recordsThatTheChunkHeaderDoesNotKnowYetAreRead() {
    byte[] file = Samples.file(3).file();
    int first = EvtxWriter.little(file).getInt(FIRST_RECORD + 4);
    EvtxWriter.little(file).putInt(HEADER + 48, 512 + first);
    EvtxWriter.sealChunk(file, HEADER);
    Reading reading = Reading.of(file);
    assertThat(reading.records()).containsExactly("1", "2", "3");
    assertThat(reading.troubles()).isEmpty();
  }

  @Test
  void oldRecordsInSlackSpaceAreReadOnDemand() {
    byte[] file = Samples.file(4).file();
    int first = EvtxWriter.little(file).getInt(FIRST_RECORD + 4);
    EvtxWriter.little(file).putInt(HEADER + 48, 512 + first);
    EvtxWriter.little(file).putLong(FIRST_RECORD + first + 8, 900);
    EvtxWriter.sealChunk(file, HEADER);
    assertThat(Reading.of(file).records()).containsExactly("1");
    assertThat(Reading.withSlack(file).records()).containsExactly("1", "2", "3", "4");
    assertThat(Reading.withSlack(file).troubles()).isEmpty();
  }

  @Test
  void damagedRecordLosesItselfAlone() {
    byte[] file = Samples.file(5).file();
    int second = FIRST_RECORD + EvtxWriter.little(file).getInt(FIRST_RECORD + 4);
    EvtxWriter.little(file).putInt(second + 4, 0x7fffffff);
    EvtxWriter.sealChunk(file, HEADER);
    Reading reading = Reading.of(file);
    assertThat(reading.records()).containsExactly("1", "3", "4", "5");
    assertThat(reading.troubles()).hasSize(1);
    assertThat(reading.troubles().getFirst().place()).isEqualTo("chunk 1, byte " + second);
  }

  @Test
  void recordWithUnknownTemplateIsNamed() {
    byte[] file = Samples.file(3).file();
    int second = FIRST_RECORD + EvtxWriter.little(file).getInt(FIRST_RECORD + 4);
    EvtxWriter.little(file).putInt(second + 24 + 4 + 6, 60_000);
    EvtxWriter.sealChunk(file, HEADER);
    Reading reading = Reading.of(file);
    assertThat(reading.records()).containsExactly("1", "3");
    assertThat(reading.troubles().getFirst().what().en()).startsWith("Record 2 cannot be read");
    assertThat(reading.troubles().getFirst().what().fr())
        .startsWith("L’enregistrement 2 est illisible");
  }

  @Test
  void manyDamagedRecordsAreSummedUp() {
    byte[] file = Samples.file(100).file();
    for (int at = FIRST_RECORD; EvtxWriter.little(file).getInt(at) == 0x2a2a; ) {
      file[at + 28] = 0x33;
      at += EvtxWriter.little(file).getInt(at + 4);
    }
    EvtxWriter.sealChunk(file, HEADER);
    Reading reading = Reading.of(file);
    assertThat(reading.events()).isEmpty();
    assertThat(reading.troubles()).hasSize(9);
    assertThat(reading.troubles().getLast().what().en()).contains("number: 92)");
  }

  @Test
  void cutAnywhereGivesTheRecordsBeforeTheCut() {
    byte[] file = Samples.file(3).file();
    int end = HEADER + EvtxWriter.little(file).getInt(HEADER + 48);
    int last = 0;
    for (int length = 0; length <= end; length++) {
      Reading reading = Reading.of(Arrays.copyOf(file, length));
      int read = reading.events().size();
      assertThat(read).as("cut at %d", length).isBetween(last, last + 1);
      assertThat(reading.troubles().isEmpty()).as("cut at %d", length).isEqualTo(length == end);
      last = read;
    }
    assertThat(last).isEqualTo(3);
  }

  @Test
  void cutBetweenChunksIsTold() {
    byte[] file = threeChunks();
    Reading reading = Reading.of(Arrays.copyOf(file, HEADER + 2 * CHUNK));
    assertThat(reading.records()).hasSize(4);
    assertThat(reading.troubles())
        .extracting(t -> t.what().en())
        .containsExactly(
            "The file is incomplete: number of chunks announced by the header: 3, found: 2.");
  }

  @Test
  void everyFlippedByteIsSurvived() {
    byte[] file = Samples.file(3).file();
    int end = HEADER + EvtxWriter.little(file).getInt(HEADER + 48);
    byte[] cut = Arrays.copyOf(file, end);
    for (int at = 0; at < end; at += at < FIRST_RECORD ? 16 : 1) {
      for (int mask : new int[] {0x01, 0x40, 0xff}) {
        byte[] flipped = cut.clone();
        flipped[at] ^= (byte) mask;
        Reading reading = Reading.of(flipped);
        assertThat(reading.events().size()).as("byte %d, mask %x", at, mask).isLessThanOrEqualTo(4);
        Reading.json(flipped);
      }
    }
  }

  @Test
  void otherFilesAreRefusedInOneSentence() {
    for (byte[] other :
        new byte[][] {{}, {1, 2, 3}, new byte[5_000], "{\"a\":1}".getBytes(UTF_8)}) {
      Reading reading = Reading.of(other);
      assertThat(reading.events()).isEmpty();
      assertThat(reading.troubles()).hasSize(1);
      assertThat(reading.troubles().getFirst().what().en())
          .contains("not the beginning of an EVTX");
    }
  }

  private static byte[] threeChunks() {
    EvtxWriter writer = new EvtxWriter();
    IntStream.rangeClosed(1, 6)
        .forEach(i -> {
          writer.record(Samples.TIME, Samples.record(i, Samples.data(Sample.string("v" + i))));
          if (i % 2 == 0 && i < 6) {
            writer.endChunk();
          }
        });
    return writer.file();
  }
}
