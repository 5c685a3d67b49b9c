package fr.bastide.airlock.internal.image;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The chunks of a PNG file (ISO/IEC 15948): what decoding needs is kept, the rest told and
/// dropped.
final class PngShape {

  private static final int SIGNATURE = 8;
  private static final int FRAME = 12;
  private static final int MOST_PROFILE = 1 << 20;

  private final byte[] bytes;
  private final ByteBuffer data;
  private final Ledger ledger;
  private final ByteArrayOutputStream clean;
  private int width;
  private int height;
  private byte[] profile = new byte[0];
  private Optional<Picture.Density> density = Optional.empty();

  private PngShape(byte[] bytes, Ledger ledger) {
    this.bytes = bytes;
    this.data = ByteBuffer.wrap(bytes);
    this.ledger = ledger;
    this.clean = new ByteArrayOutputStream(bytes.length);
  }

  /// Reads the chunks through.
  ///
  /// @throws RefusedException when they are broken
  static PngShape of(byte[] bytes, Ledger ledger) {
    PngShape shape = new PngShape(bytes, ledger);
    shape.walk();
    return shape;
  }

  byte[] clean() {
    return clean.toByteArray();
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  byte[] profile() {
    return profile;
  }

  Optional<Picture.Density> density() {
    return density;
  }

  private void walk() {
    clean.write(bytes, 0, SIGNATURE);
    int at = SIGNATURE;
    boolean ended = false;
    while (!ended && at <= bytes.length - FRAME) {
      int length = data.getInt(at);
      if (length < 0 || length > bytes.length - at - FRAME) {
        break;
      }
      String name = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      if ((at == SIGNATURE) != name.equals("IHDR")) {
        throw new RefusedException(Reason.MALFORMED, "png");
      }
      chunk(name, at, length);
      ended = name.equals("IEND");
      at += FRAME + length;
    }
    if (width == 0 || !ended) {
      throw new RefusedException(Reason.MALFORMED, "png");
    }
    if (at < bytes.length) {
      ledger.add(Threat.TRAILING_DATA, "png");
    }
  }

  private void chunk(String name, int at, int length) {
    int body = at + 8;
    switch (name) {
      case "IHDR" -> {
        if (length != 13) {
          throw new RefusedException(Reason.MALFORMED, "png");
        }
        width = data.getInt(body);
        height = data.getInt(body + 4);
        clean.write(bytes, at, FRAME + length);
      }
      case "PLTE", "IDAT", "IEND", "tRNS" -> clean.write(bytes, at, FRAME + length);
      case "iCCP" -> profile = inflated(body, length);
      case "pHYs" -> {
        if (length == 9 && bytes[body + 8] == 1) {
          density = Picture.Density.of(data.getInt(body), data.getInt(body + 4));
        }
      }
      case "sRGB", "gAMA", "cHRM", "sBIT", "bKGD", "hIST", "cICP", "CgBI" -> {
        // how colours were meant; decoded values are taken for sRGB, as most viewers do
      }
      case "tEXt", "zTXt", "iTXt", "tIME", "eXIf" -> ledger.once(Threat.METADATA, "png");
      case "acTL", "fcTL", "fdAT" -> ledger.once(Threat.MULTIMEDIA, "png");
      default -> ledger.once(Threat.UNKNOWN_PART, "png");
    }
  }

  private byte[] inflated(int body, int length) {
    int from = body;
    int end = body + length;
    while (from < end && bytes[from] != 0) {
      from++;
    }
    from += 2; // the end of the name, the compression method
    if (from >= end) {
      return new byte[0];
    }
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, from, end - from);
      byte[] out = new byte[MOST_PROFILE];
      int n = 0;
      while (n < out.length && !inflater.finished()) {
        int more = inflater.inflate(out, n, out.length - n);
        if (more == 0) {
          break;
        }
        n += more;
      }
      return java.util.Arrays.copyOf(out, n);
    } catch (DataFormatException broken) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }
}
