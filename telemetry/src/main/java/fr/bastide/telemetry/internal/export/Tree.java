package fr.bastide.telemetry.internal.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON object that grows by dotted paths. The first field to give a path keeps it: its further
/// values make it a list, those of other fields are left out.
final class Tree {

  private final Map<String, Object> root = new LinkedHashMap<>();
  private final Map<String, Integer> owners = new HashMap<>();

  Map<String, Object> root() {
    return root;
  }

  /// Whether something stands at the path.
  boolean has(String path) {
    Object node = root;
    for (String segment : segments(path)) {
      if (!(node instanceof Map<?, ?> map) || !map.containsKey(segment)) {
        return false;
      }
      node = map.get(segment);
    }
    return true;
  }

  /// Puts a value that belongs to no field, where nothing stands yet.
  void put(String path, Object value) {
    put(path, value, -1);
  }

  /// Puts a value of a field.
  ///
  /// @return false when the path leads through or to something of another form
  boolean put(String path, Object value, int owner) {
    List<String> segments = segments(path);
    Map<String, Object> map = root;
    for (String segment : segments.subList(0, segments.size() - 1)) {
      Object next = map.computeIfAbsent(segment, _ -> new LinkedHashMap<String, Object>());
      if (!(next instanceof Map<?, ?>)) {
        return false;
      }
      map = asMap(next);
    }
    return leaf(map, segments.getLast(), path, value, owner);
  }

  /// Puts a value under a name that is not divided at its dots, in the object at the path.
  ///
  /// @return false when something else than an object stands there
  boolean putFlat(String path, String name, Object value, int owner) {
    Map<String, Object> map = root;
    for (String segment : segments(path)) {
      Object next = map.computeIfAbsent(segment, _ -> new LinkedHashMap<String, Object>());
      if (!(next instanceof Map<?, ?>)) {
        return false;
      }
      map = asMap(next);
    }
    return leaf(map, name, path + "." + name, value, owner);
  }

  private boolean leaf(Map<String, Object> map, String name, String path, Object value, int owner) {
    Object there = map.putIfAbsent(name, value);
    if (there == null) {
      owners.put(path, owner);
      return true;
    }
    if (there instanceof Map<?, ?>) {
      return false;
    }
    if (owner >= 0 && owners.getOrDefault(path, -1) == owner) {
      List<Object> list = there instanceof List<?> many ? new ArrayList<>(many) : new ArrayList<>();
      if (list.isEmpty()) {
        list.add(there);
      }
      list.add(value);
      map.put(name, list);
    }
    return true;
  }

  @SuppressWarnings("unchecked") // only maps of this form are ever put in
  private static Map<String, Object> asMap(Object node) {
    return (Map<String, Object>) node;
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int from = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
      segments.add(path.substring(from, dot));
      from = dot + 1;
    }
    segments.add(path.substring(from));
    return segments;
  }
}
