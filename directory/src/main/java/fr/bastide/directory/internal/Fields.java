package fr.bastide.directory.internal;

import fr.bastide.directory.CountryCode;
import fr.bastide.directory.EntryId;
import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The fields of one YAML mapping, read with their type and bounds. What is wrong goes to the
/// findings and a harmless value is returned, so that one pass reports all the faults.
final class Fields {

  private static final Text MISSING = new Text("?", "?");
  private static final Text DATE =
      new Text(
          "Une date s’écrit année-mois-jour, comme 2026-11-24.",
          "A date is written year-month-day, such as 2026-11-24.");
  private static final Text COUNTRY =
      new Text(
          "Un pays s’écrit par son code ISO à deux capitales, comme FR ou US.",
          "A country is written by its ISO code of two capitals, such as FR or US.");
  private static final Text MONEY =
      new Text(
          "Un montant s’écrit en euros, comme 850 ou 850.50.",
          "An amount is written in euros, such as 850 or 850.50.");

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
  static Fields of(Yaml yaml, String place, Findings findings) {
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

  /// The same fields, known under another place.
  Fields at(String other) {
    return new Fields(entries, line, other, findings);
  }

  int line() {
    return line;
  }

  String place() {
    return place;
  }

  Findings findings() {
    return findings;
  }

  /// Reports the fields that have no meaning here.
  Fields known(String... names) {
    List<String> known = Arrays.asList(names);
    for (Map.Entry<String, Yaml.Entry> entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        findings.unknown(entry.getValue().line(), place, entry.getKey(), known);
      }
    }
    return this;
  }

  Set<String> names() {
    return entries.keySet();
  }

  /// The value of a field unless it is absent, empty or blank.
  Optional<Yaml> find(String key) {
    return Optional.ofNullable(entries.get(key))
        .map(Yaml.Entry::value)
        .filter(value -> !(value instanceof Yaml.Scalar scalar && scalar.empty()));
  }

  /// The value of a field that must be there.
  Optional<Yaml> need(String key) {
    Optional<Yaml> found = find(key);
    if (found.isEmpty()) {
      findings.missing(lineOf(key), place, key);
    }
    return found;
  }

  /// The fields of a mapping, if it is there.
  Optional<Fields> inner(String key) {
    return find(key).map(yaml -> Fields.of(yaml, placeOf(key), findings));
  }

  int lineOf(String key) {
    Yaml.Entry entry = entries.get(key);
    return entry == null ? line : entry.line();
  }

  String placeOf(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }

  void error(String key, Text text) {
    findings.error(lineOf(key), placeOf(key), text.fr(), text.en());
  }

  void error(String key, String fr, String en) {
    findings.error(lineOf(key), placeOf(key), fr, en);
  }

  /// Text of at most `most` characters; empty and a finding when missing.
  String text(String key, int most) {
    return need(key).flatMap(value -> scalar(value, key, most)).orElse("");
  }

  /// Text if there is some.
  Optional<String> textOr(String key, int most) {
    return find(key).flatMap(value -> scalar(value, key, most)).filter(t -> !t.isEmpty());
  }

  private Optional<String> scalar(Yaml value, String key, int most) {
    if (!(value instanceof Yaml.Scalar scalar)) {
      error(key, "Il faut ici du texte.", "Text is needed here.");
      return Optional.empty();
    }
    Optional<Text> wrong = FreeText.wrong(scalar.text(), most);
    wrong.ifPresent(text -> findings.error(value.line(), placeOf(key), text.fr(), text.en()));
    return wrong.isPresent() ? Optional.empty() : Optional.of(scalar.text().strip());
  }

  /// A text in both languages.
  Text localised(String key, int most) {
    return need(key)
        .map(value -> Fields.of(value, placeOf(key), findings).known("fr", "en").both(most))
        .orElse(MISSING);
  }

  private Text both(int most) {
    String fr = text("fr", most);
    String en = text("en", most);
    return fr.isBlank() || en.isBlank() ? MISSING : new Text(fr, en);
  }

  /// Something written as one short text, if it is there and right.
  ///
  /// @param parse reads it, empty when it is wrong
  /// @param rule what is asked of it
  <T> Optional<T> parsed(String key, Function<String, Optional<T>> parse, Text rule) {
    Optional<String> text = textOr(key, 200);
    Optional<T> value = text.flatMap(parse);
    if (text.isPresent() && value.isEmpty()) {
      error(
          key,
          rule.fr() + " Reçu\u00a0: " + Findings.fr(text.get()) + ".",
          rule.en() + " Got: " + Findings.en(text.get()) + ".");
    }
    return value;
  }

  Optional<EntryId> id(String key) {
    return parsed(key, Fields::entryId, EntryId.RULE);
  }

  private static Optional<EntryId> entryId(String text) {
    return EntryId.valid(text) ? Optional.of(new EntryId(text)) : Optional.empty();
  }

  Optional<LocalDate> date(String key) {
    return parsed(key, Fields::parseDate, DATE);
  }

  /// A date of this century written `2026-11-24`, if it is one.
  static Optional<LocalDate> parseDate(String text) {
    if (text.length() != 10 || !text.startsWith("20")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notDate) {
      return Optional.empty();
    }
  }

  Optional<CountryCode> country(String key) {
    return parsed(key, Fields::parseCountry, COUNTRY);
  }

