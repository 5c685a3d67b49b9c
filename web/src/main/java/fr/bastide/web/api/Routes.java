package fr.bastide.web.api;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The routes of the API, as the server has them.
@Component
class Routes {

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  Routes(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  /// One route.
  ///
  /// @param path its path with its variables in braces
  /// @param verb its HTTP method
  /// @param consumes the media type it takes, empty when it takes nothing
  /// @param method the code behind it
  /// @param door what it does
  record Route(String path, String verb, String consumes, Method method, Door door) {}

  /// All routes with a [Door], by path and method.
  List<Route> all() {
    return mappings.getObject().getHandlerMethods().entrySet().stream()
        .filter(entry -> entry.getValue().hasMethodAnnotation(Door.class))
        .flatMap(entry ->
            entry.getKey().getPatternValues().stream()
                .flatMap(path ->
                    entry.getKey().getMethodsCondition().getMethods().stream()
                        .map(verb ->
                            route(
                                path,
                                verb,
                                entry
                                    .getKey()
                                    .getConsumesCondition()
                                    .getConsumableMediaTypes()
                                    .stream()
                                    .map(Object::toString)
                                    .findFirst()
                                    .orElse(""),
                                entry.getValue().getMethod()))))
        .sorted(Comparator.comparing(Route::path).thenComparing(Route::verb))
        .toList();
  }

  private static Route route(String path, RequestMethod verb, String consumes, Method method) {
    Door door = method.getAnnotation(Door.class);
    if (door == null) {
      throw new IllegalStateException("asked for doors alone: " + method);
    }
    return new Route(path, verb.name(), consumes, method, door);
  }
}
