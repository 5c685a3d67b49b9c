package fr.bastide.cli;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Place;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.pack.BuiltinPack;
import fr.bastide.detection.rule.RuleFile;
import fr.bastide.detection.rule.RuleLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Finds the text of a rule again by its place.
final class RuleTexts {

  private static final int MOST_BYTES = 1 << 20;

  private final Map<String, List<String>> files = new HashMap<>();

  /// Knows the rules that come with Bastide when they are asked for; other files are read on
  /// demand.
  RuleTexts(boolean builtin) {
    if (builtin) {
      for (RuleFile file : BuiltinPack.get().files()) {
        files.put(file.name(), lines(file.bytes()));
      }
    }
  }

  /// The YAML document that stands there.
  ///
  /// @throws UsageError when the file cannot be read any more
  String at(Place place) {
    List<String> lines = files.computeIfAbsent(place.file(), RuleTexts::read);
    int line = Math.clamp(place.line() - 1L, 0, Math.max(0, lines.size() - 1));
    int from = line;
    while (from > 0 && !lines.get(from - 1).startsWith("---")) {
      from--;
    }
    int to = line;
    while (to < lines.size() && (to == line || !lines.get(to).startsWith("---"))) {
      to++;
    }
    return String.join("\n", lines.subList(from, to)).strip() + "\n";
  }

  /// A rule as one can run it elsewhere: a correlation comes after the rules it looks at.
  String whole(RuleInfo rule, RuleLibrary library) {
    StringBuilder text = new StringBuilder();
    Set<String> wanted = under(rule.id(), library);
    for (Rule one : library.book().rules()) {
      if (wanted.contains(one.info().id()) && !one.info().id().equals(rule.id())) {
        text.append(at(one.info().place())).append("---\n");
      }
    }
    for (Correlation one : library.book().correlations()) {
      if (wanted.contains(one.info().id()) && !one.info().id().equals(rule.id())) {
        text.append(at(one.info().place())).append("---\n");
      }
    }
    return text.append(at(rule.place())).toString();
  }

  private static Set<String> under(String id, RuleLibrary library) {
    Set<String> wanted = new HashSet<>(Set.of(id));
    boolean more = true;
    while (more) {
      more = false;
      for (Correlation one : library.book().correlations()) {
        if (wanted.contains(one.info().id())) {
          more |= wanted.addAll(one.rules());
        }
      }
    }
    return wanted;
  }

  private static List<String> read(String name) {
    int archive = name.indexOf(".zip!");
    try {
      if (archive > 0) {
        try (ZipFile zip = new ZipFile(name.substring(0, archive + 4))) {
          ZipEntry entry = zip.getEntry(name.substring(archive + 5));
          if (entry == null) {
            throw new IOException(name);
          }
          try (InputStream input = zip.getInputStream(entry)) {
            return lines(input.readNBytes(MOST_BYTES));
          }
        }
      }
      try (InputStream input = Files.newInputStream(Path.of(name))) {
        return lines(input.readNBytes(MOST_BYTES));
      }
    } catch (IOException failure) {
      throw new UsageError(
          "--rules\u00a0: %s ne peut plus être relu\u00a0: son texte manque au paquet STIX."
              .formatted(name),
          "--rules: %s cannot be read again: its text is missing from the STIX bundle."
              .formatted(name));
    }
  }

  private static List<String> lines(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }
}
