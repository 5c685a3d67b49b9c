package fr.bastide.telemetry.internal.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Knowledge of formats that comes with this module as YAML beside the classes that use it.
public final class Knowledge {

  private static final ConcurrentMap<String, Map<String, Object>> READ = new ConcurrentHashMap<>();

  private Knowledge() {}

  /// The content of a file beside a class; read once, not to be changed.
  ///
  /// @throws IllegalStateException when the module was built without it or with a broken one; a
  ///   test reads every file
  public static Map<String, Object> beside(Class<?> user, String file) {
    return READ.computeIfAbsent(user.getPackageName() + "/" + file, key -> read(user, file));
  }

  private static Map<String, Object> read(Class<?> user, String file) {
    try (InputStream input = user.getResourceAsStream(file)) {
      if (input == null) {
        throw new IllegalStateException("missing from this build: " + file);
      }
      return map(
          new Load(LoadSettings.builder().setLabel(file).build()).loadFromInputStream(input));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A node that is a map with texts as keys, in the order written.
  public static Map<String, Object> map(@Nullable Object node) {
    if (!(node instanceof Map<?, ?> entries)) {
      throw new IllegalStateException("a map was expected instead of " + node);
    }
    Map<String, Object> map = new LinkedHashMap<>();
    entries.forEach((key, value) -> map.put(String.valueOf(key), value));
    return Collections.unmodifiableMap(map);
  }

  /// A node that is a list; empty when it is not there.
  public static List<Object> list(@Nullable Object node) {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof List<?> list)) {
      throw new IllegalStateException("a list was expected instead of " + node);
    }
    return List.copyOf(list);
  }
}
