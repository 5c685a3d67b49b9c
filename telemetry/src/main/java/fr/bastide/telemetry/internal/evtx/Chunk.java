package fr.bastide.telemetry.internal.evtx;

import java.util.zip.CRC32;

/// One chunk of a file: 64 KB with a header of 512 bytes, records, and the names and templates that
/// these share by their offset in the chunk. The same object is used for every chunk.
///
/// @see <a
///   href="https://github.com/libyal/libevtx/blob/main/documentation/Windows%20XML%20Event%20Log%20(EVTX).asciidoc">The
///   format's documentation by libyal, "Chunk"</a>
final class Chunk {

  /// The size of a whole chunk, in bytes.
  static final int SIZE = 65_536;

  /// Where records begin.
  static final int RECORDS = 512;

  /// `ElfChnk` and a zero.
  static final long SIGNATURE = 0x006b_6e68_4366_6c45L;

  private static final int FREE_SPACE = 48;
  private static final int RECORDS_SUM = 52;
  private static final int HEADER_SUM = 124;
  private static final int SUMMED_FROM = 120;
  private static final int SUMMED_AGAIN = 128;

  /// No chunk at all.
  static final Chunk NONE = new Chunk(new byte[0]);

  private final byte[] bytes;
  private final CRC32 crc = new CRC32();
  private int length;
  private long number;
  private long place;

  /// A chunk to be filled.
  Chunk() {
    this(new byte[SIZE]);
  }

  private Chunk(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The bytes; past [#length()] they mean nothing.
  byte[] bytes() {
    return bytes;
  }

  /// How many bytes there are: less than [#SIZE] in a file that was cut.
  int length() {
    return length;
  }

  /// Which chunk of the file this is, counted from 1.
  long number() {
    return number;
  }

  /// Where in the file it begins.
  long place() {
    return place;
  }

  void is(long number, long place, int length) {
    this.number = number;
    this.place = place;
    this.length = length;
  }

  boolean signed() {
    return length >= RECORDS && LittleEndian.i64(bytes, 0) == SIGNATURE;
  }

  /// Where the header says that records end, kept within the chunk.
  int freeSpace() {
    long said = LittleEndian.u32(bytes, FREE_SPACE);
    return said < RECORDS || said > length ? length : (int) said;
  }

  /// Whether records are missing at the end because the file was cut there.
  boolean cut() {
    return length < SIZE && LittleEndian.u32(bytes, FREE_SPACE) > length;
  }

  boolean headerSound() {
    crc.reset();
    crc.update(bytes, 0, SUMMED_FROM);
    crc.update(bytes, SUMMED_AGAIN, RECORDS - SUMMED_AGAIN);
    return (int) crc.getValue() == LittleEndian.i32(bytes, HEADER_SUM);
  }

  boolean recordsSound() {
    long said = LittleEndian.u32(bytes, FREE_SPACE);
    if (said < RECORDS || said > length) {
      return false;
    }
    crc.reset();
    crc.update(bytes, RECORDS, (int) said - RECORDS);
    return (int) crc.getValue() == LittleEndian.i32(bytes, RECORDS_SUM);
  }
}
