package fr.bastide.airlock.internal.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Writes a TrueType or OpenType font anew table by table (ISO/IEC 14496-22): of its tables those
/// that drawing needs, each within bounds, with true check sums.
final class Sfnt {

  private static final int HEADER = 12;
  private static final int RECORD = 16;
  private static final int MAX_TABLES = 64;
  private static final byte[] NONE = new byte[0];
  private static final Set<String> TABLES =
      Set.of(
          "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2",
          "post", "prep", "gasp", "CFF ", "vhea", "vmtx", "VORG");

  private record Table(int offset, int length) {}

  private Sfnt() {}

  /// The font written anew; empty when it is none.
  static byte[] rebuilt(byte[] font) {
    Map<String, Table> tables = tables(font);
    if (tables.isEmpty() || !sane(font, tables)) {
      return NONE;
    }
    int count = tables.size();
    int size = HEADER + RECORD * count;
    for (Table table : tables.values()) {
      size += (table.length() + 3) / 4 * 4;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    int power = Integer.highestOneBit(count);
    out.put(font, 0, 4);
    out.putShort((short) count);
    out.putShort((short) (power * 16));
    out.putShort((short) Integer.numberOfTrailingZeros(power));
    out.putShort((short) ((count - power) * 16));
    int at = HEADER + RECORD * count;
    for (Map.Entry<String, Table> entry : tables.entrySet()) {
      Table table = entry.getValue();
      out.put(at, font, table.offset(), table.length());
      int padded = (table.length() + 3) / 4 * 4;
      out.put(entry.getKey().getBytes(StandardCharsets.ISO_8859_1));
      out.putInt(sum(out, at, padded));
      out.putInt(at);
      out.putInt(table.length());
      at += padded;
    }
    return out.array();
  }

  /// The bytes of one table; empty when the font has none of that name.
  static byte[] table(byte[] font, String name) {
    Table table = tables(font).get(name);
    return table == null
        ? NONE
        : java.util.Arrays.copyOfRange(font, table.offset(), table.offset() + table.length());
  }

  private static Map<String, Table> tables(byte[] font) {
    Map<String, Table> tables = new TreeMap<>();
    if (font.length < HEADER) {
      return tables;
    }
    ByteBuffer in = ByteBuffer.wrap(font);
    int count = Math.min(in.getShort(4) & 0xffff, MAX_TABLES);
    for (int i = 0; i < count && HEADER + RECORD * (i + 1) <= font.length; i++) {
      int at = HEADER + RECORD * i;
      String name = new String(font, at, 4, StandardCharsets.ISO_8859_1);
      int offset = in.getInt(at + 8);
      int length = in.getInt(at + 12);
      if (!TABLES.contains(name) || offset < HEADER || offset > font.length || length <= 0) {
        continue;
      }
      // The last table of many a font is a few bytes short.
      tables.putIfAbsent(name, new Table(offset, Math.min(length, font.length - offset)));
    }
    return tables;
  }

  private static boolean sane(byte[] font, Map<String, Table> tables) {
    Table head = tables.get("head");
    Table glyphs = tables.get("glyf");
    Table places = tables.get("loca");
    if (glyphs == null || places == null) {
      return tables.containsKey("CFF ");
    }
    if (head == null || head.length() < 54) {
      return false;
    }
    ByteBuffer in = ByteBuffer.wrap(font);
    boolean wide = in.getShort(head.offset() + 50) != 0;
    int count = places.length() / (wide ? 4 : 2);
    for (int i = 0; i < count; i++) {
      long place =
          wide
              ? in.getInt(places.offset() + i * 4) & 0xffffffffL
              : (in.getShort(places.offset() + i * 2) & 0xffffL) * 2;
      // Past the end means an empty glyph to readers; far past it means damage.
      if (place > glyphs.length() + 65_536L) {
        return false;
      }
    }
    return true;
  }

  private static int sum(ByteBuffer out, int from, int length) {
    int sum = 0;
    for (int i = from; i < from + length; i += 4) {
      sum += out.getInt(i);
    }
    return sum;
  }
}
