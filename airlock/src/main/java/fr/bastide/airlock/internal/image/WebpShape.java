package fr.bastide.airlock.internal.image;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The chunks of a WebP file (RFC 9649): which coding, and what is dropped.
final class WebpShape {

  private static final int HEADER = 12;

  private WebpShape() {}

  /// Tells what besides the first picture is in the file.
  ///
  /// @return whether the picture is coded with loss
  static boolean check(byte[] bytes, Ledger ledger) {
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long end = Math.min(bytes.length, 8 + (data.getInt(4) & 0xffffffffL));
    boolean lossy = true;
    int at = HEADER;
    while (at + 8 <= end) {
      long length = data.getInt(at + 4) & 0xffffffffL;
      switch (new String(bytes, at, 4, StandardCharsets.ISO_8859_1)) {
        case "VP8L" -> lossy = false;
        case "VP8 ", "VP8X", "ALPH", "ICCP" -> {
          // pixels and their colours
        }
        case "EXIF", "XMP " -> ledger.once(Threat.METADATA, "webp");
        case "ANIM", "ANMF" -> ledger.once(Threat.MULTIMEDIA, "webp");
        default -> ledger.once(Threat.UNKNOWN_PART, "webp");
      }
      long next = at + 8 + length + (length & 1);
      if (next > end) {
        break;
      }
      at = (int) next;
    }
    if (end < bytes.length) {
      ledger.add(Threat.TRAILING_DATA, "webp");
    }
    return lossy;
  }
}
