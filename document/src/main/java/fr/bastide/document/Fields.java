package fr.bastide.document;

import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The fields of one YAML mapping, read with their type and bounds. What is wrong goes to the
/// findings and a harmless value is returned, so that one pass reports all the faults.
public final class Fields {

  private static final Text MISSING = new Text("?", "?");

  private final Map<String, Yaml.Entry> entries;
  private final int line;
  private final String place;
  private final Findings findings;

  private Fields(Map<String, Yaml.Entry> entries, int line, String place, Findings findings) {
    this.entries = entries;
    this.line = line;
    this.place = place;
    this.findings = findings;
  }

  /// The fields of a mapping; none, and a finding, when it is something else.
  public static Fields of(Yaml yaml, String place, Findings findings) {
    if (yaml instanceof Yaml.Mapping mapping) {
      return new Fields(mapping.entries(), mapping.line(), place, findings);
    }
    findings.error(
        yaml.line(),
        place,
        "Il faut ici des champs «\u00a0nom: valeur\u00a0».",
        "Fields \"name: value\" are needed here.");
    return new Fields(Map.of(), yaml.line(), place, findings);
  }

  public int line() {
    return line;
  }

  /// Reports the fields that have no meaning here.
  public Fields known(String... names) {
    List<String> known = Arrays.asList(names);
    for (Map.Entry<String, Yaml.Entry> entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        findings.unknown(entry.getValue().line(), place, entry.getKey(), known);
      }
    }
    return this;
  }

  public Set<String> names() {
    return entries.keySet();
  }

  public boolean has(String key) {
    return find(key).isPresent();
  }

  /// The value of a field unless it is absent, empty or blank.
  public Optional<Yaml> find(String key) {
    return Optional.ofNullable(entries.get(key))
        .map(Yaml.Entry::value)
        .filter(value -> !(value instanceof Yaml.Scalar scalar && scalar.empty()));
  }

  /// The value of a field that must be there.
  public Optional<Yaml> need(String key) {
    Optional<Yaml> found = find(key);
    if (found.isEmpty()) {
      findings.missing(lineOf(key), place, key);
    }
    return found;
  }

  public int lineOf(String key) {
    Yaml.Entry entry = entries.get(key);
    return entry == null ? line : entry.line();
  }

  public String placeOf(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  /// Text of at most `most` characters; empty and a finding when missing.
  public String text(String key, int most) {
    return need(key).map(value -> text(value, key, most)).orElse("");
  }

  /// Text if there is some; empty otherwise.
  public String textOr(String key, int most) {
    return find(key).map(value -> text(value, key, most)).orElse("");
  }

  private String text(Yaml value, String key, int most) {
    if (!(value instanceof Yaml.Scalar scalar)) {
      findings.error(value.line(), placeOf(key), "Il faut ici du texte.", "Text is needed here.");
      return "";
    }
    String text = scalar.text().strip();
    if (text.length() > most) {
      findings.error(
          value.line(),
          placeOf(key),
          "Ce texte est trop long\u00a0: " + most + " caractères au plus.",
          "This text is too long: " + most + " characters at most.");
      return "";
    }
    if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      findings.error(
          value.line(),
          placeOf(key),
          "Ce texte contient des caractères de contrôle\u00a0: retirez-les.",
          "This text contains control characters: remove them.");
      return "";
    }
    return text;
  }

  /// A text in both languages.
  public Text localised(String key, int most) {
    return need(key).map(value -> localised(value, placeOf(key), most)).orElse(MISSING);
  }

  public Optional<Text> localisedOr(String key, int most) {
    return find(key).map(value -> localised(value, placeOf(key), most));
  }

  private Text localised(Yaml value, String where, int most) {
    return Fields.of(value, where, findings).known("fr", "en").both(most);
  }

  /// The fields `fr` and `en` of this mapping as one text.
  public Text both(int most) {
    String fr = text("fr", most);
    String en = text("en", most);
    return fr.isBlank() || en.isBlank() ? MISSING : new Text(fr, en);
  }

  /// A whole number within bounds; `least` and a finding otherwise.
  public int whole(String key, int least, int most) {
    double value = number(key, least, most);
    if (value != Math.rint(value)) {
      findings.error(
          lineOf(key), placeOf(key), "Il faut un nombre entier.", "A whole number is needed.");
    }
    return (int) value;
  }

  /// A number within bounds; `least` and a finding otherwise.
  public double number(String key, double least, double most) {
    return need(key).map(value -> number(value, key, least, most)).orElse(least);
  }

  public Optional<Double> numberOr(String key, double least, double most) {
    return find(key).map(value -> number(value, key, least, most));
  }

  private double number(Yaml value, String key, double least, double most) {
    Optional<Double> number =
        value instanceof Yaml.Scalar scalar ? Decimal.parse(scalar.text()) : Optional.empty();
    if (number.isEmpty() || number.get() < least || number.get() > most) {
      String from = Decimal.format(least);
      String to = Decimal.format(most);
      findings.error(
          value.line(),
          placeOf(key),
          "Il faut un nombre de " + from + " à " + to + ", comme 12 ou 0.5.",
          "A number from " + from + " to " + to + " is needed, such as 12 or 0.5.");
      return least;
    }
    return number.get();
  }

  public boolean flag(String key) {
    Optional<Yaml> found = find(key);
    if (found.isEmpty()) {
      return false;
    }
    String text = found.get() instanceof Yaml.Scalar scalar ? scalar.text() : "";
    if (!text.equals("true") && !text.equals("false")) {
      findings.unknown(lineOf(key), placeOf(key), text, List.of("true", "false"));
    }
    return text.equals("true");
  }

  /// A constant of an enum, written in lower case with hyphens (capitals are forgiven); the first
  /// one and a finding when it is none.
  public <E extends Enum<E>> E constant(String key, E[] constants) {
    return need(key).map(value -> constant(value, key, constants)).orElse(constants[0]);
  }

  public <E extends Enum<E>> Optional<E> constantOr(String key, E[] constants) {
    return find(key).map(value -> constant(value, key, constants));
  }

  private <E extends Enum<E>> E constant(Yaml value, String key, E[] constants) {
    String text = value instanceof Yaml.Scalar scalar ? scalar.text() : "";
    for (E constant : constants) {
      if (spelling(constant).equalsIgnoreCase(text)) {
        return constant;
      }
    }
    List<String> known = Arrays.stream(constants).map(Fields::spelling).toList();
    findings.unknown(value.line(), placeOf(key), text, known);
    return constants[0];
  }

  /// How a constant is written in files.
  public static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The items of a list; none when it is absent.
  public List<Yaml> list(String key) {
    Optional<Yaml> found = find(key);
    if (found.isEmpty()) {
      return List.of();
    }
    if (found.get() instanceof Yaml.Sequence sequence) {
      return sequence.items();
    }
    findings.error(lineOf(key), placeOf(key), "Il faut ici une liste.", "A list is needed here.");
    return List.of();
  }

  /// A list of short texts, each checked.
  public List<String> texts(String key, Predicate<String> valid) {
    List<String> texts = new ArrayList<>();
    for (Yaml item : list(key)) {
      String text = item instanceof Yaml.Scalar scalar ? scalar.text().strip() : "";
      if (text.isEmpty() || text.length() > 100 || !valid.test(text)) {
        findings.unknown(item.line(), placeOf(key), text, List.of());
      } else if (texts.contains(text)) {
        findings.duplicate(item.line(), placeOf(key), text);
      } else {
        texts.add(text);
      }
    }
    return texts;
  }
}
