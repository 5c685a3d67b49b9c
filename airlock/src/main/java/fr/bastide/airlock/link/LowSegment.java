package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// One file of the low side's journal, and the form of its entries: length and checksum of the
/// rest, number, ticket, time, kind, nonce, and the item under AES-256 in Galois counter mode.
final class LowSegment {

  /// What stands in clear before an entry's item.
  record Head(long number, long ticket, long made, byte kind) {}

  /// Takes the entries of a segment in order.
  @FunctionalInterface
  interface Visitor {
    void entry(Head head, long offset, int length);
  }

  static final int NONCE = 12;
  static final int CLEAR = 3 * Long.BYTES + 1;
  static final int FRAME = 2 * Integer.BYTES;
  static final String ENDING = ".journal";

  private static final int LEAST = CLEAR + NONCE + 16;

  private LowSegment() {}

  static String name(long firstNumber) {
    return "%019d".formatted(firstNumber) + ENDING;
  }

  static ByteBuffer frame(ByteBuffer body) {
    ByteBuffer framed = ByteBuffer.allocate(FRAME + body.remaining());
    framed.putInt(body.remaining()).putInt(checksum(body.duplicate())).put(body);
    return framed.flip();
  }

  static Head head(ByteBuffer body) {
    return new Head(body.getLong(), body.getLong(), body.getLong(), body.get());
  }

  static void write(Head head, ByteBuffer out) {
    out.putLong(head.number()).putLong(head.ticket()).putLong(head.made()).put(head.kind());
  }

  /// Visits the entries.
  ///
  /// @param checked whether checksums are compared too, as the last segment asks for: its end may
  ///   have been cut off
  /// @return where the last whole entry ends
  static long visit(Path file, boolean checked, Visitor visitor) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      long at = 0;
      while (size - at >= FRAME + LEAST) {
        ByteBuffer start = read(channel, at, FRAME + CLEAR);
        int length = start.getInt();
        int checksum = start.getInt();
        if (length < LEAST || length > size - at - FRAME) {
          return at;
        }
        if (checked && checksum(read(channel, at + FRAME, length)) != checksum) {
          return at;
        }
        visitor.entry(head(start), at, length);
        at += FRAME + (long) length;
      }
      return at;
    }
  }

  /// The body of an entry.
  static ByteBuffer body(Path file, long offset, int length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(channel, offset + FRAME, length);
    }
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("the journal ends within an entry");
      }
    }
    return bytes.flip();
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
