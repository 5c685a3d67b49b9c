package fr.bastide.detection.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The entries of a map of a document, read by name and kind.
///
/// @param name what the map is, for messages
record Fields(String name, Map<String, Yaml.Entry> entries, int line) {

  /// A map; anything else is refused.
  static Fields of(String name, Yaml value) throws Refused {
    if (value instanceof Yaml.Mapping mapping) {
      return new Fields(name, mapping.entries(), mapping.line());
    }
    throw new Refused(
        value.line(),
        "«\u00a0"
            + name
            + "\u00a0» doit être un dictionnaire\u00a0: écrivez «\u00a0clé: "
            + "valeur\u00a0» en retrait.",
        "'" + name + "' must be a map: write 'key: value', indented.");
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Optional<Yaml> get(String key) {
    return Optional.ofNullable(entries.get(key)).map(Yaml.Entry::value);
  }

  /// What a key that must be there says.
  Yaml need(String key) throws Refused {
    Yaml.Entry entry = entries.get(key);
    if (entry == null) {
      throw new Refused(
          line,
          "Il manque «\u00a0" + key + "\u00a0» dans «\u00a0" + name + "\u00a0»\u00a0: ajoutez-le.",
          "'" + key + "' is missing in '" + name + "': add it.");
    }
    return entry.value();
  }

  /// A map that must be there.
  Fields needMap(String key) throws Refused {
    return of(key, need(key));
  }

  /// A text; empty when it is absent or null.
  String text(String key) throws Refused {
    Optional<Yaml> value = get(key);
    return value.isPresent() ? plain(key, value.get()) : "";
  }

  /// A list of texts, or one text as a list of one; empty when it is absent or null.
  List<String> texts(String key) throws Refused {
    Optional<Yaml> value = get(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof Yaml.Sequence list)) {
      String text = plain(key, value.get());
      return text.isEmpty() ? List.of() : List.of(text);
    }
    List<String> texts = new ArrayList<>();
    for (Yaml item : list.items()) {
      String text = plain(key, item);
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static String plain(String key, Yaml value) throws Refused {
    if (value instanceof Yaml.Scalar scalar) {
      return scalar.isNull() ? "" : scalar.text();
    }
    throw new Refused(
        value.line(),
        "«\u00a0" + key + "\u00a0» doit être un texte\u00a0: écrivez-le sur une ligne.",
        "'" + key + "' must be a text: write it on one line.");
  }
}
