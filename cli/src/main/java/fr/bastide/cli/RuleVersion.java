package fr.bastide.cli;

import fr.bastide.cli.timeline.RuleSet;
import fr.bastide.detection.pack.BuiltinPack;
import fr.bastide.detection.rule.RuleLibrary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Says which rules were run, so that another can run the same: the version of the pack, or one
/// hash over the names and hashes of all rule files.
final class RuleVersion {

  private RuleVersion() {}

  static RuleSet of(List<String> words, RuleLibrary library) throws IOException {
    boolean builtin = words.equals(List.of(RuleSource.BUILTIN));
    return new RuleSet(
        String.join(" ", words),
        builtin ? BuiltinPack.get().version() : hash(words),
        library.book().rules().size(),
        library.book().correlations().size(),
        library.book().refusals().size(),
        library.retired().size());
  }

  private static String hash(List<String> words) throws IOException {
    StringBuilder list = new StringBuilder();
    for (String word : words) {
      Path root = Path.of(word);
      for (Path file : files(root)) {
        String name = root.equals(file) ? "" : root.relativize(file).toString();
        try (InputStream input = Files.newInputStream(file)) {
          list.append(new HashedInput(input).sha256()).append("  ").append(name).append('\n');
        }
      }
    }
    byte[] whole = list.toString().getBytes(StandardCharsets.UTF_8);
    return "SHA-256 " + new HashedInput(new ByteArrayInputStream(whole)).sha256();
  }

  private static List<Path> files(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of(root);
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(root)) {
      walk.filter(Files::isRegularFile).filter(RuleVersion::rule).sorted().forEach(files::add);
    }
    return files;
  }

  private static boolean rule(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Files.isReadable(file) && (name.endsWith(".yml") || name.endsWith(".yaml"));
  }
}
