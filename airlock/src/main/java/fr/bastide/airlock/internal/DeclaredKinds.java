package fr.bastide.airlock.internal;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the name of a file, or the media type sent with it, makes people and programs expect.
public final class DeclaredKinds {

  /// Extensions in use beside the first one of a kind.
  private static final Map<ContentType, List<String>> ALSO = new EnumMap<>(ContentType.class);

  static {
    ALSO.put(ContentType.JPEG, List.of("jpeg", "jpe", "jfif"));
    ALSO.put(ContentType.TIFF, List.of("tif"));
    ALSO.put(ContentType.BMP, List.of("dib"));
    ALSO.put(ContentType.HTML, List.of("htm", "xhtml", "shtml"));
    ALSO.put(ContentType.CSV, List.of("tsv"));
    ALSO.put(ContentType.ICALENDAR, List.of("ical"));
    ALSO.put(ContentType.VCARD, List.of("vcard"));
    ALSO.put(ContentType.TEXT, List.of("log", "md", "text", "asc"));
    ALSO.put(ContentType.XML, List.of("xsd", "gpx", "kml"));
    ALSO.put(ContentType.GZIP, List.of("tgz"));
    ALSO.put(ContentType.DOC, List.of("dot"));
    ALSO.put(ContentType.XLS, List.of("xlt"));
    ALSO.put(ContentType.PPT, List.of("pps", "pot"));
  }

  private static final Map<String, ContentType> BY_EXTENSION = new HashMap<>();
  private static final Map<String, ContentType> BY_MEDIA_TYPE = new HashMap<>();

  static {
    for (ContentType type : ContentType.values()) {
      if (type != ContentType.UNKNOWN) {
        BY_EXTENSION.put(type.extension(), type);
        BY_MEDIA_TYPE.put(type.mediaType().toLowerCase(Locale.ROOT), type);
        also(type).forEach(extension -> BY_EXTENSION.put(extension, type));
      }
    }
    // Templates of OpenDocument leave as documents.
    BY_EXTENSION.put("ott", ContentType.ODT);
    BY_EXTENSION.put("ots", ContentType.ODS);
    BY_EXTENSION.put("otp", ContentType.ODP);
    BY_EXTENSION.put("otg", ContentType.ODG);
    // Senders use these for whatever they do not know better.
    List.of(ContentType.TEXT, ContentType.XML, ContentType.ZIP, ContentType.GZIP)
        .forEach(type -> BY_MEDIA_TYPE.remove(type.mediaType()));
  }

  private DeclaredKinds() {}

  /// Other extensions in use for a kind; a file that has one keeps it.
  static List<String> also(ContentType type) {
    return ALSO.getOrDefault(type, List.of());
  }

  /// Whether a file announces another kind than it is. The extension decides what opens it; the
  /// media type counts only where the extension says nothing.
  public static boolean contradict(Content content, ContentType found) {
    ContentType declared = BY_EXTENSION.getOrDefault(content.extension(), ContentType.UNKNOWN);
    if (declared == ContentType.UNKNOWN) {
      String type = content.declaredType().orElse("").toLowerCase(Locale.ROOT);
      int parameters = type.indexOf(';');
      declared =
          BY_MEDIA_TYPE.getOrDefault(
              (parameters < 0 ? type : type.substring(0, parameters)).strip(), ContentType.UNKNOWN);
    }
    boolean table = declared == ContentType.TEXT && found == ContentType.CSV;
    return declared != ContentType.UNKNOWN && declared != found && !table;
  }
}
