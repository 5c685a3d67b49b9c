package fr.bastide.airlock.internal.pdf;

import java.util.Arrays;

/// Undoes the predictions that samples were deflated with (ISO 32000-2, 7.4.4.4): those of PNG and
/// that of TIFF.
final class Predictors {

  private static final int TIFF = 2;
  private static final int PNG = 10;

  private Predictors() {}

  /// The samples; a last row that is cut short stays so.
  static byte[] undone(byte[] in, int predictor, int colors, int bits, int columns) {
    int pixel = (colors * bits + 7) / 8;
    int row = (int) (((long) colors * bits * columns + 7) / 8);
    if (predictor == TIFF) {
      return tiff(in, colors, bits, row);
    }
    return predictor < PNG ? in : png(in, pixel, row);
  }

  private static byte[] png(byte[] in, int pixel, int row) {
    int rows = (in.length + row) / (row + 1);
    byte[] out = new byte[(int) Math.min((long) rows * row, in.length)];
    int size = 0;
    for (int from = 0; from < in.length; from += row + 1) {
      int length = Math.min(row, in.length - from - 1);
      int above = size - row;
      for (int i = 0; i < length; i++) {
        int left = i >= pixel ? out[size + i - pixel] & 0xff : 0;
        int up = above >= 0 ? out[above + i] & 0xff : 0;
        int corner = above >= 0 && i >= pixel ? out[above + i - pixel] & 0xff : 0;
        int guess =
            switch (in[from]) {
              case 1 -> left;
              case 2 -> up;
              case 3 -> (left + up) / 2;
              case 4 -> paeth(left, up, corner);
              default -> 0;
            };
        out[size + i] = (byte) (in[from + 1 + i] + guess);
      }
      size += Math.max(0, length);
    }
    return size == out.length ? out : Arrays.copyOf(out, size);
  }

  private static int paeth(int left, int up, int corner) {
    int guess = left + up - corner;
    int a = Math.abs(guess - left);
    int b = Math.abs(guess - up);
    int c = Math.abs(guess - corner);
    if (a <= b && a <= c) {
      return left;
    }
    return b <= c ? up : corner;
  }

  private static byte[] tiff(byte[] in, int colors, int bits, int row) {
    byte[] out = in.clone();
    for (int from = 0; from < out.length; from += row) {
      int end = Math.min(out.length, from + row);
      if (bits == 8) {
        for (int i = from + colors; i < end; i++) {
          out[i] += out[i - colors];
        }
      } else if (bits == 16) {
        for (int i = from + colors * 2; i + 1 < end; i += 2) {
          int before = (out[i - colors * 2] & 0xff) << 8 | out[i - colors * 2 + 1] & 0xff;
          int sum = before + ((out[i] & 0xff) << 8 | out[i + 1] & 0xff);
          out[i] = (byte) (sum >> 8);
          out[i + 1] = (byte) sum;
        }
      } else {
        narrow(out, from, end, colors, bits);
      }
    }
    return out;
  }

  private static void narrow(byte[] out, int from, int end, int colors, int bits) {
    int mask = (1 << bits) - 1;
    int[] before = new int[colors];
    int samples = (end - from) * 8 / bits;
    for (int i = 0; i < samples; i++) {
      int at = from + i * bits / 8;
      int shift = 8 - bits - i * bits % 8;
      int value = (out[at] >> shift & mask) + before[i % colors] & mask;
      before[i % colors] = value;
      out[at] = (byte) (out[at] & ~(mask << shift) | value << shift);
    }
  }
}
