package fr.bastide.airlock.internal.image;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The segments of a JPEG file (ITU-T T.81, annex B): what decoding needs is kept, the rest told
/// and dropped.
final class JpegShape {

  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int COMMENT = 0xfe;
  private static final String EXIF = "Exif\0\0";
  private static final String ICC = "ICC_PROFILE\0";

  private final byte[] bytes;
  private final Ledger ledger;
  private final ByteArrayOutputStream clean;
  private final ByteArrayOutputStream profile = new ByteArrayOutputStream();
  private int width;
  private int height;
  private int components;
  private int orientation = Exif.UPRIGHT;
  private int adobe = -1;
  private Optional<Picture.Density> density = Optional.empty();
  private Optional<Picture.Density> toldByExif = Optional.empty();

  private JpegShape(byte[] bytes, Ledger ledger) {
    this.bytes = bytes;
    this.ledger = ledger;
    this.clean = new ByteArrayOutputStream(bytes.length);
  }

  /// Reads the segments through.
  ///
  /// @throws RefusedException when they are broken before the first scan
  static JpegShape of(byte[] bytes, Ledger ledger) {
    JpegShape shape = new JpegShape(bytes, ledger);
    shape.walk();
    return shape;
  }

  /// The file with nothing but what decoding needs.
  byte[] clean() {
    return clean.toByteArray();
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int components() {
    return components;
  }

  int orientation() {
    return orientation;
  }

  /// The colour transform told by Adobe's segment; -1 without one.
  int adobe() {
    return adobe;
  }

  byte[] profile() {
    return profile.toByteArray();
  }

  /// The resolution that JFIF tells, or else Exif.
  Optional<Picture.Density> density() {
    return density.isPresent() ? density : toldByExif;
  }

  private void walk() {
    marker(SOI);
    int at = 2;
    boolean scanned = false;
    while (at + 1 < bytes.length) {
      if ((bytes[at] & 0xff) != 0xff) {
        at++; // decoders look for the next marker after stray bytes
        continue;
      }
      int marker = bytes[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
      } else if (marker == EOI) {
        at += 2;
        break;
      } else if (marker == 0 || marker == 1 || (marker >= 0xd0 && marker <= SOI)) {
        at += 2;
      } else {
        int end = segment(marker, at, scanned);
        if (end < 0) {
          break;
        }
        scanned |= marker == SOS;
        at = marker == SOS ? entropy(end) : end;
      }
    }
    if (!scanned || width < 1) {
      throw new RefusedException(Reason.MALFORMED, "jpeg");
    }
    marker(EOI);
    if (tells(at)) {
      ledger.add(Threat.TRAILING_DATA, "jpeg");
    }
  }

  /// One segment; the place after it, or -1 when the file ends in it.
  private int segment(int marker, int at, boolean scanned) {
    if (at + 4 > bytes.length) {
      return -1;
    }
    int length = (bytes[at + 2] & 0xff) << 8 | (bytes[at + 3] & 0xff);
    int end = at + 2 + length;
    if (length < 2 || end > bytes.length) {
      if (scanned) {
        return -1;
      }
      throw new RefusedException(Reason.MALFORMED, "jpeg");
    }
    int body = at + 4;
    if (marker >= 0xe0 && marker <= 0xef) {
      application(marker, at, body, end);
    } else if (marker == COMMENT) {
      ledger.once(Threat.METADATA, "jpeg");
    } else if (marker >= 0xc0 && marker <= 0xdd) {
      if (isFrame(marker)) {
        frame(body, end);
      }
      clean.write(bytes, at, end - at);
    } else {
      ledger.once(Threat.UNKNOWN_PART, "jpeg");
    }
    return end;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private void frame(int body, int end) {
    if (end - body < 6 || width != 0) {
      throw new RefusedException(Reason.MALFORMED, "jpeg");
    }
    height = (bytes[body + 1] & 0xff) << 8 | (bytes[body + 2] & 0xff);
    width = (bytes[body + 3] & 0xff) << 8 | (bytes[body + 4] & 0xff);
    components = bytes[body + 5] & 0xff;
  }

  private void application(int marker, int at, int body, int end) {
    if (marker == 0xe0 && starts(body, end, "JFIF\0") && end - body >= 12) {
      density(body);
      clean.write(bytes, at, end - at);
    } else if (marker == 0xee && starts(body, end, "Adobe") && end - body >= 12) {
      adobe = bytes[body + 11] & 0xff;
      clean.write(bytes, at, end - at);
    } else if (marker == 0xe2 && starts(body, end, ICC) && end - body > 14) {
      profile.write(bytes, body + 14, end - body - 14);
    } else {
      if (marker == 0xe1 && starts(body, end, EXIF)) {
        Exif exif = Exif.read(bytes, body + EXIF.length(), end);
        orientation = exif.orientation();
        toldByExif = exif.density();
      }
      ledger.once(Threat.METADATA, "jpeg");
    }
  }

  private void density(int body) {
    int unit = bytes[body + 7];
    int across = (bytes[body + 8] & 0xff) << 8 | (bytes[body + 9] & 0xff);
    int down = (bytes[body + 10] & 0xff) << 8 | (bytes[body + 11] & 0xff);
    if (unit == 1) {
      density = Picture.Density.of(across * 10_000L / 254, down * 10_000L / 254);
    } else if (unit == 2) {
      density = Picture.Density.of(across * 100L, down * 100L);
    }
  }

  /// Copies coded data up to the next marker that is none of its own.
  private int entropy(int from) {
    int at = from;
    while (at < bytes.length) {
      if ((bytes[at] & 0xff) == 0xff && at + 1 < bytes.length) {
        int next = bytes[at + 1] & 0xff;
        if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
          break;
        }
      }
      at++;
    }
    clean.write(bytes, from, at - from);
    return at;
  }

  private boolean starts(int body, int end, String mark) {
    byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
    return end - body >= wanted.length
        && java.util.Arrays.equals(bytes, body, body + wanted.length, wanted, 0, wanted.length);
  }

  private boolean tells(int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] != 0 && bytes[i] != '\n' && bytes[i] != '\r') {
        return true;
      }
    }
    return false;
  }

  private void marker(int marker) {
    clean.write(0xff);
    clean.write(marker);
  }
}
