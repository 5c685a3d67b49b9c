package fr.bastide.airlock.internal.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The one thing read from Exif data: which way up the picture is (Exif 2.32, tag 0112).
final class Exif {

  static final int UPRIGHT = 1;

  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;

  private Exif() {}

  /// The orientation from 1 to 8 told by the TIFF structure at a place; upright when it is not told
  /// or the structure is broken.
  static int orientation(byte[] bytes, int from, int to) {
    if (to - from < 14) {
      return UPRIGHT;
    }
    ByteBuffer tiff = ByteBuffer.wrap(bytes, from, to - from).slice();
    if (tiff.get(0) == 'I' && tiff.get(1) == 'I') {
      tiff.order(ByteOrder.LITTLE_ENDIAN);
    } else if (tiff.get(0) != 'M' || tiff.get(1) != 'M') {
      return UPRIGHT;
    }
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.capacity() - 2) {
      return UPRIGHT;
    }
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (entry > tiff.capacity() - 12) {
        return UPRIGHT;
      }
      if ((tiff.getShort(entry) & 0xffff) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }
}
