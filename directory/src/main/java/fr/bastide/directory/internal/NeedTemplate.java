package fr.bastide.directory.internal;

import fr.bastide.directory.Vocabulary;
import fr.bastide.kernel.Language;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A need to fill in: an example that works, and what can be asked beside it.
public final class NeedTemplate {

  private NeedTemplate() {}

  /// The text of the file.
  public static String of(Vocabulary vocabulary, LocalDate date, Language language) {
    String file = language == Language.FR ? "need-template.yaml" : "need-template_en.yaml";
    return new String(Resources.read(file), StandardCharsets.UTF_8)
        .replace("{date}", date.toString())
        .replace(
            "# {skills}",
            list(vocabulary.skills().stream().map(s -> line(s.id(), s.name().in(language)))))
        .replace(
            "# {labels}",
            list(
                vocabulary.labels().stream()
                    .filter(label -> !label.product())
                    .map(l -> line(l.id(), l.name().in(language)))));
  }

  private static String line(String id, String name) {
    return "#   " + id + " ".repeat(Math.max(1, 26 - id.length())) + name;
  }

  private static String list(Stream<String> lines) {
    return lines.collect(Collectors.joining("\n"));
  }
}
