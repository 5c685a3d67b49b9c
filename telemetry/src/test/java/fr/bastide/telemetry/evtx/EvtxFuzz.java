package fr.bastide.telemetry.evtx;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/// No bytes make the reader fail, hang or take more memory than it may.
class EvtxFuzz {

  private static final byte[] EMPTY = new EvtxWriter().file();

  /// The bytes as a file.
  @FuzzTest(maxDuration = "60s")
  void file(byte[] bytes) {
    Reading.of(bytes);
    Reading.withSlack(bytes);
    Reading.json(bytes);
  }

  /// The bytes as the records of one chunk whose checksums are right.
  @FuzzTest(maxDuration = "60s")
  void chunk(byte[] bytes) {
    byte[] file = Arrays.copyOf(EMPTY, EMPTY.length);
    int length = Math.min(bytes.length, EvtxWriter.CHUNK - 512);
    System.arraycopy(bytes, 0, file, EvtxWriter.FIRST_RECORD, length);
    EvtxWriter.little(file).putInt(EvtxWriter.HEADER + 48, 512 + length);
    EvtxWriter.sealChunk(file, EvtxWriter.HEADER);
    Reading.of(file);
    Reading.withSlack(file);
    Reading.json(file);
  }
}
