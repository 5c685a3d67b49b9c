package fr.bastide.airlock.internal.ooxml;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Enhanced metafiles (MS-EMF): records are checked against their bounds and written anew;
/// comments, escapes, OpenGL and colour profiles, which carry other formats, are left out.
final class EmfRecords {

  private static final int EOF = 14;
  private static final int HEADER = 1;
  private static final int MOST_RECORDS = 200_000;

  /// EMR_SETTEXTJUSTIFICATION, the last type that draws.
  private static final int LAST_KEPT = 120;

  private static final int STRETCHED_BITMAP = 81;

  /// Records that draw nothing themselves: sizes, modes, the start and the end.
  private static final Set<Integer> STATE =
      Set.of(HEADER, EOF, 9, 10, 11, 12, 13, 16, 17, 18, 20, 21, 22, 24, 25, 33, 34, 58, 98, 115);

  private EmfRecords() {}

  static Optional<byte[]> rebuilt(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> kept = new ArrayList<>();
    int at = 0;
    int total = 0;
    boolean ended = false;
    while (!ended && at + 8 <= bytes.length) {
      int type = in.getInt(at);
      int size = in.getInt(at + 4);
      if (size < 8 || size % 4 != 0 || size > bytes.length - at || kept.size() > MOST_RECORDS) {
        return Optional.empty();
      }
      if (!hasBitmapInside(in, at, type, size)) {
        return Optional.empty();
      }
      if (isKept(type) && (type == HEADER) == (at == 0)) {
        kept.add(at);
        total += size;
      }
      ended = type == EOF;
      at += size;
    }
    if (!ended || kept.isEmpty() || in.getInt(4) < 88) {
      return Optional.empty();
    }
    return Optional.of(written(bytes, in, kept, total));
  }

  /// Everything but comments (70), colour spaces and profiles (99 to 101, 111 to 113, 121, 122),
  /// OpenGL (102 to 104), escapes (105, 106, 110) and fonts from elsewhere (109, 119).
  private static boolean isKept(int type) {
    return type >= HEADER
        && type <= LAST_KEPT
        && type != 70
        && !(type >= 99 && type <= 107)
        && !(type >= 109 && type <= 113)
        && type != 117
        && type != 119;
  }

  /// The bitmap (BMP) of a metafile that draws one and nothing else.
  static Optional<byte[]> bitmap(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int found = -1;
    int at = 0;
    for (int type = 0; type != EOF && at + 8 <= bytes.length; ) {
      type = in.getInt(at);
      int size = in.getInt(at + 4);
      if (size < 8 || size > bytes.length - at) {
        return Optional.empty();
      }
      boolean draws = isKept(type) && !STATE.contains(type);
      if (draws && (type != STRETCHED_BITMAP || found >= 0 || size < 80)) {
        return Optional.empty();
      }
      found = draws ? at : found;
      at += size;
    }
    return found < 0 ? Optional.empty() : bitmap(bytes, in, found, in.getInt(found + 4));
  }

  private static Optional<byte[]> bitmap(byte[] bytes, ByteBuffer in, int at, int size) {
    int info = in.getInt(at + 48);
    int infoSize = in.getInt(at + 52);
    int bits = in.getInt(at + 56);
    int bitsSize = in.getInt(at + 60);
    if (infoSize < 40 || !isInside(info, infoSize, size) || !isInside(bits, bitsSize, size)) {
      return Optional.empty();
    }
    ByteBuffer out = ByteBuffer.allocate(14 + infoSize + bitsSize).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'B').put((byte) 'M').putInt(out.capacity()).putInt(0).putInt(14 + infoSize);
    out.put(bytes, at + info, infoSize).put(bytes, at + bits, bitsSize);
    return Optional.of(out.array());
  }

  private static byte[] written(byte[] bytes, ByteBuffer in, List<Integer> kept, int total) {
    ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    for (int at : kept) {
      out.put(bytes, at, in.getInt(at + 4));
    }
    out.putInt(48, total);
    out.putInt(52, kept.size());
    // The description names the program and the title of the document.
    int description = in.getInt(60);
    int place = in.getInt(64);
    if (description > 0 && place >= 88 && place < in.getInt(4)) {
      for (int i = place; i < Math.min((long) place + 2L * description, in.getInt(4)); i++) {
        out.put(i, (byte) 0);
      }
    }
    out.putInt(60, 0);
    out.putInt(64, 0);
    return out.array();
  }

  /// Whether the bitmap of a record, where it has one, lies within the record.
  private static boolean hasBitmapInside(ByteBuffer in, int at, int type, int size) {
    int fields =
        switch (type) {
          case 76, 114, 116 -> 84; // EMR_BITBLT, EMR_ALPHABLEND, EMR_TRANSPARENTBLT
          case 77 -> 84; // EMR_STRETCHBLT
          case 78 -> 84; // EMR_MASKBLT
          case 79 -> 96; // EMR_PLGBLT
          case 80, 81 -> 48; // EMR_SETDIBITSTODEVICE, EMR_STRETCHDIBITS
          case 93, 94 -> 16; // EMR_CREATEMONOBRUSH, EMR_CREATEDIBPATTERNBRUSHPT
          default -> 0;
        };
    if (fields == 0 || fields + 16 > size) {
      return true;
    }
    return isInside(in.getInt(at + fields), in.getInt(at + fields + 4), size)
        && isInside(in.getInt(at + fields + 8), in.getInt(at + fields + 12), size);
  }

  private static boolean isInside(int offset, int length, int size) {
    return length == 0 || (offset >= 0 && length > 0 && (long) offset + length <= size);
  }
}
