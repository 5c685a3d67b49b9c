package fr.bastide.airlock.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Lists in the module's own YAML.
public final class Lists {

  private Lists() {}

  /// The texts listed under a key.
  public static List<String> strings(Map<String, Object> data, String key) {
    List<String> strings = new ArrayList<>();
    for (Object item : list(data, key)) {
      if (!(item instanceof String string)) {
        throw new IllegalStateException(key + " lists something that is no text");
      }
      strings.add(string);
    }
    return List.copyOf(strings);
  }

  /// The mappings listed under a key.
  public static List<Map<String, Object>> mappings(Map<String, Object> data, String key) {
    List<Map<String, Object>> mappings = new ArrayList<>();
    for (Object item : list(data, key)) {
      mappings.add(Resources.mapping(Map.of(key, item), key));
    }
    return List.copyOf(mappings);
  }

  private static List<?> list(Map<String, Object> data, String key) {
    if (!(data.get(key) instanceof List<?> list)) {
      throw new IllegalStateException(key + " is not a list");
    }
    return list;
  }
}
