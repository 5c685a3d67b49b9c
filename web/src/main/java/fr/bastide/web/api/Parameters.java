package fr.bastide.web.api;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

/// Describes what a route takes in its path and its query.
final class Parameters {

  private Parameters() {}

  /// The parameters of a route, in their order.
  static List<Object> of(Method route) {
    List<Object> parameters = new ArrayList<>();
    for (Parameter parameter : route.getParameters()) {
      if (parameter.isAnnotationPresent(PathVariable.class)) {
        String name = parameter.getName();
        parameters.add(parameter(name, "path", true, Shapes.inPath(name)));
      }
      RequestParam query = parameter.getAnnotation(RequestParam.class);
      if (query != null) {
        parameters.add(query(parameter, query));
      }
    }
    return parameters;
  }

  private static Map<String, Object> query(Parameter parameter, RequestParam query) {
    boolean fallback = !query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    boolean optional = parameter.getType() == Optional.class || fallback;
    Map<String, Object> schema = new TreeMap<>(type(parameter));
    if (fallback) {
      schema.put("default", value(parameter.getType(), query.defaultValue()));
    }
    return parameter(parameter.getName(), "query", !optional, schema);
  }

  private static Map<String, Object> parameter(
      String name, String in, boolean required, Map<String, Object> schema) {
    return Map.of("name", name, "in", in, "required", required, "schema", schema);
  }

  private static Map<String, Object> type(Parameter parameter) {
    OneOf oneOf = parameter.getAnnotation(OneOf.class);
    if (oneOf != null) {
      return Map.of("type", "string", "enum", words(oneOf));
    }
    Class<?> type = parameter.getType();
    if (type == int.class) {
      return Map.of("type", "integer", "format", "int32");
    }
    if (type == boolean.class) {
      return Map.of("type", "boolean");
    }
    return Shapes.of(parameter.getName()).orElse(Map.of("type", "string"));
  }

  private static Object value(Class<?> type, String written) {
    if (type == int.class) {
      return Integer.valueOf(written);
    }
    return type == boolean.class ? Boolean.valueOf(written) : written;
  }

  private static List<String> words(OneOf oneOf) {
    return oneOf.constants() == OneOf.None.class
        ? Stream.of(oneOf.words()).toList()
        : Spelling.constants(oneOf.constants()).map(Spelling::of).toList();
  }
}
