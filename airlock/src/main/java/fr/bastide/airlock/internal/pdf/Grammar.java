package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Resources;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The allow-list: which keys each kind of dictionary may hold, and in which shape; what a key that
/// is left behind stood for. Read once from `pdf/objects.yaml`.
final class Grammar {

  static final Grammar HOUSE = new Grammar();

  private final Map<String, Map<String, Shape>> kinds = new HashMap<>();
  private final Map<String, Threat> threats = new HashMap<>();
  private final Map<String, Threat> actions = new HashMap<>();
  private final Map<String, Threat> annotations = new HashMap<>();
  private final Set<String> silent = new HashSet<>();

  private Grammar() {
    Map<String, Object> document = Resources.document("pdf/objects.yaml");
    Map<String, Object> all = Resources.mapping(document, "kinds");
    for (String kind : all.keySet()) {
      Map<String, Object> keys = Resources.mapping(all, kind);
      // In the order of the resource, so that what is written is always in the same order.
      Map<String, Shape> shapes = new LinkedHashMap<>();
      for (String key : keys.keySet()) {
        shapes.put(key, Shape.of(Resources.string(keys, key)));
      }
      kinds.put(kind, Collections.unmodifiableMap(shapes));
    }
    read(document, "threats", threats);
    read(document, "actions", actions);
    read(document, "annotations", annotations);
    if (document.get("silent") instanceof List<?> list) {
      list.forEach(key -> silent.add(String.valueOf(key)));
    }
  }

  private static void read(Map<String, Object> document, String table, Map<String, Threat> into) {
    Map<String, Object> data = Resources.mapping(document, table);
    for (String key : data.keySet()) {
      String word = Resources.string(data, key);
      into.put(key, Threat.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
  }

  /// The keys of a kind.
  ///
  /// @throws IllegalArgumentException when the grammar has no such kind
  Map<String, Shape> keys(String kind) {
    Map<String, Shape> keys = kinds.get(kind);
    if (keys == null) {
      throw new IllegalArgumentException("no kind " + kind);
    }
    return keys;
  }

  Set<String> kinds() {
    return kinds.keySet();
  }

  /// What a key that no kind allows stood for; nothing when it does not matter.
  Optional<Threat> threat(String key) {
    return silent.contains(key)
        ? Optional.empty()
        : Optional.of(threats.getOrDefault(key, Threat.UNKNOWN_PART));
  }

  /// Whether a key is a danger wherever it stands.
  Optional<Threat> danger(String key) {
    return Optional.ofNullable(threats.get(key));
  }

  Threat action(String type) {
    return actions.getOrDefault(type, Threat.UNKNOWN_PART);
  }

  /// What an annotation that does not cross stood for.
  Threat annotation(String subtype) {
    return annotations.getOrDefault(subtype, Threat.UNKNOWN_PART);
  }
}
