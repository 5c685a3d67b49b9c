package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;
import java.util.Set;

/// The frames of pictures: their blocks follow one another to the last byte, none is unknown, and
/// nothing comes after.
final class PictureAudit {

  private static final Set<String> PNG_CHUNKS =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD",
          "hIST", "pHYs", "sPLT", "tIME", "tEXt", "zTXt", "iTXt", "eXIf", "acTL", "fcTL", "fdAT",
          "cICP");
  private static final Set<String> PNG_WORDS = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");
  private static final Set<String> WEBP_CHUNKS =
      Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP", "EXIF", "XMP ");

  private PictureAudit() {}

  static void png(Bytes bytes, Remains remains) {
    long place = 8;
    String chunk = "";
    while (!chunk.equals("IEND")) {
      long length = bytes.big32(place);
      chunk = bytes.latin(place + 4, 4);
      if (!PNG_CHUNKS.contains(chunk)) {
        remains.add(Threat.UNKNOWN_PART, "png");
      }
      if (PNG_WORDS.contains(chunk) && !remains.policy().metadata()) {
        remains.add(Threat.METADATA, chunk);
      }
      place += 12 + length;
    }
    end(bytes, place, remains);
  }

  static void jpeg(Bytes bytes, Remains remains) {
    long place = 2;
    while (true) {
      if (bytes.at(place) != 0xff) {
        throw new AuditFailure("jpeg");
      }
      int marker = bytes.at(place + 1);
      if (marker == 0xd9) {
        end(bytes, place + 2, remains);
        return;
      }
      if (marker == 0xff) {
        place++;
        continue;
      }
      int length = bytes.big16(place + 2);
      boolean words = marker == 0xe1 || marker == 0xed;
      if (marker == 0xfe || (words && !remains.policy().metadata())) {
        remains.add(Threat.METADATA, "jpeg");
      }
      place += 2 + length;
      if (marker == 0xda) {
        place = scanned(bytes, place);
      }
    }
  }

  /// Where the coded data of a scan ends: at the next marker that is no restart.
  private static long scanned(Bytes bytes, long from) {
    for (long place = from; ; place++) {
      if (bytes.at(place) == 0xff) {
        int next = bytes.at(place + 1);
        if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
          return place;
        }
      }
    }
  }

  static void gif(Bytes bytes, Remains remains) {
    int flags = bytes.at(10);
    long place = 13 + colours(flags);
    while (true) {
      switch (bytes.at(place)) {
        case 0x3b -> {
          end(bytes, place + 1, remains);
          return;
        }
        case 0x2c -> place = blocks(bytes, place + 10 + colours(bytes.at(place + 9)) + 1);
        case 0x21 -> {
          int label = bytes.at(place + 1);
          if (label == 0xfe || label == 0x01) {
            remains.add(Threat.METADATA, "gif");
          }
          place = blocks(bytes, place + 2);
        }
        default -> throw new AuditFailure("gif");
      }
    }
  }

  private static long colours(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3L << ((flags & 7) + 1);
  }

  private static long blocks(Bytes bytes, long from) {
    long place = from;
    while (bytes.at(place) != 0) {
      place += 1 + bytes.at(place);
    }
    return place + 1;
  }

  static void webp(Bytes bytes, Remains remains) {
    if (!bytes.is(8, "WEBP")) {
      throw new AuditFailure("webp");
    }
    long whole = 8 + bytes.little32(4);
    long place = 12;
    while (place < whole) {
      String chunk = bytes.latin(place, 4);
      long length = bytes.little32(place + 4);
      if (!WEBP_CHUNKS.contains(chunk)) {
        remains.add(Threat.UNKNOWN_PART, "webp");
      }
      if ((chunk.equals("EXIF") || chunk.equals("XMP ")) && !remains.policy().metadata()) {
        remains.add(Threat.METADATA, "webp");
      }
      place += 8 + length + (length & 1);
    }
    end(bytes, place, remains);
  }

  static void bmp(Bytes bytes, Remains remains) {
    end(bytes, bytes.little32(2), remains);
    long head = bytes.little32(14);
    long pixels = bytes.little32(10);
    if (head < 12 || head > 124 || pixels < 14 + head || pixels > bytes.size()) {
      throw new AuditFailure("bmp");
    }
  }

  private static void end(Bytes bytes, long end, Remains remains) {
    if (end < bytes.size()) {
      remains.add(Threat.TRAILING_DATA, "");
    } else if (end > bytes.size()) {
      throw new AuditFailure("cut off");
    }
  }
}
