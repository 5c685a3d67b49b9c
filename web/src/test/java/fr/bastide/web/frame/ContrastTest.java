package fr.bastide.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Computes the contrast (WCAG 2.1, 1.4.3 and 1.4.11) of every pair of tokens that a rule of our
/// style sheets brings together, in light and in dark.
class ContrastTest {

  private static final Path SHEETS = Path.of("src/main/resources/fr/bastide/web/assets");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
  private static final Pattern COLOUR = token("color");
  private static final Pattern GROUND = token("background(?:-color)?");
  private static final Pattern CONTROL_EDGE =
      Pattern.compile("(?:^|[;\\s])border(?:-color)?:[^;]*var\\(--(edge|wall|fill|fire|ink)\\)");
  private static final Pattern TOKEN = Pattern.compile("--([a-z-]+):\\s*(#[0-9a-f]{6});");
  private static final double TEXT = 4.5;
  private static final double SHAPE = 3.0;
  private static final List<String> GROUNDS = List.of("paper", "card", "stone");

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyPairCanBeRead(String theme) throws IOException {
    Map<String, String> tokens = tokens(theme);
    List<String> poor = new ArrayList<>();
    int pairs = 0;
    for (String sheet : sheets()) {
      Matcher rule = RULE.matcher(sheet);
      while (rule.find()) {
        String selector = rule.group(1).strip();
        if (selector.contains("root") || selector.startsWith("@page")) {
          continue;
        }
        String body = rule.group(2);
        Optional<String> ground = first(GROUND, body);
        for (String under : ground.map(List::of).orElse(GROUNDS)) {
          Optional<String> colour = first(COLOUR, body);
          if (colour.isPresent()) {
            pairs++;
            check(selector, tokens, colour.get(), under, TEXT, poor);
          }
          Optional<String> edge = first(CONTROL_EDGE, body);
          if (edge.isPresent() && !edge.equals(ground)) {
            pairs++;
            check(selector, tokens, edge.get(), under, SHAPE, poor);
          }
        }
      }
    }
    assertThat(pairs).isGreaterThan(50);
    assertThat(poor).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void focusIsSeenOnEveryGround(String theme) throws IOException {
    Map<String, String> tokens = tokens(theme);
    List<String> poor = new ArrayList<>();
    for (String ground : GROUNDS) {
      check(":focus-visible", tokens, "focus", ground, SHAPE, poor);
    }
    assertThat(poor).isEmpty();
  }

  private static void check(
      String selector,
      Map<String, String> tokens,
      String colour,
      String ground,
      double least,
      List<String> poor) {
    double contrast = contrast(value(tokens, colour), value(tokens, ground));
    if (contrast < least) {
      poor.add(
          "%s: --%s on --%s is %.2f, needs %.1f"
              .formatted(selector, colour, ground, contrast, least));
    }
  }

  private static String value(Map<String, String> tokens, String name) {
    return Optional.ofNullable(tokens.get(name))
        .orElseThrow(() -> new AssertionError("no token --" + name));
  }

  private static Map<String, String> tokens(String theme) throws IOException {
    String sheet = Files.readString(SHEETS.resolve("bastide/tokens.css"));
    Map<String, String> tokens = new HashMap<>(block(sheet, ":root {"));
    if (theme.equals("dark")) {
      Map<String, String> chosen = block(sheet, ":root[data-theme=\"dark\"] {");
      assertThat(block(sheet, ":root:not([data-theme=\"light\"]) {"))
          .as("dark by device and dark by choice are the same")
          .isEqualTo(chosen);
      tokens.putAll(chosen);
    }
    return tokens;
  }

  private static Map<String, String> block(String sheet, String start) {
    int from = sheet.indexOf(start);
    assertThat(from).isNotNegative();
    Matcher token = TOKEN.matcher(sheet.substring(from, sheet.indexOf('}', from)));
    Map<String, String> tokens = new HashMap<>();
    while (token.find()) {
      tokens.put(token.group(1), token.group(2));
    }
    return tokens;
  }

  private static List<String> sheets() throws IOException {
    List<String> sheets = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SHEETS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".css")).toList()) {
        String text = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
        int paper = text.indexOf("@media print");
        sheets.add(paper < 0 ? text : text.substring(0, paper));
      }
    }
    return sheets;
  }

  private static Pattern token(String property) {
    return Pattern.compile("(?:^|[;\\s])" + property + ":\\s*var\\(--([a-z-]+)\\)");
  }

  private static Optional<String> first(Pattern pattern, String body) {
    Matcher matcher = pattern.matcher(body);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    double c = Integer.parseInt(hex, at, at + 2, 16) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
