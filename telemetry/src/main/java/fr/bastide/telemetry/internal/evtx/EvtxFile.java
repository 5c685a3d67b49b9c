package fr.bastide.telemetry.internal.evtx;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/// Reads a file chunk by chunk: a header of 4096 bytes, then chunks of 64 KB each, until the end,
/// because the number of chunks that the header of a log in use gives is not kept up to date.
///
/// What is no chunk is passed over; the next signature found puts the reading in step again.
final class EvtxFile {

  private static final int HEADER = 4_096;
  private static final int SUMMED = 120;
  private static final int HEADER_SUM = 124;
  private static final int CHUNK_COUNT = 42;
  private static final int FLAGS = 120;
  private static final int DIRTY = 1;
  private static final int MOST_COUNTED = 0xffff;

  /// `ElfFile` and a zero.
  private static final long SIGNATURE = 0x0065_6c69_4666_6c45L;

  private final EvtxTroubles troubles;
  private final ChunkRecords records;
  private final Chunk chunk = new Chunk();
  private int announced;
  private int kept;
  private long place;
  private long found;
  private long strayFrom = -1;

  EvtxFile(ChunkRecords records, EvtxTroubles troubles) {
    this.records = records;
    this.troubles = troubles;
  }

  /// Reads everything there is.
  void read(InputStream input) throws IOException {
    if (!header(input)) {
      return;
    }
    byte[] bytes = chunk.bytes();
    int length;
    do {
      length = kept + input.readNBytes(bytes, kept, Chunk.SIZE - kept);
      kept = 0;
      chunk.is(found + 1, place, length);
      if (chunk.signed()) {
        endStray();
        found++;
        place += length;
        chunk();
      } else {
        stray(length);
      }
    } while (length == Chunk.SIZE);
    // what was kept at the very end may have begun a chunk and did not
    place += kept;
    endStray();
    if (found < announced) {
      troubles.fewerChunks(announced, found);
    }
  }

  private boolean header(InputStream input) throws IOException {
    byte[] bytes = chunk.bytes();
    int length = input.readNBytes(bytes, 0, HEADER);
    if (length >= 8 && LittleEndian.i64(bytes, 0) == Chunk.SIGNATURE) {
      troubles.noHeader();
      kept = length;
      return true;
    }
    place = length;
    if (length < 8 || LittleEndian.i64(bytes, 0) != SIGNATURE) {
      troubles.noSignature();
      return length == HEADER;
    }
    if (length < HEADER) {
      troubles.cutHeader(length);
      return false;
    }
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, SUMMED);
    if ((int) crc.getValue() != LittleEndian.i32(bytes, HEADER_SUM)) {
      troubles.headerSum();
      return true;
    }
    int count = LittleEndian.u16(bytes, CHUNK_COUNT);
    boolean dirty = (LittleEndian.i32(bytes, FLAGS) & DIRTY) != 0;
    announced = dirty || count == MOST_COUNTED ? 0 : count;
    return true;
  }

  private void chunk() {
    if (chunk.cut()) {
      troubles.cutChunk(chunk);
    } else if (!chunk.recordsSound()) {
      troubles.recordsSum(chunk);
    }
    if (!chunk.headerSound()) {
      troubles.chunkHeaderSum(chunk);
    }
    records.read(chunk);
  }

  /// Takes bytes that are no chunk: zeros, which end many files, or garbage, in which the next
  /// chunk may begin anywhere.
  private void stray(int length) {
    byte[] bytes = chunk.bytes();
    int next = nextChunk(bytes, length);
    for (int i = 0; strayFrom < 0 && i < next; i++) {
      if (bytes[i] != 0) {
        strayFrom = place;
      }
    }
    place += next;
    kept = length - next;
    System.arraycopy(bytes, next, bytes, 0, kept);
  }

  private void endStray() {
    if (strayFrom >= 0) {
      troubles.notChunks(strayFrom, place);
      strayFrom = -1;
    }
  }

  /// Where the next signature begins, at least its part that the end cuts; `length` when none does.
  private static int nextChunk(byte[] bytes, int length) {
    for (int i = 1; i < length; i++) {
      if (bytes[i] != (byte) Chunk.SIGNATURE) {
        continue;
      }
      int there = Math.min(8, length - i);
      if (LittleEndian.unsigned(bytes, i, i + there) == (Chunk.SIGNATURE & mask(there))) {
        return i;
      }
    }
    return length;
  }

  private static long mask(int bytes) {
    return bytes == 8 ? -1L : (1L << (8 * bytes)) - 1;
  }
}
