package fr.bastide.airlock.internal;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import java.nio.charset.StandardCharsets;

/// The marks by which kinds of file are known, from their specifications.
public final class Signatures {

  /// How far from the start readers of PDF look for its header (ISO 32000-1, annex H.3.4.1).
  private static final int PDF_REACH = 1024;

  private static final int ZIP_END = 22;
  private static final int ZIP_COMMENT = 65_535;
  private static final int TAR_BLOCK = 512;
  private static final int TAR_SUM = 148;

  private Signatures() {}

  /// The kind of a file, [ContentType#UNKNOWN] when none is recognised.
  ///
  /// One file may be valid as two kinds. Its beginning decides, since rebuilding it as one leaves
  /// nothing of the other; but a beginning that announces a program, or a container before another
  /// container, is no accident.
  ///
  /// @throws RefusedException with [Reason#POLYGLOT] when it is of two kinds at once, with
  ///   [Reason#FORBIDDEN_KIND] when its bytes or its name announce one that never crosses
  public static ContentType find(Content content) {
    byte[] b = content.bytes();
    if (ForbiddenKinds.announced(b)) {
      throw new RefusedException(
          endsAsZip(b) || pdfHeader(b) >= 0 ? Reason.POLYGLOT : Reason.FORBIDDEN_KIND, "");
    }
    if (ForbiddenKinds.named(content)) {
      throw new RefusedException(Reason.FORBIDDEN_KIND, "");
    }
    ContentType type = picture(b);
    if (type == ContentType.UNKNOWN) {
      type = container(b);
    }
    return type == ContentType.UNKNOWN ? document(content) : type;
  }

  private static ContentType container(byte[] b) {
    if (at(b, 0, "PK\u0003\u0004") || at(b, 0, "PK\u0005\u0006")) {
      return ZipKinds.find(b);
    }
    if (at(b, 0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return single(b, OleKinds.find(b));
    }
    if (at(b, 0, "7z\u00bc\u00af'\u001c")) {
      return single(b, ContentType.SEVEN_ZIP);
    }
    if (at(b, 0, "Rar!\u001a\u0007")) {
      return single(b, ContentType.RAR);
    }
    if (at(b, 0, "\u001f\u008b")) {
      return ContentType.GZIP;
    }
    return at(b, 257, "ustar") || isOldTar(b) ? ContentType.TAR : ContentType.UNKNOWN;
  }

  /// A container that ends as another one has two contents.
  private static ContentType single(byte[] b, ContentType type) {
    if (endsAsZip(b)) {
      throw new RefusedException(Reason.POLYGLOT, "");
    }
    return type;
  }

  private static ContentType document(Content content) {
    byte[] b = content.bytes();
    if (at(b, 0, "{\\rt")) {
      return ContentType.RTF;
    }
    if (pdfHeader(b) >= 0) {
      return ContentType.PDF;
    }
    ContentType text = TextKinds.find(content);
    return text == ContentType.UNKNOWN && endsAsZip(b) ? ZipKinds.find(b) : text;
  }

  private static int pdfHeader(byte[] b) {
    return indexOf(b, "%PDF-", PDF_REACH);
  }

  /// Whether the last bytes are the end of a ZIP directory that lies within the file (APPNOTE
  /// 4.3.16).
  private static boolean endsAsZip(byte[] b) {
    int least = Math.max(0, b.length - ZIP_END - ZIP_COMMENT);
    for (int i = b.length - ZIP_END; i >= least; i--) {
      if (at(b, i, "PK\u0005\u0006")) {
        int comment = (b[i + 20] & 0xff) | ((b[i + 21] & 0xff) << 8);
        long size = little(b, i + 12);
        long directory = i - size;
        if (i + ZIP_END + comment == b.length
            && size > 0
            && directory >= 0
            && at(b, (int) directory, "PK\u0001\u0002")) {
          return true;
        }
      }
    }
    return false;
  }

  private static long little(byte[] b, int place) {
    return (b[place] & 0xffL)
        | (b[place + 1] & 0xffL) << 8
        | (b[place + 2] & 0xffL) << 16
        | (b[place + 3] & 0xffL) << 24;
  }

  /// TAR of before 1988, known only by the sum over its first header (tar(5), old-style archives).
  private static boolean isOldTar(byte[] b) {
    if (b.length < TAR_BLOCK || b[0] == 0) {
      return false;
    }
    long told = 0;
    int digits = 0;
    for (int i = TAR_SUM; i < TAR_SUM + 8; i++) {
      if (b[i] >= '0' && b[i] <= '7') {
        told = told * 8 + b[i] - '0';
        digits++;
      } else if (b[i] != ' ' && b[i] != 0) {
        return false;
      }
    }
    long sum = 0;
    for (int i = 0; i < TAR_BLOCK; i++) {
      sum += i >= TAR_SUM && i < TAR_SUM + 8 ? ' ' : b[i] & 0xff;
    }
    return digits > 0 && sum == told;
  }

  private static ContentType picture(byte[] b) {
    if (at(b, 0, "\u00ff\u00d8\u00ff")) {
      return ContentType.JPEG;
    }
    if (at(b, 0, "\u0089PNG\r\n\u001a\n")) {
      return ContentType.PNG;
    }
    if (at(b, 0, "GIF87a") || at(b, 0, "GIF89a")) {
      return ContentType.GIF;
    }
    if (at(b, 0, "RIFF") && at(b, 8, "WEBP")) {
      return ContentType.WEBP;
    }
    if (at(b, 0, "II*\u0000") || at(b, 0, "MM\u0000*")) {
      return ContentType.TIFF;
    }
    if (at(b, 0, "BM") && b.length > 14 && at(b, 6, "\u0000\u0000\u0000\u0000")) {
      return ContentType.BMP;
    }
    return ContentType.UNKNOWN;
  }

  /// Whether these bytes (one a character) stand at a place.
  static boolean at(byte[] b, int place, String mark) {
    if (b.length < place + mark.length()) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if ((b[place + i] & 0xff) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Where a mark first stands, starting within `reach` bytes; -1 when it does not.
  static int indexOf(byte[] b, String mark, int reach) {
    byte[] m = mark.getBytes(StandardCharsets.ISO_8859_1);
    int last = Math.min(reach, b.length - m.length);
    for (int i = 0; i <= last; i++) {
      if (at(b, i, mark)) {
        return i;
      }
    }
    return -1;
  }
}
