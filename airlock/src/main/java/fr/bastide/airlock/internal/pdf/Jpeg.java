package fr.bastide.airlock.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/// A JPEG picture written anew segment by segment (ITU-T T.81, annex B): tables, frame and scans
/// within bounds; comments, profiles, thumbnails and makers' segments stay behind, and nothing
/// follows the end mark.
///
/// @param width in pixels
/// @param components 1, 3 or 4
/// @param bytes the picture
record Jpeg(int width, int height, int components, byte[] bytes) {

  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int DQT = 0xdb;
  private static final int DHT = 0xc4;
  private static final int DRI = 0xdd;
  private static final int ADOBE = 0xee;
  private static final int MAX_SCANS = 200;
  private static final int CHECKED_SIDE = 256;

  /// The picture in these bytes; nothing when it is not a whole one of a usual kind.
  static @Nullable Jpeg rebuilt(byte[] raw) {
    return new Walk(raw).walk();
  }

  /// Whether a decoder reads it to its end.
  boolean decodes() {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    if (!readers.hasNext()) {
      return false;
    }
    ImageReader reader = readers.next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      int step = Math.max(1, Math.min(width, height) / CHECKED_SIDE);
      param.setSourceSubsampling(step, step, 0, 0);
      reader.readRaster(0, param);
      return true;
    } catch (IOException | RuntimeException damaged) {
      // The decoder of the platform throws what it likes for damage; all of it means the same.
      return false;
    } finally {
      reader.dispose();
    }
  }

  /// One walk over the segments.
  private static final class Walk {

    private final byte[] in;
    private final ByteArrayOutputStream out;
    private int at;
    private int width;
    private int height;
    private int components;
    private int scans;

    Walk(byte[] in) {
      this.in = in;
      this.out = new ByteArrayOutputStream(in.length);
    }

    @Nullable Jpeg walk() {
      while (at + 1 < in.length && !((in[at] & 0xff) == 0xff && (in[at + 1] & 0xff) == SOI)) {
        at++;
      }
      if (at + 4 > in.length) {
        return null;
      }
      marker(SOI);
      at += 2;
      while (at + 1 < in.length) {
        if ((in[at] & 0xff) != 0xff) {
          at++;
          continue;
        }
        int marker = in[at + 1] & 0xff;
        if (marker == EOI) {
          break;
        }
        if (marker == 0xff || marker == 0 || marker >= 0xd0 && marker <= SOI) {
          at += marker == 0xff ? 1 : 2;
        } else if (!segment(marker)) {
          return null;
        }
      }
      marker(EOI);
      return scans == 0 ? null : new Jpeg(width, height, components, out.toByteArray());
    }

    private void marker(int marker) {
      out.write(0xff);
      out.write(marker);
    }

    private int word(int offset) {
      return (in[offset] & 0xff) << 8 | in[offset + 1] & 0xff;
    }

    private boolean segment(int marker) {
      if (at + 4 > in.length) {
        at = in.length;
        return true;
      }
      int length = word(at + 2);
      if (length < 2 || at + 2 + length > in.length) {
        at = in.length;
        return scans > 0;
      }
      boolean kept =
          switch (marker) {
            case 0xc0, 0xc1, 0xc2 -> frame(length);
            case DHT, DQT -> components == 0 || scans <= MAX_SCANS;
            case DRI -> length == 4;
            case SOS -> components > 0 && ++scans <= MAX_SCANS;
            case ADOBE -> length == 14 && in[at + 4] == 'A' && in[at + 5] == 'd';
            default -> false;
          };
      boolean needed = marker >= 0xc0 && marker <= 0xcf || marker == SOS || marker == DQT;
      if (!kept && needed) {
        return false;
      }
      if (kept) {
        out.write(in, at, 2 + length);
      }
      at += 2 + length;
      if (marker == SOS) {
        entropy();
      }
      return true;
    }

    private boolean frame(int length) {
      if (components != 0 || length < 8) {
        return false;
      }
      height = word(at + 5);
      width = word(at + 7);
      components = in[at + 9] & 0xff;
      return in[at + 4] == 8
          && width > 0
          && height > 0
          && (components == 1 || components == 3 || components == 4)
          && length == 8 + 3 * components;
    }

    /// Copies a scan up to the next marker that does not belong to it.
    private void entropy() {
      int start = at;
      while (at < in.length) {
        if ((in[at] & 0xff) == 0xff && at + 1 < in.length) {
          int next = in[at + 1] & 0xff;
          if (next != 0 && (next < 0xd0 || next > 0xd7)) {
            break;
          }
          at++;
        }
        at++;
      }
      at = Math.min(at, in.length);
      out.write(in, start, at - start);
    }
  }
}
