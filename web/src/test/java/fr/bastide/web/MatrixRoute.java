package fr.bastide.web;

import fr.bastide.web.access.Requires;
import fr.bastide.web.api.SampleJson;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// One route of the server.
///
/// @param verb the HTTP method
/// @param path the path with its variables in braces
/// @param consumes the media type it takes; empty for any
/// @param method the code behind it
record MatrixRoute(String verb, String path, String consumes, Method method) {

  String key() {
    return verb + " " + path;
  }

  boolean api() {
    return path.startsWith("/api/");
  }

  boolean reads() {
    return verb.equals("GET");
  }

  /// Whether the path names a thing within a body.
  boolean nested() {
    return path.contains("/bodies/{body}/") && path.indexOf('{', path.indexOf("{body}") + 1) > 0;
  }

  /// Whether the right to it is checked before anything that was sent is read.
  boolean namesItsRight() {
    return method.isAnnotationPresent(Requires.class) || SampleJson.isDoor(method);
  }

  /// The path with something for each variable, given its name.
  String filled(UnaryOperator<String> variables) {
    StringBuilder filled = new StringBuilder();
    for (int at = 0; at < path.length(); ) {
      int open = path.indexOf('{', at);
      if (open < 0) {
        return filled.append(path.substring(at)).toString();
      }
      int close = path.indexOf('}', open);
      filled.append(path, at, open).append(variables.apply(path.substring(open + 1, close)));
      at = close + 1;
    }
    return filled.toString();
  }

  /// All routes: reading ones first, so that what is read is still as the house made it; then what
  /// everybody may do only so often; one's own account last.
  static List<MatrixRoute> all(TestServer server) {
    RequestMappingHandlerMapping mapping =
        server
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    List<MatrixRoute> routes = new ArrayList<>();
    mapping
        .getHandlerMethods()
        .forEach((info, method) -> routes.addAll(of(info, method.getMethod())));
    routes.sort(
        Comparator.comparing((MatrixRoute r) -> !r.reads())
            // Last of all what ends the sessions and tokens of whoever calls.
            .thenComparing(r -> r.path().equals("/api/v1/account/password"))
            .thenComparing(r -> r.path().startsWith("/api/v1/account/sessions"))
            .thenComparing(r -> !r.path().startsWith("/flash"))
            .thenComparing(r -> r.path().startsWith("/account"))
            .thenComparing(MatrixRoute::path)
            .thenComparing(MatrixRoute::verb));
    return routes;
  }

  private static List<MatrixRoute> of(RequestMappingInfo info, Method method) {
    String consumes =
        info.getConsumesCondition().getConsumableMediaTypes().stream()
            .map(Object::toString)
            .findFirst()
            .orElse("");
    Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
    return info.getPatternValues().stream()
        .flatMap(path ->
            (verbs.isEmpty() ? Set.of(RequestMethod.GET) : verbs)
                .stream().map(verb -> new MatrixRoute(verb.name(), path, consumes, method)))
        .toList();
  }
}
