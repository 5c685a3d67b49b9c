package fr.bastide.gateway.internal.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// Names of senders made fit for a folder: one name, no path, no control or direction marks, and
/// none of the endings by which unfinished files and receipts are known.
public final class DeclaredName {

  private static final int MOST_BYTES = 180;
  private static final int LONGEST = 1_000;
  private static final String FORBIDDEN = "/\\<>:\"|?*";

  private DeclaredName() {}

  /// A name that any folder takes and that the link looks at.
  public static String plain(String declared) {
    StringBuilder safe = new StringBuilder();
    Normalizer.normalize(declared, Normalizer.Form.NFC)
        .codePoints()
        .limit(LONGEST)
        .filter(c -> !Character.isISOControl(c))
        .filter(c -> {
          int type = Character.getType(c);
          return type != Character.FORMAT
              && type != Character.SURROGATE
              && type != Character.LINE_SEPARATOR
              && type != Character.PARAGRAPH_SEPARATOR;
        })
        .forEach(c -> safe.appendCodePoint(FORBIDDEN.indexOf(c) >= 0 ? '_' : c));
    String name = shortened(safe.toString().strip());
    if (name.isEmpty() || name.startsWith(".")) {
      name = "_" + name;
    }
    return unfinished(name) || name.endsWith(".receipt.json") ? name + "_" : name;
  }

  /// Whether a name is one that programs give to a file they still write.
  public static boolean unfinished(String name) {
    return name.startsWith(".")
        || name.endsWith(".part")
        || name.endsWith(".tmp")
        || name.endsWith(".filepart")
        || name.endsWith(".crdownload");
  }

  /// The same name with a number before its ending.
  static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? name + " (" + number + ")"
        : name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
  }

  private static String shortened(String name) {
    if (bytes(name) <= MOST_BYTES) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
    int end = name.length() - ending.length();
    while (end > 0 && bytes(name.substring(0, end)) + bytes(ending) > MOST_BYTES) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + ending;
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
