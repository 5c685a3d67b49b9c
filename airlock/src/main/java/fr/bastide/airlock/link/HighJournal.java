package fr.bastide.airlock.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Which numbers the high side has accepted: on the disk before anything is published, so that
/// nothing ever is published twice.
///
/// A file of lines, each ended by its checksum: `A NUMBER SIZE SHA256` for an item, `R FROM TO` for
/// numbers in a row whose details are forgotten, `S SESSION` for the sender's session. A line that
/// was cut off by a crash is the last, and is dropped. One object serves one thread.
final class HighJournal implements AutoCloseable {

  /// Items whose details are remembered, for manifests that come late.
  private static final int RECENT = 20_000;

  /// Lines past which the file is written anew at the next start.
  private static final int LONG = 200_000;

  private final NumberSet numbers = new NumberSet();
  private final Map<Long, Manifest.Line> recent =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Manifest.Line> eldest) {
          return size() > RECENT;
        }
      };
  private final FileChannel out;
  private final StringBuilder pending = new StringBuilder();
  private byte[] session = new byte[Datagrams.SESSION];
  private int lines;

  HighJournal(Path file) throws IOException {
    long end = Files.exists(file) ? load(file) : 0;
    if (lines > LONG) {
      end = compact(file);
    }
    out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    out.truncate(end).position(end);
    out.force(true);
    DurableFiles.sync(DurableFiles.folderOf(file));
  }

  private long load(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (!take(new String(bytes, from, i - from, StandardCharsets.US_ASCII))) {
          break;
        }
        from = i + 1;
        lines++;
      }
    }
    return from;
  }

  private boolean take(String line) {
    int last = line.lastIndexOf(' ');
    if (last < 0 || !line.substring(last + 1).equals(checksum(line.substring(0, last)))) {
      return false;
    }
    String[] words = line.split(" ", -1);
    try {
      switch (words[0]) {
        case "A" -> {
          long number = Long.parseLong(words[1]);
          numbers.add(number);
          recent.put(number, new Manifest.Line(number, Long.parseLong(words[2]), words[3]));
        }
        case "R" -> numbers.add(Long.parseLong(words[1]), Long.parseLong(words[2]));
        case "S" -> {
          byte[] told = HexFormat.of().parseHex(words[1]);
          if (told.length != Datagrams.SESSION) {
            return false;
          }
          session = told;
        }
        default -> {
          return false;
        }
      }
      return true;
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException no) {
      return false;
    }
  }

  private long compact(Path file) throws IOException {
    StringBuilder all = new StringBuilder();
    line(all, "S " + HexFormat.of().formatHex(session));
    numbers.ranges().forEach(range -> line(all, "R " + range.from() + " " + range.to()));
    recent.values().forEach(item -> line(all, accepted(item)));
    byte[] bytes = all.toString().getBytes(StandardCharsets.US_ASCII);
    Path half = file.resolveSibling(file.getFileName() + ".part");
    DurableFiles.write(half, ByteBuffer.wrap(bytes));
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return bytes.length;
  }

  private static String accepted(Manifest.Line item) {
    return "A " + item.number() + " " + item.size() + " " + item.sha256();
  }

  private static void line(StringBuilder to, String line) {
    to.append(line).append(' ').append(checksum(line)).append('\n');
  }

  private static String checksum(String line) {
    CRC32C crc = new CRC32C();
    crc.update(line.getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  NumberSet numbers() {
    return numbers;
  }

  boolean holds(long number) {
    return numbers.contains(number);
  }

  /// What an accepted item was; empty when it never was accepted, or long ago.
  Optional<Manifest.Line> find(long number) {
    return Optional.ofNullable(recent.get(number));
  }

  byte[] session() {
    return session.clone();
  }

  /// Accepts an item; on the disk after [#force].
  void accept(Manifest.Line item) {
    line(pending, accepted(item));
    numbers.add(item.number());
    recent.put(item.number(), item);
  }

  void session(byte[] session) {
    this.session = session.clone();
    line(pending, "S " + HexFormat.of().formatHex(session));
  }

  /// Returns when all is on the disk.
  void force() throws IOException {
    if (pending.isEmpty()) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(pending.toString().getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
    pending.setLength(0);
    out.force(false);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
