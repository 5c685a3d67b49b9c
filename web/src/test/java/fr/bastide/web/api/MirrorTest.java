package fr.bastide.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.web.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The API mirrors what pages can do: `mirror.txt` says for each page which routes of the API do
/// the same, or why a program cannot.
class MirrorTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final String API = "/api/";

  @Test
  void everyPageHasItsRouteOrItsReason() throws Exception {
    Set<String> pages = new TreeSet<>();
    Set<String> routes = new TreeSet<>();
    for (String route : served()) {
      (route.contains(" " + API) ? routes : pages).add(route);
    }
    Map<String, String> mirror = mirror();
    assertThat(mirror.keySet()).as("mirror.txt has a line for each page").isEqualTo(pages);
    Set<String> mirrored = new TreeSet<>();
    mirror.forEach((page, says) -> {
      if (says.startsWith("=")) {
        for (String route : says.substring(1).split(",")) {
          assertThat(routes).as(page).contains(route.strip());
          mirrored.add(route.strip());
        }
      } else {
        assertThat(says).as(page).startsWith("- ").hasSizeGreaterThan(20);
      }
    });
    assertThat(mirrored.size()).as("routes that mirror a page").isGreaterThan(50);
  }

  private static Map<String, String> mirror() throws IOException {
    Map<String, String> mirror = new TreeMap<>();
    try (InputStream in = MirrorTest.class.getResourceAsStream("mirror.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
        String[] words = line.split("\\s+", 3);
        mirror.put(words[0] + " " + words[1], words[2]);
      }
    }
    return mirror;
  }

  private static Set<String> served() {
    Set<String> served = new TreeSet<>();
    for (RequestMappingInfo info :
        SERVER
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()) {
      Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
      for (String path : info.getPatternValues()) {
        for (RequestMethod verb : verbs.isEmpty() ? Set.of(RequestMethod.GET) : verbs) {
          served.add(verb + " " + path);
        }
      }
    }
    return served;
  }
}
