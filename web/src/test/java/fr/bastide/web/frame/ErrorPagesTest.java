package fr.bastide.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.web.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ErrorPagesTest {

  private static final TestServer SERVER = TestServer.shared();

  @ParameterizedTest
  @CsvSource({
    "/nothing-here, 404, Cette page n’existe pas",
    "/alert/99, 404, Cette page n’existe pas",
    "/alert/soon, 404, Cette page n’existe pas",
    "/assets/own/none.css, 404, Cette page n’existe pas",
    "/error, 404, Cette page n’existe pas",
  })
  void arePagesWithANextStep(String path, int status, String title) throws Exception {
    HttpResponse<String> answer = SERVER.get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(title, "href=\"/\"", "href=\"/alert\"");
    assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  @Test
  void areProblemDetailsForPrograms() throws Exception {
    HttpResponse<String> answer =
        SERVER.get("/nothing-here", "Accept", "application/json", "Accept-Language", "en");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(404);
    assertThat(problem.get("title").asString()).isEqualTo("There is no such page");
    assertThat(problem.get("instance").asString()).isEqualTo("/nothing-here");
    assertThat(problem.get("detail").asString()).isNotBlank();
  }

  @Test
  void areProblemDetailsAnywhereInTheApi() throws Exception {
    assertThat(SERVER.get("/api/nothing").headers().firstValue("Content-Type"))
        .contains("application/problem+json");
  }

  @Test
  void aFormWithoutProofIsRefused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(SERVER.at("/"))
            .POST(HttpRequest.BodyPublishers.ofString("a=b"))
            .build();
    HttpResponse<String> answer = TestServer.client().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Cette page ne vous est pas ouverte");
  }
}
