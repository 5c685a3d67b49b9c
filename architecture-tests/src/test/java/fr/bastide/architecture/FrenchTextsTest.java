package fr.bastide.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// What people read in French is set as French is.
class FrenchTextsTest {

  @Test
  void textsInSources() throws IOException {
    List<String> faults = new ArrayList<>();
    int[] french = {0};
    Literals.read(
        files(".java"),
        (file, kind, text) -> {
          if (kind == Literals.Kind.FRENCH
              || kind == Literals.Kind.OTHER && FrenchTypography.french(text)) {
            french[0]++;
            collect(file, text, faults);
          } else if (kind == Literals.Kind.ENGLISH && text.contains("(s)")) {
            faults.add(file.getFileName() + ": write the plural out in \"" + text + "\"");
          }
        });
    assertThat(french[0]).isGreaterThan(500);
    assertThat(faults).isEmpty();
  }

  @Test
  void textsInProperties() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path file : files(".properties")) {
      if (!file.toString().contains("_en.") && !file.toString().contains(".en.")) {
        Properties texts = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
          texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        texts.stringPropertyNames().forEach(key -> collect(file, texts.getProperty(key), faults));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void textsInKnowledge() throws IOException {
    List<String> faults = new ArrayList<>();
    int[] french = {0};
    Load load = new Load(LoadSettings.builder().setMaxAliasesForCollections(1_000).build());
    for (Path file : files(".yaml")) {
      for (Object document : load.loadAllFromString(Files.readString(file))) {
        french(
            document,
            text -> {
              french[0]++;
              collect(file, text, faults);
            });
      }
    }
    assertThat(french[0]).isGreaterThan(1000);
    assertThat(faults).isEmpty();
  }

  /// Templates take their words from the files above; what they add themselves is signs.
  @Test
  void signsInTemplates() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path file : files(".jte")) {
      for (String line : Files.readAllLines(file)) {
        String text = shown(line);
        if (text.contains("'") || text.contains(" :") || FrenchTypography.french(text)) {
          collect(file, text, faults);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void theRulesFindWhatTheyAreFor() {
    for (String wrong :
        List.of(
            "Pourquoi ?",
            "Pourquoi\u00a0?",
            "Pourquoi?",
            "Attention :",
            "« non »",
            "l'an",
            "5%.",
            "trois jour(s)",
            "voilà ; bien",
            "voilà\u202f: bien")) {
      assertThat(FrenchTypography.faults(wrong)).as(wrong).isNotEmpty();
    }
    for (String right :
        List.of(
            "Pourquoi\u202f?",
            "Attention\u00a0:",
            "«\u00a0non\u00a0»",
            "l’an",
            "5\u00a0%.",
            "https://x.fr/a?b=1",
            "santé      : oui",
            "R&amp;D")) {
      assertThat(FrenchTypography.faults(right)).as(right).isEmpty();
    }
  }

  private static void collect(Path file, String text, List<String> faults) {
    for (String fault : new TreeSet<>(FrenchTypography.faults(text))) {
      faults.add(House.root().relativize(file) + ": " + fault);
    }
  }

  /// Gives every text that stands under a key `fr`.
  private static void french(Object node, Consumer<String> each) {
    switch (node) {
      case Map<?, ?> map ->
          map.forEach((key, value) -> {
            if (value instanceof String text && key.equals("fr")) {
              each.accept(text);
            } else if (value != null) {
              french(value, each);
            }
          });
      case List<?> list -> list.stream().filter(one -> one != null).forEach(o -> french(o, each));
      default -> {}
    }
  }

  /// A line of a template without tags and code; nothing of a line that is code.
  private static String shown(String line) {
    String trimmed = line.strip();
    if (trimmed.startsWith("@") || trimmed.startsWith("!{") || trimmed.startsWith("<%--")) {
      return "";
    }
    StringBuilder shown = new StringBuilder();
    int depth = 0;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      boolean opens = c == '<' || c == '(' && code(line, at) || line.startsWith("${", at);
      if (opens) {
        depth++;
        shown.append(depth == 1 ? "…" : "");
        at += c == '$' ? 1 : 0;
      } else if (depth > 0 && (c == '(' || c == '{')) {
        depth++;
      } else if (depth > 0 && (c == '>' && line.charAt(at - 1) != '-' || c == ')' || c == '}')) {
        depth--;
      } else if (depth == 0) {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  private static boolean code(String line, int bracket) {
    int at = bracket - 1;
    while (at >= 0 && Character.isLetter(line.charAt(at))) {
      at--;
    }
    return at >= 0 && line.charAt(at) == '@';
  }

  private static List<Path> files(String ending) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module : House.MODULES) {
      try (Stream<Path> files = Files.walk(House.root().resolve(module).resolve("src/main"))) {
        files.filter(file -> file.toString().endsWith(ending)).sorted().forEach(found::add);
      }
    }
    return found;
  }
}
