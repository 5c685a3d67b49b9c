package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.ContentType;
import java.util.Locale;
import java.util.Map;

/// The first bytes of kinds of file.
final class Marks {

  private static final Map<ContentType, String> FIRST =
      Map.ofEntries(
          Map.entry(ContentType.PDF, "%PDF-"),
          Map.entry(ContentType.JPEG, "\u00ff\u00d8\u00ff"),
          Map.entry(ContentType.PNG, "\u0089PNG\r\n\u001a\n"),
          Map.entry(ContentType.GIF, "GIF8"),
          Map.entry(ContentType.WEBP, "RIFF"),
          Map.entry(ContentType.BMP, "BM"),
          Map.entry(ContentType.ZIP, "PK\u0003\u0004"));

  /// Nothing that leaves begins like this.
  private static final String[] NEVER = {
    "MZ",
    "\u007fELF",
    "#!",
    "\u00d0\u00cf\u0011\u00e0",
    "{\\rt",
    "7z\u00bc\u00af",
    "Rar!",
    "\u001f\u008b",
    "\u00ca\u00fe\u00ba\u00be",
    "L\u0000\u0000\u0000\u0001\u0014\u0002\u0000"
  };

  private Marks() {}

  /// Whether a file begins as its kind does, and texts as no other.
  static boolean agree(Bytes bytes, ContentType type) {
    return switch (type) {
      case PDF, JPEG, PNG, GIF, WEBP, BMP, ZIP -> bytes.is(0, mark(type));
      case TIFF -> bytes.is(0, "II*\u0000") || bytes.is(0, "MM\u0000*");
      case DOCX, DOTX, XLSX, XLTX, PPTX, POTX, PPSX, ODT, ODS, ODP, ODG ->
          bytes.is(0, mark(ContentType.ZIP));
      default ->
          FIRST.values().stream().noneMatch(mark -> bytes.is(0, mark) && !plain(mark))
              && !never(bytes);
    };
  }

  private static String mark(ContentType type) {
    return FIRST.getOrDefault(type, "");
  }

  /// `BM`, `RIFF` and `GIF8` are words a text may begin with.
  private static boolean plain(String mark) {
    return mark.equals("BM") || mark.equals("RIFF") || mark.equals("GIF8");
  }

  static boolean never(Bytes bytes) {
    for (String mark : NEVER) {
      // Two letters are no proof in a text; a program has zeros beside them.
      if (bytes.is(0, mark) && (!mark.equals("MZ") || bytes.find(0, "\u0000") >= 0)) {
        return true;
      }
    }
    return false;
  }

  /// The kind of a file in a container, by its first bytes and its name; both must agree.
  static ContentType ofMember(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "jpeg", "jpe", "jfif" -> ContentType.JPEG;
      case "tif" -> ContentType.TIFF;
      case "htm" -> ContentType.HTML;
      case "tsv" -> ContentType.CSV;
      case "ical" -> ContentType.ICALENDAR;
      case "vcard" -> ContentType.VCARD;
      case "log", "md", "text", "asc" -> ContentType.TEXT;
      case "xsd", "gpx", "kml" -> ContentType.XML;
      default -> {
        for (ContentType type : ContentType.values()) {
          if (type.extension().equals(extension)) {
            yield type;
          }
        }
        yield ContentType.UNKNOWN;
      }
    };
  }
}
