package fr.bastide.detection.internal.rule;

import fr.bastide.detection.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts values in the place of placeholders such as `%Servers%` (modifier `expand`).
final class Placeholding {

  private static final int MOST = 100_000;

  private final Map<String, List<String>> values;

  /// @param values for each name, without its percent signs, what it stands for
  Placeholding(Map<String, List<String>> values) {
    this.values = values;
  }

  /// Every pattern that this one stands for; the pattern itself when it has no placeholder.
  List<TextPattern> expand(TextPattern pattern, int line) throws Refused {
    List<PatternBuilder> builders = new ArrayList<>(List.of(new PatternBuilder()));
    for (TextPattern.Part part : pattern.parts()) {
      if (part instanceof TextPattern.Literal(String text)) {
        builders = expand(builders, text, line);
      } else {
        builders.forEach(builder -> builder.wildcard(part));
      }
    }
    return builders.stream().map(PatternBuilder::build).toList();
  }

  private List<PatternBuilder> expand(List<PatternBuilder> start, String text, int line)
      throws Refused {
    List<PatternBuilder> builders = start;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '%' ? nameEnd(text, at + 1) : -1;
      if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '%') {
        builders.forEach(builder -> builder.text('%'));
        at += 2;
      } else if (end > 0) {
        builders = fork(builders, text.substring(at + 1, end), line);
        at = end + 1;
      } else {
        builders.forEach(builder -> builder.text(c));
        at++;
      }
    }
    return builders;
  }

  /// Where the name that begins here ends; -1 when none does.
  private static int nameEnd(String text, int from) {
    int at = from;
    while (at < text.length() && nameChar(text.charAt(at))) {
      at++;
    }
    return at > from && at < text.length() && text.charAt(at) == '%' ? at : -1;
  }

  private static boolean nameChar(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  private List<PatternBuilder> fork(List<PatternBuilder> builders, String name, int line)
      throws Refused {
    List<String> choices = values.getOrDefault(name, List.of());
    if (choices.isEmpty()) {
      throw new Refused(
          line,
          "Le paramètre %" + name + "% n’a pas de valeur\u00a0: donnez-les dans votre fichier.",
          "The placeholder %" + name + "% has no value: give its values in your file.");
    }
    if ((long) builders.size() * choices.size() > MOST) {
      throw new Refused(
          line,
          "Le paramètre %" + name + "% donne trop de combinaisons\u00a0: gardez-en moins.",
          "The placeholder %" + name + "% makes too many combinations: keep fewer.");
    }
    List<PatternBuilder> forked = new ArrayList<>(builders.size() * choices.size());
    for (PatternBuilder builder : builders) {
      TextPattern before = builder.build();
      for (String choice : choices) {
        forked.add(new PatternBuilder().all(before).all(SigmaText.parse(choice)));
      }
    }
    return forked;
  }
}
