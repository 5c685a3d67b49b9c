package fr.bastide.detection.pack;

import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A place in a file that has been read as plain values, with its path for messages.
///
/// @param path such as `fires[0].events[2]`; empty for the whole file
/// @param content what stands there
record Node(String path, Object content) {

  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  boolean has(String key) {
    return content instanceof Map<?, ?> map && map.containsKey(key);
  }

  Object value(String key) throws Malformed {
    Object value = content instanceof Map<?, ?> map ? map.get(key) : null;
    if (value == null) {
      throw malformed("il manque «\u00a0" + key + "\u00a0»", "'" + key + "' is missing");
    }
    return value;
  }

  /// The text behind a key; numbers count as they are written.
  String text(String key) throws Malformed {
    Object value = value(key);
    if (value instanceof Map
        || value instanceof List
        || value instanceof Optional
        || value.toString().isBlank()) {
      throw malformed("«\u00a0" + key + "\u00a0» est un texte", "'" + key + "' is a text");
    }
    return value.toString().strip();
  }

  /// The text behind a key, or an empty one.
  String optional(String key) throws Malformed {
    return has(key) ? text(key) : "";
  }

  Text both(String key) throws Malformed {
    Node node = new Node(path(key), value(key));
    return new Text(node.text("fr"), node.text("en"));
  }

  /// The items behind a key.
  List<Node> list(String key) throws Malformed {
    if (!(value(key) instanceof List<?> items)) {
      throw malformed("«\u00a0" + key + "\u00a0» est une liste", "'" + key + "' is a list");
    }
    List<Node> nodes = new ArrayList<>();
    for (Object item : items) {
      nodes.add(new Node(path(key) + "[" + nodes.size() + "]", item));
    }
    return nodes;
  }

  /// The keys and values behind a key, in the order written.
  Map<String, Object> map(String key) throws Malformed {
    if (!(value(key) instanceof Map<?, ?> entries)) {
      throw malformed(
          "«\u00a0" + key + "\u00a0» contient des clés et des valeurs",
          "'" + key + "' holds keys and values");
    }
    Map<String, Object> map = new LinkedHashMap<>();
    entries.forEach((name, value) -> map.put(String.valueOf(name), value));
    return map;
  }

  /// Refuses any other key, and what has no keys.
  void only(Set<String> keys) throws Malformed {
    if (!(content instanceof Map<?, ?> map)) {
      throw malformed("des clés et des valeurs sont attendues", "keys and values are expected");
    }
    for (Object key : map.keySet()) {
      if (!keys.contains(String.valueOf(key))) {
        throw malformed(
            "«\u00a0" + key + "\u00a0» n’est pas connu ici", "'" + key + "' is unknown here");
      }
    }
  }

  Malformed malformed(String fr, String en) {
    return new Malformed(path, fr, en);
  }
}
