package fr.bastide.airlock.internal.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The parts of a ZIP container, read from its bytes: the directory at the end and the parts before
/// it must tell the same, and fill the file without a gap.
final class ZipParts {

  private static final int END_RECORD = 22;
  private static final int DIRECTORY_RECORD = 46;
  private static final int PART_RECORD = 30;
  private static final int ENCRYPTED = 1;
  private static final int LENGTHS_FOLLOW = 8;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int CHUNK = 16_384;

  private final Bytes bytes;
  private final Remains remains;
  private final Map<String, Bytes> parts = new LinkedHashMap<>();
  private final TreeMap<Long, Long> filled = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();

  private ZipParts(Bytes bytes, Remains remains) {
    this.bytes = bytes;
    this.remains = remains;
  }

  /// All parts by name, folders left out.
  ///
  /// @throws AuditFailure when two readers could see two different things in it
  static Map<String, Bytes> read(Bytes bytes, Remains remains) {
    ZipParts parts = new ZipParts(bytes, remains);
    parts.directory();
    return parts.parts;
  }

  private void directory() {
    long end = (long) bytes.size() - END_RECORD;
    if (!bytes.is(end, "PK\u0005\u0006") || bytes.little16(end + 20) != 0) {
      throw new AuditFailure("something after the end of the archive");
    }
    int count = bytes.little16(end + 10);
    long start = bytes.little32(end + 16);
    if (count != bytes.little16(end + 8) || start + bytes.little32(end + 12) != end) {
      throw new AuditFailure("a directory of another length");
    }
    long place = start;
    for (int i = 0; i < count; i++) {
      place = part(place);
    }
    if (place != end) {
      throw new AuditFailure("a directory of another length");
    }
    long expected = 0;
    for (Map.Entry<Long, Long> range : filled.entrySet()) {
      if (range.getKey() != expected) {
        throw new AuditFailure("something between the parts of the archive");
      }
      expected = range.getValue();
    }
    if (expected != start) {
      throw new AuditFailure("something between the parts of the archive");
    }
  }

  private long part(long place) {
    if (!bytes.is(place, "PK\u0001\u0002")) {
      throw new AuditFailure("no directory");
    }
    int flags = bytes.little16(place + 8);
    int method = bytes.little16(place + 10);
    long packed = bytes.little32(place + 20);
    long plain = bytes.little32(place + 24);
    int nameLength = bytes.little16(place + 28);
    long offset = bytes.little32(place + 42);
    String name = name(place + DIRECTORY_RECORD, nameLength);
    if ((flags & ENCRYPTED) != 0 || (method != STORED && method != DEFLATED)) {
      throw new AuditFailure(name);
    }
    long data = local(offset, name, nameLength, method);
    byte[] content = content(data, packed, plain, method, name);
    CRC32 crc = new CRC32();
    crc.update(content);
    if (crc.getValue() != bytes.little32(place + 16)) {
      throw new AuditFailure(name);
    }
    long after = data + packed;
    if ((flags & LENGTHS_FOLLOW) != 0) {
      after += bytes.is(after, "PK\u0007\b") ? 16 : 12;
    }
    filled.put(offset, after);
    if (!name.endsWith("/")) {
      parts.put(name, new Bytes(content));
    }
    return place
        + DIRECTORY_RECORD
        + nameLength
        + bytes.little16(place + 30)
        + bytes.little16(place + 32);
  }

  private String name(long place, int length) {
    String name =
        new String(
            bytes.latin(place, length).getBytes(StandardCharsets.ISO_8859_1),
            StandardCharsets.UTF_8);
    String small = name.toLowerCase(Locale.ROOT);
    if (!seen.add(small)) {
      throw new AuditFailure("two parts of one name");
    }
    boolean trick =
        name.isEmpty()
            || name.startsWith("/")
            || name.indexOf('\\') >= 0
            || name.indexOf(':') >= 0
            || ("/" + name + "/").contains("/../")
            || name.chars().anyMatch(c -> c < ' ' || c == 0x7f || (c >= 0x202a && c <= 0x202e));
    if (trick) {
      throw new AuditFailure("a name that leads elsewhere");
    }
    return name;
  }

  private long local(long offset, String name, int nameLength, int method) {
    boolean same =
        bytes.is(offset, "PK\u0003\u0004")
            && bytes.little16(offset + 8) == method
            && bytes.little16(offset + 26) == nameLength
            && new String(
                    bytes
                        .latin(offset + PART_RECORD, nameLength)
                        .getBytes(StandardCharsets.ISO_8859_1),
                    StandardCharsets.UTF_8)
                .equals(name);
    if (!same) {
      throw new AuditFailure(name);
    }
    return offset + PART_RECORD + nameLength + bytes.little16(offset + 28);
  }

  private byte[] content(long from, long packed, long plain, int method, String name) {
    if (from + packed > bytes.size() || (method == STORED && packed != plain)) {
      throw new AuditFailure(name);
    }
    remains.inflated(plain);
    if (method == STORED) {
      return Arrays.copyOfRange(bytes.all(), (int) from, (int) (from + packed));
    }
    byte[] content = new byte[Math.toIntExact(plain)];
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(bytes.all(), (int) from, (int) packed);
      int done = 0;
      while (done < content.length) {
        int n = inflater.inflate(content, done, Math.min(CHUNK, content.length - done));
        if (n == 0) {
          throw new AuditFailure(name);
        }
        done += n;
      }
      if (inflater.inflate(new byte[1]) != 0
          || !inflater.finished()
          || inflater.getBytesRead() != packed) {
        throw new AuditFailure(name);
      }
      return content;
    } catch (DataFormatException damaged) {
      throw new AuditFailure(name);
    }
  }
}
