package fr.bastide.telemetry.evtx;

import java.io.ByteArrayOutputStream;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/// Writes small valid EVTX files, from the format's documentation alone.
final class EvtxWriter {

  static final int HEADER = 4_096;
  static final int CHUNK = 65_536;
  static final int FIRST_RECORD = HEADER + 512;

  private final List<byte[]> chunks = new ArrayList<>();
  private ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
  private BinXmlWriter xml = new BinXmlWriter(chunk);
  private long next = 1;
  private long firstInChunk = 1;
  private int last;

  EvtxWriter() {
    beginChunk();
  }

  /// Adds a record that was written at this FILETIME; the next chunk begins where this one is full.
  EvtxWriter record(long time, Sample.Node content) {
    int start = chunk.position();
    try {
      write(time, content);
    } catch (BufferOverflowException full) {
      Arrays.fill(chunk.array(), start, CHUNK, (byte) 0);
      chunk.position(start);
      xml.forget(start);
      endChunk();
      write(time, content);
    }
    return this;
  }

  /// Adds a record without caring for its time.
  EvtxWriter record(Sample.Node content) {
    return record(Sample.fileTime(1_700_000_000, 0), content);
  }

  private void write(long time, Sample.Node content) {
    int start = chunk.position();
    chunk.putInt(0x2a2a).putInt(0).putLong(next).putLong(time);
    xml.document(content);
    while ((chunk.position() + 4) % 8 != 0) {
      chunk.put((byte) 0);
    }
    int size = chunk.position() + 4 - start;
    chunk.putInt(size).putInt(start + 4, size);
    last = start;
    next++;
  }

  /// Ends the present chunk, so that the next record stands in another one.
  EvtxWriter endChunk() {
    int end = chunk.position();
    chunk.putLong(8, firstInChunk).putLong(16, next - 1);
    chunk.putLong(24, firstInChunk).putLong(32, next - 1);
    chunk.putInt(40, 128).putInt(44, last).putInt(48, end);
    sealChunk(chunk.array(), 0);
    chunks.add(chunk.array());
    firstInChunk = next;
    beginChunk();
    return this;
  }

  private void beginChunk() {
    chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    chunk.put("ElfChnk\0".getBytes(StandardCharsets.US_ASCII));
    chunk.position(512);
    xml = new BinXmlWriter(chunk);
  }

  /// The file.
  byte[] file() {
    if (chunk.position() > 512 || chunks.isEmpty()) {
      endChunk();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put("ElfFile\0".getBytes(StandardCharsets.US_ASCII));
    header.putLong(16, chunks.size() - 1).putLong(24, next).putInt(32, 128);
    header.putShort(36, (short) 1).putShort(38, (short) 3).putShort(40, (short) HEADER);
    header.putShort(42, (short) chunks.size());
    sealHeader(header.array());
    out.writeBytes(header.array());
    chunks.forEach(out::writeBytes);
    return out.toByteArray();
  }

  /// Puts the checksum of a file header right.
  static void sealHeader(byte[] file) {
    CRC32 crc = new CRC32();
    crc.update(file, 0, 120);
    little(file).putInt(124, (int) crc.getValue());
  }

  /// Puts the checksums of the chunk that begins there right.
  static void sealChunk(byte[] file, int at) {
    ByteBuffer buffer = little(file);
    CRC32 crc = new CRC32();
    crc.update(file, at + 512, buffer.getInt(at + 48) - 512);
    buffer.putInt(at + 52, (int) crc.getValue());
    crc.reset();
    crc.update(file, at, 120);
    crc.update(file, at + 128, 384);
    buffer.putInt(at + 124, (int) crc.getValue());
  }

  static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
