package fr.bastide.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds for the wordings of every page package, present and future.
class TextsTest {

  private static final Path RESOURCES = Path.of("src/main/resources/fr/bastide/web");
  private static final Pattern USE = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
  private static final Pattern PREFIX_USE =
      Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)*\\.)\" \\+");

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    for (Path room : rooms()) {
      assertThat(read(room, Language.FR).keySet())
          .as(room.toString())
          .isEqualTo(read(room, Language.EN).keySet())
          .allMatch(key -> key.startsWith(room.getFileName() + "."));
    }
  }

  @Test
  void noKeyIsWrittenTwice() throws IOException {
    for (Path room : rooms()) {
      for (Language language : Language.values()) {
        List<String> keys =
            Files.readAllLines(file(room, language)).stream()
                .filter(line -> !line.startsWith("#") && line.indexOf('=') > 0)
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(keys).as(room + " " + language).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void frenchIsSetWithItsOwnSpacesAndApostrophes() throws IOException {
    List<String> mistakes = new ArrayList<>();
    for (Path room : rooms()) {
      read(room, Language.FR).forEach((key, text) -> frenchMistake(key, text, mistakes));
    }
    assertThat(mistakes).isEmpty();
  }

  @Test
  void englishIsSetWithTypographicQuotes() throws IOException {
    for (Path room : rooms()) {
      assertThat(read(room, Language.EN).values())
          .as(room.toString())
          .noneMatch(text -> text.contains("'") || text.contains(" ?") || text.contains(" !"));
    }
  }

  @Test
  void patternsTakeTheSameArgumentsInBothLanguages() throws IOException {
    for (Path room : rooms()) {
      Map<String, String> english = read(room, Language.EN);
      read(room, Language.FR)
          .forEach((key, text) ->
              assertThat(arguments(text))
                  .as(key)
                  .isEqualTo(arguments(english.getOrDefault(key, ""))));
    }
  }

  @Test
  void whatPagesAskForExistsAndNothingIsLeftOver() throws IOException {
    Set<String> rooms = new TreeSet<>();
    Map<String, String> known = new TreeMap<>();
    for (Path room : rooms()) {
      rooms.add(room.getFileName().toString());
      known.putAll(read(room, Language.FR));
    }
    Set<String> used = new TreeSet<>();
    Set<String> prefixes = new TreeSet<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      collect(USE.matcher(text), used);
      collect(PREFIX_USE.matcher(text), prefixes);
    }
    used.removeIf(key -> !rooms.contains(key.substring(0, key.indexOf('.'))));
    assertThat(used.stream().filter(key -> !known.containsKey(key)).filter(key -> !isFile(key)))
        .as("keys that pages ask for and no bundle has")
        .isEmpty();
    assertThat(
            known.keySet().stream()
                .filter(key -> !used.contains(key))
                .filter(key -> prefixes.stream().noneMatch(key::startsWith)))
        .as("keys that no page asks for")
        .isEmpty();
  }

  private static boolean isFile(String key) {
    return key.endsWith(".css") || key.endsWith(".js") || key.endsWith(".svg");
  }

  private static void collect(Matcher matcher, Set<String> into) {
    while (matcher.find()) {
      into.add(matcher.group(1));
    }
  }

  private static void frenchMistake(String key, String text, List<String> mistakes) {
    String bare = text.replaceAll("https?://\\S+", "").replaceAll("\\{[^}]*}", "x");
    if (Pattern.compile("[^\\u00a0\\u202f?!]([;?!»]|:(?!\\w))").matcher(bare).find()
        || Pattern.compile("«(?![\\u00a0\\u202f])").matcher(bare).find()) {
      mistakes.add(key + ": a no-break space is missing: " + text);
    }
    if (bare.indexOf('\'') >= 0 || bare.indexOf('"') >= 0) {
      mistakes.add(key + ": use ’ and « »: " + text);
    }
    if (Pattern.compile("(?U)\\b(tu|ton|ta|tes|toi)\\b").matcher(bare).find()) {
      mistakes.add(key + ": vouvoiement: " + text);
    }
  }

  private static int arguments(String text) {
    return new MessageFormat(text).getFormatsByArgumentIndex().length;
  }

  private static List<Path> rooms() throws IOException {
    try (Stream<Path> all = Files.list(RESOURCES)) {
      List<Path> rooms =
          all.filter(room -> Files.exists(room.resolve("texts_fr.properties"))).sorted().toList();
      assertThat(rooms).isNotEmpty();
      return rooms;
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> java = Files.walk(Path.of("src/main/java"));
        Stream<Path> jte = Files.walk(Path.of("src/main/jte"))) {
      return Stream.concat(java, jte)
          .filter(p -> p.toString().endsWith(".java") || p.toString().endsWith(".jte"))
          .toList();
    }
  }

  private static Path file(Path room, Language language) {
    return room.resolve("texts_" + language.tag() + ".properties");
  }

  private static Map<String, String> read(Path room, Language language) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file(room, language))) {
      properties.load(reader);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, value) -> texts.put((String) key, (String) value));
    return texts;
  }
}
