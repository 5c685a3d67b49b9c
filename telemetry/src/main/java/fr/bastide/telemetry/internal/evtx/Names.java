package fr.bastide.telemetry.internal.evtx;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The names of elements, attributes and entities, which stand in the chunk once and are referred
/// to by offset: link (4 bytes), hash (2), length in units (2), UTF-16, a zero unit.
///
/// Names recur from chunk to chunk, so each spelling is made a string once.
final class Names {

  /// The longest name taken, in UTF-16 units; what Windows writes has a few dozen.
  static final int LONGEST = 512;

  private static final int HEADER = 8;
  private static final int SPELLINGS = 4_096;

  private final OffsetMap<String> met = new OffsetMap<>();
  private final @Nullable String[] spellings = new String[SPELLINGS];

  /// Forgets the offsets of the last chunk.
  void clear() {
    met.clear();
  }

  /// The name at this offset of the chunk.
  String at(Chunk chunk, int offset) throws Damaged {
    String known = met.get(offset);
    if (known != null) {
      return known;
    }
    byte[] bytes = chunk.bytes();
    if (offset < Chunk.RECORDS || offset > chunk.length() - HEADER) {
      throw new Damaged(Flaw.NAME);
    }
    int units = LittleEndian.u16(bytes, offset + 6);
    int from = offset + HEADER;
    if (units == 0 || units > LONGEST || from + 2 * units > chunk.length()) {
      throw new Damaged(Flaw.NAME);
    }
    String name = spelling(bytes, from, units);
    met.put(offset, name);
    return name;
  }

  /// How many bytes the name at this offset takes.
  static int span(Chunk chunk, int offset) throws Damaged {
    if (offset > chunk.length() - HEADER) {
      throw new Damaged(Flaw.CUT);
    }
    return HEADER + 2 * LittleEndian.u16(chunk.bytes(), offset + 6) + 2;
  }

  /// The text of a slice of UTF-16, the same object for the same text where possible.
  String spelling(byte[] bytes, int from, int units) {
    int hash = units;
    for (int i = from; i < from + 2 * units; i += 2) {
      hash = 31 * hash + LittleEndian.u16(bytes, i);
    }
    int slot = (hash ^ hash >>> 15) & (SPELLINGS - 1);
    String candidate = spellings[slot];
    if (candidate != null && same(candidate, bytes, from, units)) {
      return candidate;
    }
    String fresh = new String(bytes, from, 2 * units, StandardCharsets.UTF_16LE);
    spellings[slot] = fresh;
    return fresh;
  }

  private static boolean same(String text, byte[] bytes, int from, int units) {
    if (text.length() != units) {
      return false;
    }
    for (int i = 0; i < units; i++) {
      if (text.charAt(i) != LittleEndian.u16(bytes, from + 2 * i)) {
        return false;
      }
    }
    return true;
  }
}
