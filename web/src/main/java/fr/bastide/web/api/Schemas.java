package fr.bastide.web.api;

import fr.bastide.kernel.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Describes the types that the API reads and writes as JSON Schema (2020-12), as [SentJson] and
/// [WrittenJson] take them.
final class Schemas {

  private final Map<String, Object> named = new TreeMap<>();

  /// The schema of a type; records are described once, and referred to.
  Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container(generic);
    }
    Class<?> plain = (Class<?>) type;
    Optional<Scalar> scalar = Scalar.of(plain);
    if (scalar.isPresent()) {
      return scalar.get().format().isEmpty()
          ? Map.of("type", "string", "examples", List.of(scalar.get().example()))
          : Map.of("type", "string", "format", scalar.get().format());
    }
    if (plain.isEnum()) {
      return Map.of("type", "string", "enum", Spelling.constants(plain).map(Spelling::of).toList());
    }
    return plain.isRecord() || plain.isSealed() ? reference(plain) : primitive(plain);
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
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return Map.of("type", "integer");
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
      return Map.of("type", "object", "additionalProperties", of(inner[1]));
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return Map.of("type", "array", "items", of(inner[0]));
    }
    throw new IllegalStateException("the API has no such type: " + type);
  }

  private Map<String, Object> reference(Class<?> type) {
    if (type == Money.class) {
      return primitive(type);
    }
    String name = name(type);
    if (!named.containsKey(name)) {
      named.put(name, Map.of());
      named.put(name, type.isSealed() ? family(type) : record(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> family(Class<?> type) {
    List<Object> kinds = new ArrayList<>();
    for (Class<?> kind : type.getPermittedSubclasses()) {
      kinds.add(reference(kind));
    }
    return Map.of("oneOf", kinds);
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
      properties.put(component.getName(), of(component.getGenericType()));
      Class<?> raw = component.getType();
      boolean mayBeEmpty =
          sent && (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw));
      if (raw != Optional.class && !mayBeEmpty) {
        required.add(component.getName());
      }
    }
    Map<String, Object> schema = new TreeMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    if (sent) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  /// Unique: the name of the type, after those of the types around it within the engines.
  private static String name(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    boolean ours = around == null || around.getPackageName().equals(Schemas.class.getPackageName());
    return ours ? type.getSimpleName() : name(around) + type.getSimpleName();
  }
}
