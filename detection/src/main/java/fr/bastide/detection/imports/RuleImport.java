package fr.bastide.detection.imports;

import fr.bastide.detection.DetectionException;
import fr.bastide.detection.rule.RuleFile;
import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.detection.rule.RuleReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Rules of others, read from a folder or a zip archive and checked; nothing is written yet.
///
/// Where there are folders named `rules` or `rules-…`, as in SigmaHQ's repository and packages,
/// theirs are the rules; elsewhere every YAML file is one. Paths that leave the folder, paths that
/// are there twice, more than 20,000 files, a file of more than a megabyte or more than 64 MB in
/// all refuse the whole.
public final class RuleImport {

  private final String source;
  private final Map<String, byte[]> rules;
  private final Map<String, byte[]> licences;
  private final String version;
  private final int skipped;
  private final RuleLibrary library;

  private RuleImport(String source, Bundle bundle, String root) {
    this.source = source;
    Map<String, byte[]> all = below(root, bundle.files());
    boolean sorted = all.keySet().stream().anyMatch(RuleImport::inRules);
    rules = new TreeMap<>();
    licences = new TreeMap<>();
    all.forEach((path, bytes) -> {
      if (Bundle.licence(path)) {
        licences.put(path, bytes);
      } else if (!Bundle.version(path) && (!sorted || inRules(path))) {
        rules.put(path, bytes);
      }
    });
    skipped = bundle.seen() - rules.size() - licences.size();
    library =
        new RuleReader()
            .readFiles(
                rules.entrySet().stream()
                    .map(file -> new RuleFile(file.getKey(), file.getValue()))
                    .toList());
    version = version(all, root);
    if (library.book().rules().isEmpty() && library.book().correlations().isEmpty()) {
      throw bundle.refused("aucune règle Sigma qui se compile", "no Sigma rule that compiles");
    }
  }

  /// Reads and checks.
  ///
  /// @throws DetectionException when there is nothing at this path, when it holds what no honest
  ///   release holds, or no rule at all
  public static RuleImport read(Path source) {
    Bundle bundle = Gathering.read(source);
    return new RuleImport(String.valueOf(source.getFileName()), bundle, root(bundle.files()));
  }

  /// The same with a licence text, for packages that come without.
  public RuleImport withLicence(String name, byte[] text) {
    licences.put(name, text);
    return this;
  }

  /// What compiles and what does not.
  public RuleLibrary library() {
    return library;
  }

  /// Where they come from: the name of the folder or archive.
  public String source() {
    return source;
  }

  /// What the release says of itself, or the date of the newest rule.
  public String version() {
    return version;
  }

  /// The licence files it came with; may be none.
  public List<String> licences() {
    return List.copyOf(licences.keySet());
  }

  /// How many files were left out because they are neither rules nor a licence.
  public int skipped() {
    return skipped;
  }

  /// SHA-256 of paths and contents of rules and licences, in hexadecimal.
  public String sha256() {
    return sha256(files());
  }

  /// What is to be kept, by path.
  Map<String, byte[]> files() {
    Map<String, byte[]> all = new TreeMap<>(rules);
    all.putAll(licences);
    return all;
  }

  static String sha256(Map<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach((path, bytes) -> {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(8).putInt(name.length).putInt(bytes.length).array());
        digest.update(name);
        digest.update(bytes);
      });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /// The one folder everything stands in, with its slash; empty when there is none.
  private static String root(Map<String, byte[]> files) {
    String first = files.keySet().stream().findFirst().orElse("");
    String root = first.substring(0, first.indexOf('/') + 1);
    boolean only = files.keySet().stream().allMatch(path -> path.startsWith(root));
    return only && !inRules(root) ? root : "";
  }

  private static Map<String, byte[]> below(String root, Map<String, byte[]> files) {
    Map<String, byte[]> below = new TreeMap<>();
    files.forEach((path, bytes) -> below.put(path.substring(root.length()), bytes));
    return below;
  }

  private static boolean inRules(String path) {
    return path.startsWith("rules/") || (path.startsWith("rules-") && path.indexOf('/') > 0);
  }

  private String version(Map<String, byte[]> all, String root) {
    Optional<String> told =
        all.entrySet().stream()
            .filter(file -> Bundle.version(file.getKey()))
            .map(file -> new String(file.getValue(), StandardCharsets.UTF_8).strip())
            .filter(text -> !text.isEmpty())
            .map(text ->
                Bundle.clip(text.lines().limit(3).reduce((a, b) -> a + ", " + b).orElse("")))
            .findFirst();
    return told.orElseGet(() -> root.isEmpty() ? newest() : root.substring(0, root.length() - 1));
  }

  private String newest() {
    return Stream.concat(
            library.book().rules().stream().map(rule -> rule.info()),
            library.book().correlations().stream().map(rule -> rule.info()))
        .flatMap(info -> Stream.of(date(info.date()), date(info.modified())))
        .max(String::compareTo)
        .orElse("");
  }

  private static String date(String written) {
    return written.replace('/', '-');
  }
}
