package fr.bastide.detection.imports;

import fr.bastide.detection.DetectionException;
import fr.bastide.kernel.Text;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The files of a folder or archive that are worth keeping, by path with `/`; refuses what no
/// honest release holds.
final class Bundle {

  /// No rule is larger.
  static final int MAX_FILE_BYTES = 1 << 20;

  private static final int MAX_FILES = 20_000;
  private static final long MAX_BYTES = 64L << 20;
  private static final int MAX_PATH = 512;

  private final String source;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Set<String> folded = new HashSet<>();
  private long bytes;
  private int seen;

  Bundle(String source) {
    this.source = source;
  }

  /// Counts and checks a path, whatever stands there.
  void see(String path) {
    if (++seen > MAX_FILES) {
      throw refused(
          "plus de %d fichiers".formatted(MAX_FILES), "more than %d files".formatted(MAX_FILES));
    }
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    if (!sound(plain)) {
      throw refused(
          "le chemin « %s » sort du dossier ou est mal formé".formatted(clip(path)),
          "the path \"%s\" leaves the folder or is malformed".formatted(clip(path)));
    }
    String name = Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    if (!folded.add(name)) {
      throw refused(
          "le chemin « %s » y est deux fois".formatted(clip(path)),
          "the path \"%s\" is there twice".formatted(clip(path)));
    }
  }

  /// Whether a file of this path is kept.
  static boolean wanted(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.endsWith(".yml") || name.endsWith(".yaml") || licence(path) || version(path);
  }

  static boolean licence(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return (name.startsWith("license") || name.startsWith("licence"))
        && !name.endsWith(".yml")
        && !name.endsWith(".yaml");
  }

  static boolean version(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.equals("version.txt") || name.equals("source.txt");
  }

  /// Keeps a file; its bytes were read up to one more than allowed.
  void keep(String path, byte[] content) {
    bytes += content.length;
    if (content.length > MAX_FILE_BYTES) {
      throw refused(
          "« %s » dépasse %d Mo".formatted(clip(path), MAX_FILE_BYTES >> 20),
          "\"%s\" is larger than %d MB".formatted(clip(path), MAX_FILE_BYTES >> 20));
    }
    if (bytes > MAX_BYTES) {
      throw refused(
          "plus de %d Mo une fois décompressé".formatted(MAX_BYTES >> 20),
          "more than %d MB once decompressed".formatted(MAX_BYTES >> 20));
    }
    files.put(path, content);
  }

  Map<String, byte[]> files() {
    return files;
  }

  int seen() {
    return seen;
  }

  DetectionException refused(String fr, String en) {
    return new DetectionException(
        new Text(
            "Import refusé, rien n’a changé : %s : %s.".formatted(source, fr),
            "Import refused, nothing was changed: %s: %s.".formatted(source, en)));
  }

  private static boolean sound(String path) {
    if (path.isEmpty() || path.length() > MAX_PATH) {
      return false;
    }
    if (path.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\' || c == ':')) {
      return false;
    }
    int from = 0;
    while (from <= path.length()) {
      int to = path.indexOf('/', from);
      String part = path.substring(from, to < 0 ? path.length() : to);
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
      from = to < 0 ? path.length() + 1 : to + 1;
    }
    return true;
  }

  /// A path as a message may show it.
  static String clip(String path) {
    StringBuilder shown = new StringBuilder();
    path.codePoints()
        .limit(80)
        .map(c -> Character.isISOControl(c) ? 0xFFFD : c)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}
