package fr.bastide.airlock.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The module's own YAML: trusted, checked by its tests, so that a fault in it is a broken build.
public final class Resources {

  private static final String FOLDER = "/fr/bastide/airlock/";

  private Resources() {}

  /// A resource whose document is a mapping.
  public static Map<String, Object> document(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return checked(
          new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in), name);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  /// The mapping under one key of a resource.
  public static Map<String, Object> mapping(String name, String key) {
    return mapping(document(name), key);
  }

  public static Map<String, Object> mapping(Map<String, Object> data, String key) {
    return checked(data.get(key), key);
  }

  public static String string(Map<String, Object> data, String key) {
    return typed(data, key, String.class);
  }

  public static boolean flag(Map<String, Object> data, String key) {
    return typed(data, key, Boolean.class);
  }

  public static long number(Map<String, Object> data, String key) {
    return typed(data, key, Number.class).longValue();
  }

  private static <T> T typed(Map<String, Object> data, String key, Class<T> type) {
    Object value = data.get(key);
    if (!type.isInstance(value)) {
      throw new IllegalStateException(key + " is not a " + type.getSimpleName());
    }
    return type.cast(value);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> checked(@Nullable Object value, String where) {
    if (!(value instanceof Map<?, ?> mapping)) {
      throw new IllegalStateException(where + " is not a mapping");
    }
    for (Object key : mapping.keySet()) {
      if (!(key instanceof String)) {
        throw new IllegalStateException(where + " has a key that is no text");
      }
    }
    return (Map<String, Object>) mapping;
  }
}
