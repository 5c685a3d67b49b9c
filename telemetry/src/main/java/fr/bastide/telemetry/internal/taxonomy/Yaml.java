package fr.bastide.telemetry.internal.taxonomy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Casts of our own data, whose form its schema checks when it is built.
final class Yaml {

  private Yaml() {}

  static Map<?, ?> map(@Nullable Object node) {
    return switch (node) {
      case null -> Map.of();
      case Map<?, ?> map -> map;
      default -> throw new IllegalStateException("a map is expected instead of " + node);
    };
  }

  static List<?> list(@Nullable Object node) {
    return switch (node) {
      case null -> List.of();
      case List<?> list -> list;
      default -> throw new IllegalStateException("a list is expected instead of " + node);
    };
  }

  /// One text or several.
  static List<String> texts(@Nullable Object node) {
    return switch (node) {
      case null -> List.of();
      case List<?> list -> list.stream().map(String::valueOf).toList();
      default -> List.of(node.toString());
    };
  }

  static String text(@Nullable Object node) {
    return node == null ? "" : node.toString();
  }
}
