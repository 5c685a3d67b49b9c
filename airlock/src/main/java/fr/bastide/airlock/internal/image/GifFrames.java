package fr.bastide.airlock.internal.image;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The frames of a GIF file (GIF89a), each decoded and encoded anew; animation and transparency
/// stay, comments and applications' data go.
final class GifFrames {

  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int TRAILER = 0x3b;
  private static final int CONTROL = 0xf9;
  private static final int APPLICATION = 0xff;

  private final byte[] bytes;
  private final Workbench bench;
  private final Ledger ledger;
  private final ByteArrayOutputStream out;
  private int at;
  private int frames;
  private boolean looped;

  private GifFrames(byte[] bytes, Workbench bench, Ledger ledger) {
    this.bytes = bytes;
    this.bench = bench;
    this.ledger = ledger;
    this.out = new ByteArrayOutputStream(bytes.length);
  }

  static byte[] rebuilt(byte[] bytes, Workbench bench, Ledger ledger) {
    return new GifFrames(bytes, bench, ledger).rebuild();
  }

  private byte[] rebuild() {
    header();
    boolean ended = false;
    while (!ended && at < bytes.length) {
      int block = next();
      switch (block) {
        case EXTENSION -> extension();
        case IMAGE -> frame();
        case TRAILER -> ended = true;
        case 0 -> {
          // stray terminators between blocks are common and mean nothing
        }
        default -> throw malformed();
      }
    }
    if (frames == 0) {
      throw malformed();
    }
    if (ended && at < bytes.length) {
      ledger.add(Threat.TRAILING_DATA, "gif");
    }
    out.write(TRAILER);
    return out.toByteArray();
  }

  private void header() {
    need(13);
    out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
    int flags = bytes[10] & 0xff;
    out.write(bytes, 6, 4);
    out.write(flags & 0xf7); // colours are not sorted in what is written
    out.write(bytes[11]);
    out.write(0);
    at = 13;
    colours(flags);
  }

  private void colours(int flags) {
    if ((flags & 0x80) != 0) {
      int size = 3 << ((flags & 7) + 1);
      need(size);
      out.write(bytes, at, size);
      at += size;
    }
  }

  private void extension() {
    int label = next();
    int start = at;
    byte[] data = blocks();
    if (label == CONTROL && data.length == 4) {
      out.write(EXTENSION);
      out.write(CONTROL);
      out.write(4);
      out.write(data[0] & 0x1d); // disposal and transparency; never waiting for the user
      out.write(data, 1, 3);
      out.write(0);
    } else if (label == APPLICATION && isLoop(data) && !looped) {
      looped = true;
      out.write(EXTENSION);
      out.write(APPLICATION);
      out.write(11);
      out.write(data, 0, 11);
      out.write(new byte[] {3, 1, data[12], data[13], 0}, 0, 5);
    } else if (at > start + 1) {
      ledger.once(label == 0x01 ? Threat.UNKNOWN_PART : Threat.METADATA, "gif");
    }
  }

  private static boolean isLoop(byte[] data) {
    return data.length >= 14
        && data[11] == 1
        && new String(data, 0, 11, StandardCharsets.ISO_8859_1).equals("NETSCAPE2.0");
  }

  private void frame() {
    need(9);
    bench.parts(1);
    int width = number(at + 4);
    int height = number(at + 6);
    String where = "image " + (frames + 1);
    Bounds.check(width, height, where, bench);
    if (++frames > bench.policy().limits().pages()) {
      throw new RefusedException(Reason.TOO_MANY_PARTS, where);
    }
    int flags = bytes[at + 8] & 0xff;
    out.write(IMAGE);
    out.write(bytes, at, 8);
    out.write(flags & 0xc7);
    at += 9;
    colours(flags);
    int minimum = next();
    if (minimum < 1 || minimum > 8) {
      throw malformed();
    }
    byte[] pixels = Lzw.decode(blocks(), minimum, width * height);
    int written = Math.max(2, minimum);
    out.write(written);
    put(Lzw.encode(pixels, written));
  }

  private void put(byte[] data) {
    for (int from = 0; from < data.length; from += 255) {
      int n = Math.min(255, data.length - from);
      out.write(n);
      out.write(data, from, n);
    }
    out.write(0);
  }

  /// The data of sub-blocks up to their end; a file that is cut short ends them.
  private byte[] blocks() {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    while (at < bytes.length) {
      int n = next();
      if (n == 0) {
        break;
      }
      int end = Math.min(bytes.length, at + n);
      data.writeBytes(Arrays.copyOfRange(bytes, at, end));
      at = end;
    }
    return data.toByteArray();
  }

  private int next() {
    need(1);
    return bytes[at++] & 0xff;
  }

  private int number(int place) {
    return (bytes[place] & 0xff) | (bytes[place + 1] & 0xff) << 8;
  }

  private void need(int count) {
    if (at + count > bytes.length) {
      throw malformed();
    }
  }

  private static RefusedException malformed() {
    return new RefusedException(Reason.MALFORMED, "gif");
  }
}
