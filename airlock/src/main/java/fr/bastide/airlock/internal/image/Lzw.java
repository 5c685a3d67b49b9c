package fr.bastide.airlock.internal.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// The compression of GIF (GIF89a specification, appendix F): codes of 3 to 12 bits, least
/// significant bit first.
final class Lzw {

  private static final int MOST_CODES = 4096;

  private Lzw() {}

  /// Decodes into as many pixels as the frame has; what is missing stays 0, as viewers show it.
  static byte[] decode(byte[] data, int minimum, int pixels) {
    byte[] out = new byte[pixels];
    int clear = 1 << minimum;
    int[] prefix = new int[MOST_CODES];
    byte[] suffix = new byte[MOST_CODES];
    byte[] stack = new byte[MOST_CODES + 1];
    for (int i = 0; i < clear; i++) {
      suffix[i] = (byte) i;
    }
    int next = clear + 2;
    int size = minimum + 1;
    int old = -1;
    int first = 0;
    int bits = 0;
    int held = 0;
    int done = 0;
    int at = 0;
    while (done < pixels) {
      while (bits < size && at < data.length) {
        held |= (data[at++] & 0xff) << bits;
        bits += 8;
      }
      if (bits < size) {
        break;
      }
      int code = held & (1 << size) - 1;
      held >>>= size;
      bits -= size;
      if (code == clear) {
        next = clear + 2;
        size = minimum + 1;
        old = -1;
        continue;
      }
      if (code == clear + 1 || code > next || (code == next && old < 0)) {
        break;
      }
      int top = 0;
      int walk = code;
      if (code == next) {
        stack[top++] = (byte) first;
        walk = old;
      }
      while (walk >= clear) {
        stack[top++] = suffix[walk];
        walk = prefix[walk];
      }
      first = suffix[walk] & 0xff;
      stack[top++] = (byte) first;
      while (top > 0 && done < pixels) {
        out[done++] = stack[--top];
      }
      if (old >= 0 && next < MOST_CODES) {
        prefix[next] = old;
        suffix[next] = (byte) first;
        next++;
        if (next == 1 << size && size < 12) {
          size++;
        }
      }
      old = code;
    }
    return out;
  }

  /// Encodes pixels, each smaller than `1 << minimum`.
  static byte[] encode(byte[] pixels, int minimum) {
    Packer out = new Packer();
    int clear = 1 << minimum;
    short[] codes = new short[MOST_CODES << minimum];
    int next = clear + 2;
    int size = minimum + 1;
    out.put(clear, size);
    int current = pixels[0] & 0xff;
    for (int i = 1; i < pixels.length; i++) {
      int pixel = pixels[i] & 0xff;
      int key = current << minimum | pixel;
      if (codes[key] != 0) {
        current = codes[key];
        continue;
      }
      out.put(current, size);
      if (next < MOST_CODES) {
        codes[key] = (short) next;
        if (next == 1 << size) {
          size++;
        }
        next++;
      } else {
        out.put(clear, size);
        Arrays.fill(codes, (short) 0);
        next = clear + 2;
        size = minimum + 1;
      }
      current = pixel;
    }
    out.put(current, size);
    // The decoder has added a code for what was just put: it may have widened its codes.
    if (next == 1 << size && size < 12) {
      size++;
    }
    out.put(clear + 1, size);
    return out.bytes();
  }

  private static final class Packer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int held;
    private int bits;

    void put(int code, int size) {
      held |= code << bits;
      bits += size;
      while (bits >= 8) {
        out.write(held & 0xff);
        held >>>= 8;
        bits -= 8;
      }
    }

    byte[] bytes() {
      if (bits > 0) {
        out.write(held & 0xff);
      }
      return out.toByteArray();
    }
  }
}
