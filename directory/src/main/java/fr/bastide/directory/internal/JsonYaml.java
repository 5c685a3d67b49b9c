package fr.bastide.directory.internal;

import fr.bastide.document.CanonicalJson;
import fr.bastide.document.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value as if it had been read from a file, on no line.
final class JsonYaml {

  private JsonYaml() {}

  static Yaml.Mapping of(Map<String, Object> object) {
    Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
    object.forEach((key, value) -> entries.put(key, new Yaml.Entry(0, any(value))));
    return new Yaml.Mapping(entries, 0);
  }

  private static Yaml any(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, inner) -> object.put(String.valueOf(key), inner));
        yield of(object);
      }
      case List<?> list -> new Yaml.Sequence(list.stream().map(JsonYaml::any).toList(), 0);
      case String text -> new Yaml.Scalar(text, false, 0);
      default -> new Yaml.Scalar(CanonicalJson.compact(value), false, 0);
    };
  }
}
