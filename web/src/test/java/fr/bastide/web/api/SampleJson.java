package fr.bastide.web.api;

import fr.bastide.kernel.Money;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/// Makes a request that a route of the API understands, from the type that it takes.
public final class SampleJson {

  private SampleJson() {}

  /// What a route takes, when it takes JSON.
  ///
  /// @param known the values of fields that must be real ones, as JSON, by their name or by that of
  ///   their type and theirs; an empty one leaves the field out
  public static Optional<String> of(Method route, Map<String, String> known) {
    return sent(route).filter(type -> type != byte[].class).map(type -> record(type, known));
  }

  /// Whether a route takes a file.
  public static boolean takesFile(Method route) {
    return sent(route).filter(type -> type == byte[].class).isPresent();
  }

  /// The scope that a token needs for a route of the API; empty for none.
  public static Optional<String> scope(Method route) {
    return Optional.ofNullable(route.getAnnotation(Door.class))
        .flatMap(door -> OpenApi.scope(door.act()));
  }

  /// Whether a method is a route of the API that says which act it is.
  public static boolean isDoor(Method route) {
    return route.isAnnotationPresent(Door.class);
  }

  private static Optional<Class<?>> sent(Method route) {
    return Stream.of(route.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(Sent.class))
        .<Class<?>>map(Parameter::getType)
        .findFirst();
  }

  private static String record(Class<?> type, Map<String, String> known) {
    StringJoiner fields = new StringJoiner(",", "{", "}");
    for (RecordComponent component : type.getRecordComponents()) {
      String own = type.getSimpleName() + "." + component.getName();
      String value = known.getOrDefault(own, known.get(component.getName()));
      if (value != null && value.isEmpty()) {
        continue;
      }
      if (value != null) {
        fields.add('"' + component.getName() + "\":" + value);
      } else if (component.getType() != Optional.class) {
        fields.add('"' + component.getName() + "\":" + value(component, known));
      }
    }
    return fields.toString();
  }

  private static String value(RecordComponent component, Map<String, String> known) {
    Class<?> type = component.getType();
    if (component.getGenericType() instanceof ParameterizedType generic) {
      if (type == Map.class) {
        return "{}";
      }
      Class<?> inner = (Class<?>) generic.getActualTypeArguments()[0];
      return inner.isEnum() ? "[\"" + first(inner) + "\"]" : "[]";
    }
    if (type.isEnum()) {
      return '"' + first(type) + '"';
    }
    if (type == int.class || type == double.class || type == Money.class) {
      return "1";
    }
    if (type == boolean.class) {
      return "false";
    }
    return Scalar.of(type)
        .map(scalar -> '"' + scalar.example() + '"')
        .orElseGet(() -> type.isRecord() ? record(type, known) : "\"x\"");
  }

  private static String first(Class<?> type) {
    return Spelling.constants(type).map(Spelling::of).findFirst().orElseThrow();
  }
}
