package fr.bastide.airlock.internal;

import fr.bastide.document.Findings;
import fr.bastide.document.Yaml;
import fr.bastide.document.YamlReader;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The module's own YAML: trusted, checked by its tests, so that a fault in it is a broken build.
public final class Resources {

  private static final String FOLDER = "/fr/bastide/airlock/";
  private static final int LONGEST_NUMBER = 19;

  private Resources() {}

  /// A resource whose document is a mapping.
  public static Map<String, Object> document(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return checked(read(in.readAllBytes(), name), name);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  private static Object read(byte[] bytes, String name) {
    Findings findings = new Findings(name);
    Yaml yaml =
        YamlReader.read(bytes, bytes.length, findings)
            .filter(_ -> !findings.anyError())
            .orElseThrow(
                () -> new IllegalStateException(findings.sorted().getFirst().format(Language.EN)));
    return plain(yaml);
  }

  /// Texts, whole numbers, truths, lists and mappings; no deeper than the reader lets anything be.
  private static Object plain(Yaml yaml) {
    return switch (yaml) {
      case Yaml.Scalar scalar -> scalar.plain() ? value(scalar.text()) : scalar.text();
      case Yaml.Sequence sequence -> sequence.items().stream().map(Resources::plain).toList();
      case Yaml.Mapping mapping -> {
        Map<String, Object> plain = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> plain.put(key, plain(entry.value())));
        yield plain;
      }
    };
  }

  private static Object value(String text) {
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    boolean whole =
        !text.isEmpty()
            && text.length() < LONGEST_NUMBER
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return whole ? (Object) Long.valueOf(text) : text;
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
