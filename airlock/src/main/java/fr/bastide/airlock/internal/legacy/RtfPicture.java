package fr.bastide.airlock.internal.legacy;

import java.io.ByteArrayOutputStream;

/// Gathers a picture of rich text: digits or raw bytes, and its size on paper.
final class RtfPicture {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int half = -1;
  private int wide;
  private int high;
  private int across = 100;
  private int down = 100;
  private boolean readable;

  void word(String word, int number) {
    switch (word) {
      case "picwgoal" -> wide = number;
      case "pichgoal" -> high = number;
      case "picscalex" -> across = number;
      case "picscaley" -> down = number;
      case "pngblip", "jpegblip" -> readable = true;
      default -> {
        // cropping, borders, names
      }
    }
  }

  void digit(int c) {
    int digit = Character.digit(c, 16);
    if (digit < 0) {
      return;
    }
    if (half < 0) {
      half = digit;
    } else {
      bytes.write(half << 4 | digit);
      half = -1;
    }
  }

  void raw(byte[] data) {
    bytes.writeBytes(data);
  }

  /// Whether it is of a kind that can be rebuilt; metafiles are programs for drawing.
  boolean isReadable() {
    return readable && bytes.size() > 0;
  }

  boolean isEmpty() {
    return bytes.size() == 0;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  int width() {
    return size(wide, across);
  }

  int height() {
    return size(high, down);
  }

  private static int size(int goal, int percent) {
    long size = (long) goal * (percent <= 0 ? 100 : percent) / 100;
    return size <= 0 ? 1440 : (int) Math.min(20_000, size);
  }
}
