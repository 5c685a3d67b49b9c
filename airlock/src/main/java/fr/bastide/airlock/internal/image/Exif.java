package fr.bastide.airlock.internal.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;

/// What is read from Exif data (Exif 2.32): which way up the picture is, and its resolution.
final class Exif {

  static final int UPRIGHT = 1;

  /// Orientations from this one on lay the picture on its side.
  static final int ON_ITS_SIDE = 5;

  private static final int ORIENTATION = 0x0112;
  private static final int ACROSS = 0x011a;
  private static final int DOWN = 0x011b;
  private static final int UNIT = 0x0128;
  private static final int SHORT = 3;
  private static final int RATIONAL = 5;
  private static final int CENTIMETRE = 3;

  private final ByteBuffer tiff;
  private int orientation = UPRIGHT;
  private int unit;
  private double across;
  private double down;

  private Exif(ByteBuffer tiff) {
    this.tiff = tiff;
  }

  /// What the TIFF structure at a place tells; nothing of what is broken in it.
  static Exif read(byte[] bytes, int from, int to) {
    Exif exif = new Exif(ByteBuffer.wrap(bytes, from, Math.max(0, to - from)).slice());
    exif.directory();
    return exif;
  }

  /// From 1 to 8; upright when it is not told.
  int orientation() {
    return orientation;
  }

  Optional<Picture.Density> density() {
    double perMetre = unit == CENTIMETRE ? 100 : 10_000 / 254.0;
    return Picture.Density.of(Math.round(across * perMetre), Math.round(down * perMetre));
  }

  private void directory() {
    if (tiff.capacity() < 14) {
      return;
    }
    if (tiff.get(0) == 'I' && tiff.get(1) == 'I') {
      tiff.order(ByteOrder.LITTLE_ENDIAN);
    } else if (tiff.get(0) != 'M' || tiff.get(1) != 'M') {
      return;
    }
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.capacity() - 2) {
      return;
    }
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries && directory + 14 + 12 * i <= tiff.capacity(); i++) {
      entry(directory + 2 + 12 * i);
    }
  }

  private void entry(int entry) {
    switch (tiff.getShort(entry) & 0xffff) {
      case ORIENTATION ->
          orientation =
              word(entry).stream().filter(v -> v >= 1 && v <= 8).findFirst().orElse(UPRIGHT);
      case UNIT -> unit = word(entry).orElse(0);
      case ACROSS -> across = ratio(entry);
      case DOWN -> down = ratio(entry);
      default -> {
        // cameras, places, owners
      }
    }
  }

  private OptionalInt word(int entry) {
    return tiff.getShort(entry + 2) == SHORT
        ? OptionalInt.of(tiff.getShort(entry + 8) & 0xffff)
        : OptionalInt.empty();
  }

  private double ratio(int entry) {
    int at = tiff.getInt(entry + 8);
    if (tiff.getShort(entry + 2) != RATIONAL || at < 0 || at > tiff.capacity() - 8) {
      return 0;
    }
    long under = tiff.getInt(at + 4) & 0xffffffffL;
    return under == 0 ? 0 : (tiff.getInt(at) & 0xffffffffL) / (double) under;
  }
}
