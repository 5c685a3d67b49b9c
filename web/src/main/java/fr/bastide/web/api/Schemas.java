package fr.bastide.web.api;

import fr.bastide.kernel.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Describes the types that the API reads and writes as JSON Schema (2020-12), as [SentJson] and
/// [WrittenJson] take them.
final class Schemas {

  private final Map<String, Object> named = new TreeMap<>();
  private final Map<String, Class<?>> types = new HashMap<>();

  /// The schema of a type; records are described once, and referred to.
  Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container(generic);
    }
    Class<?> plain = (Class<?>) type;
    Optional<Scalar> scalar = Scalar.of(plain);
    if (scalar.isPresent()) {
      return scalar.get().schema();
    }
    if (plain.isEnum()) {
      return words(plain);
    }
    return plain.isRecord() || plain.isSealed() ? reference(plain) : primitive(plain);
  }

  /// Adds a schema that no type describes.
  void add(String name, Object schema) {
    types.put(name, Void.class);
    named.put(name, schema);
  }

  /// All records met so far, by name.
  Map<String, Object> named() {
    return named;
  }

  private static Map<String, Object> primitive(Class<?> type) {
    if (type == Money.class) {
      return Map.of("type", "number", "description", "euros");
    }
    if (type == String.class || type == char.class) {
      return Map.of("type", "string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (type == double.class || type == Double.class) {
      return Map.of("type", "number");
    }
    if (type == int.class || type == Integer.class) {
      return Map.of("type", "integer", "format", "int32");
    }
    if (type == long.class || type == Long.class) {
      return Map.of("type", "integer", "format", "int64");
    }
    if (type == Object.class) {
      return Map.of();
    }
    throw new IllegalStateException("the API has no such type: " + type);
  }

  private Map<String, Object> container(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] inner = type.getActualTypeArguments();
    if (raw == Optional.class) {
      return of(inner[0]);
    }
    if (raw == Map.class) {
      return map((Class<?>) inner[0], of(inner[1]));
    }
    if (raw == Set.class) {
      return Map.of("type", "array", "items", of(inner[0]), "uniqueItems", true);
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return Map.of("type", "array", "items", of(inner[0]));
    }
    throw new IllegalStateException("the API has no such type: " + type);
  }

  private static Map<String, Object> map(Class<?> key, Map<String, Object> value) {
    return key.isEnum()
        ? Map.of("type", "object", "propertyNames", words(key), "additionalProperties", value)
        : Map.of("type", "object", "additionalProperties", value);
  }

  private static Map<String, Object> words(Class<?> constants) {
    return Map.of(
        "type", "string", "enum", Spelling.constants(constants).map(Spelling::of).toList());
  }

  private Map<String, Object> reference(Class<?> type) {
    if (type == Money.class) {
      return primitive(type);
    }
    String name = name(type);
    Class<?> before = types.putIfAbsent(name, type);
    if (before == null) {
      named.put(name, type.isSealed() ? family(type) : record(type));
    } else if (before != type) {
      throw new IllegalStateException(
          "two types of the API with one name: " + before + ", " + type);
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> family(Class<?> type) {
    List<Object> kinds = new ArrayList<>();
    Map<String, Object> mapping = new TreeMap<>();
    for (Class<?> kind : type.getPermittedSubclasses()) {
      Map<String, Object> reference = reference(kind);
      kinds.add(reference);
      mapping.putAll(Map.of(Spelling.of(kind), reference.values().iterator().next()));
    }
    return Map.of(
        "oneOf", kinds, "discriminator", Map.of("propertyName", "kind", "mapping", mapping));
  }

  private Map<String, Object> record(Class<?> type) {
    Map<String, Object> properties = new TreeMap<>();
    List<String> required = new ArrayList<>();
    if (WrittenJson.family(type).isPresent()) {
      properties.put("kind", Map.of("const", Spelling.of(type)));
      required.add("kind");
    }
    boolean sent = type.getSimpleName().startsWith("Sent");
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(component.getName(), component(component));
      Class<?> raw = component.getType();
      boolean mayBeEmpty =
          sent && (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw));
      if (raw != Optional.class && !mayBeEmpty) {
        required.add(component.getName());
      }
    }
    return Problems.closed(properties, required);
  }

  private Map<String, Object> component(RecordComponent component) {
    Type type = component.getGenericType();
    boolean text =
        type == String.class
            || type instanceof ParameterizedType generic
                && generic.getRawType() == Optional.class
                && generic.getActualTypeArguments()[0] == String.class;
    return text ? Shapes.of(component.getName()).orElse(Map.of("type", "string")) : of(type);
  }

  /// Unique: the name of the type, after those of the types around it within the engines.
  private static String name(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    boolean ours = around == null || around.getPackageName().equals(Schemas.class.getPackageName());
    return ours ? type.getSimpleName() : name(around) + type.getSimpleName();
  }
}
