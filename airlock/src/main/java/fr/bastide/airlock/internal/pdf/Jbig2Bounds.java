package fr.bastide.airlock.internal.pdf;

import java.nio.ByteBuffer;

/// Walks over the segments of a JBIG2 picture as PDF embeds it (ITU-T T.88, 7.2) before it is
/// decoded: sizes and counts that a decoder would reserve memory for must be within bounds.
final class Jbig2Bounds {

  private static final int MAX_REFERRED = 1024;
  private static final int MAX_SYMBOLS = 200_000;
  private static final int MAX_SEGMENTS = 20_000;
  private static final int UNKNOWN = 0xffffffff;
  private static final int PATTERNS = 16;
  private static final int PAGE = 48;
  private static final int TABLE = 53;
  private static final int EXTENSION = 62;

  private final ByteBuffer in;
  private final long pixels;

  private Jbig2Bounds(byte[] bytes, long pixels) {
    this.in = ByteBuffer.wrap(bytes);
    this.pixels = pixels;
  }

  /// Whether all segments are within bounds.
  ///
  /// @param pixels the most that any bitmap in it may have
  static boolean hold(byte[] bytes, long pixels) {
    return new Jbig2Bounds(bytes, pixels).walk();
  }

  private boolean walk() {
    for (int i = 0; i < MAX_SEGMENTS; i++) {
      // Less than the shortest header is padding.
      if (in.remaining() < 11) {
        return true;
      }
      if (!segment()) {
        return false;
      }
    }
    return false;
  }

  private boolean segment() {
    long number = in.getInt() & 0xffffffffL;
    int flags = in.get() & 0xff;
    int referred = (in.get(in.position()) & 0xff) >> 5;
    int skipped = 1;
    if (referred > 4) {
      referred = in.getInt(in.position()) & 0x1fffffff;
      skipped = 4 + (referred + 8) / 8;
    }
    if (referred > MAX_REFERRED) {
      return false;
    }
    int width = number <= 256 ? 1 : number <= 65_536 ? 2 : 4;
    skipped += referred * width + ((flags & 0x40) == 0 ? 1 : 4);
    if (in.remaining() < skipped + 4) {
      return false;
    }
    in.position(in.position() + skipped);
    int length = in.getInt();
    int start = in.position();
    int type = flags & 0x3f;
    if (!bounded(type, start, in.remaining())) {
      return false;
    }
    if (length == UNKNOWN && type == 38) {
      in.position(in.limit());
      return true;
    }
    if (length < 0) {
      return false;
    }
    // The last segment of many a picture is cut short.
    in.position((int) Math.min((long) start + length, in.limit()));
    return true;
  }

  private boolean bounded(int type, int at, int left) {
    return switch (type) {
      case 0 -> symbols(at, left);
      case PATTERNS ->
          left < 7 || area(in.get(at + 1) & 0xff, in.get(at + 2) & 0xff, in.getInt(at + 3));
      case 20, 22, 23 -> left < 26 || region(at) && area(in.getInt(at + 18), in.getInt(at + 22), 1);
      case 4, 6, 7, 36, 38, 39, 40, 42, 43 -> left < 8 || region(at);
      case PAGE ->
          left < 8 || region(at) || in.getInt(at + 4) == UNKNOWN && area(in.getInt(at), 65_536, 0);
      case 49, 50, 51, 52, TABLE, EXTENSION -> true;
      default -> false;
    };
  }

  private boolean region(int at) {
    return area(in.getInt(at), in.getInt(at + 4), 1);
  }

  private boolean area(int width, int height, int times) {
    return width >= 0
        && height >= 0
        && times >= 0
        && times <= MAX_SYMBOLS
        && (long) width * height <= pixels / (times + 1L) * 2;
  }

  /// The counts of a symbol dictionary, behind its flags and adaptive pixels (7.4.2.1).
  private boolean symbols(int at, int left) {
    if (left < 2) {
      return true;
    }
    int flags = in.getShort(at);
    boolean huffman = (flags & 1) != 0;
    boolean refined = (flags & 2) != 0;
    int skipped = 2;
    if (!huffman) {
      skipped += (flags >> 10 & 3) == 0 ? 8 : 2;
    }
    if (refined && (flags >> 12 & 1) == 0) {
      skipped += 4;
    }
    return left < skipped + 8
        || count(in.getInt(at + skipped)) && count(in.getInt(at + skipped + 4));
  }

  private static boolean count(int symbols) {
    return symbols >= 0 && symbols <= MAX_SYMBOLS;
  }
}