  static Optional<CountryCode> parseCountry(String text) {
    return CountryCode.valid(text) ? Optional.of(new CountryCode(text)) : Optional.empty();
  }

  /// The countries of a list, or of one text.
  Set<CountryCode> countries(String key) {
    Set<CountryCode> countries = new LinkedHashSet<>();
    for (Yaml item : listOrOne(key)) {
      Optional<CountryCode> country =
          item instanceof Yaml.Scalar scalar ? parseCountry(scalar.text()) : Optional.empty();
      if (country.isEmpty()) {
        findings.error(item.line(), placeOf(key), COUNTRY.fr(), COUNTRY.en());
      }
      country.ifPresent(countries::add);
    }
    return countries;
  }

  Optional<Money> money(String key) {
    return parsed(key, Fields::parseMoney, MONEY);
  }

  /// Euros with at most two decimals, up to a billion, if it is that.
  static Optional<Money> parseMoney(String text) {
    Optional<BigDecimal> euros = parseDecimal(text, 2);
    return euros
        .filter(e -> e.signum() >= 0 && e.compareTo(BigDecimal.valueOf(1_000_000_000)) <= 0)
        .map(e -> new Money(e.movePointRight(2).longValueExact()));
  }

  /// A decimal number of at most `decimals` decimals and 12 digits, without exponent.
  static Optional<BigDecimal> parseDecimal(String text, int decimals) {
    int points = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else if (c != '-' || i > 0) {
        return Optional.empty();
      }
    }
    if (digits == 0 || digits > 12 || points > 1 || text.endsWith(".")) {
      return Optional.empty();
    }
    int after = points == 0 ? 0 : text.length() - text.indexOf('.') - 1;
    return after > decimals ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  /// A whole number within bounds, if there is one.
  Optional<Integer> whole(String key, int least, int most) {
    return parsed(
        key,
        text ->
            parseDecimal(text, 0)
                .filter(n -> n.compareTo(BigDecimal.valueOf(least)) >= 0)
                .filter(n -> n.compareTo(BigDecimal.valueOf(most)) <= 0)
                .map(BigDecimal::intValueExact),
        new Text(
            "Il faut un nombre entier de " + least + " à " + most + ".",
            "A whole number from " + least + " to " + most + " is needed."));
  }

  boolean flag(String key) {
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

  /// A constant of an enum, written in lower case with hyphens, if there is one.
  <E extends Enum<E>> Optional<E> constant(String key, E[] constants) {
    return find(key).flatMap(value -> constant(value, key, constants));
  }

  private <E extends Enum<E>> Optional<E> constant(Yaml value, String key, E[] constants) {
    String text = value instanceof Yaml.Scalar scalar ? scalar.text() : "";
    for (E constant : constants) {
      if (Spelling.of(constant).equals(text)) {
        return Optional.of(constant);
      }
    }
    List<String> known = Arrays.stream(constants).map(Spelling::of).toList();
    findings.unknown(value.line(), placeOf(key), text, known);
    return Optional.empty();
  }

  /// The constants of a list.
  <E extends Enum<E>> Set<E> constants(String key, E[] constants) {
    Set<E> found = new LinkedHashSet<>();
    for (Yaml item : list(key)) {
      constant(item, key, constants).ifPresent(found::add);
    }
    return found;
  }

  /// The items of a list; none when it is absent.
  List<Yaml> list(String key) {
    Optional<Yaml> found = find(key);
    if (found.isEmpty()) {
      return List.of();
    }
    if (found.get() instanceof Yaml.Sequence sequence) {
      return sequence.items();
    }
    error(key, "Il faut ici une liste.", "A list is needed here.");
    return List.of();
  }

  /// The items of a list of at most `most` mappings.
  List<Fields> mappings(String key, int most) {
    List<Yaml> items = list(key);
    if (items.size() > most) {
      error(
          key,
          "Cette liste est trop longue\u00a0: " + most + " éléments au plus.",
          "This list is too long: " + most + " items at most.");
      return List.of();
    }
    List<Fields> fields = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      fields.add(Fields.of(items.get(i), placeOf(key) + "[" + (i + 1) + "]", findings));
    }
    return fields;
  }

  private List<Yaml> listOrOne(String key) {
    return find(key).filter(Yaml.Scalar.class::isInstance).map(List::of).orElseGet(() -> list(key));
  }

  /// Short texts, each read and kept once.
  <T> Set<T> each(String key, int most, Function<String, Optional<T>> parse, Text rule) {
    Set<T> values = new LinkedHashSet<>();
    for (Yaml item : list(key)) {
      String text = item instanceof Yaml.Scalar scalar ? scalar.text().strip() : "";
      Optional<T> value = text.length() > 100 ? Optional.empty() : parse.apply(text);
      if (value.isEmpty()) {
        findings.error(
            item.line(),
            placeOf(key),
            rule.fr() + " Reçu\u00a0: " + Findings.fr(text) + ".",
            rule.en() + " Got: " + Findings.en(text) + ".");
      } else if (!values.add(value.get())) {
        findings.duplicate(item.line(), placeOf(key), text);
      }
    }
    if (values.size() > most) {
      error(
          key,
          "Cette liste est trop longue\u00a0: " + most + " éléments au plus.",
          "This list is too long: " + most + " items at most.");
    }
    return values;
  }

  /// Identifiers, each once.
  Set<EntryId> ids(String key, int most) {
    return each(key, most, Fields::entryId, EntryId.RULE);
  }
}
