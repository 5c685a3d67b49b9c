package fr.bastide.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.access.TokenScope;
import fr.bastide.web.TestServer;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest {

  private static final TestServer SERVER = TestServer.shared();

  @Test
  void theDocumentAndTheRoutesSayTheSame() throws Exception {
    Set<String> documented = new TreeSet<>();
    document()
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(verb -> documented.add(verb + " " + path.getKey())));
    Set<String> served = new TreeSet<>();
    SERVER
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(info ->
            info.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/"))
                .forEach(path ->
                    info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb ->
                            served.add(
                                verb.name().toLowerCase(java.util.Locale.ROOT) + " " + path))));
    assertThat(served).hasSizeGreaterThan(45);
    assertThat(documented).isEqualTo(served);
  }

  @Test
  void everyOperationNamesItsScopeOrIsOpenToAll() throws Exception {
    Set<String> scopes =
        Stream.of(TokenScope.values()).map(TokenScope::label).collect(Collectors.toSet());
    for (JsonNode path : document().get("paths")) {
      for (JsonNode operation : path) {
        assertThat(operation.get("summary").asString()).isNotBlank();
        if (operation.get("security").isEmpty()) {
          assertThat(operation.has("x-scope")).isFalse();
        } else {
          assertThat(scopes).contains(operation.get("x-scope").asString());
        }
      }
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() throws Exception {
    JsonNode document = document();
    assertThat(document.get("openapi").asString()).startsWith("3.1");
    assertThat(document.findValues("$ref")).hasSizeGreaterThan(100);
    for (JsonNode reference : document.findValues("$ref")) {
      String path = reference.asString();
      assertThat(path).startsWith("#/components/");
      assertThat(document.at(path.substring(1)).isObject()).as(path).isTrue();
    }
  }

  @Test
  void noOperationHasTheNameOfAnother() throws Exception {
    assertThat(document().findValuesAsString("operationId")).doesNotHaveDuplicates();
  }

  @Test
  void theRoutesCanBeReadByPeople() throws Exception {
    HttpResponse<String> page = SERVER.get("/developers");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("/api/v1/bodies/{body}/plans", "plans:write");
  }

  private static JsonNode document() throws Exception {
    HttpResponse<String> answer = SERVER.get("/api/openapi.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
