package fr.bastide.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.web.TestServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ManagementServerTest {

  private static final TestServer SERVER = TestServer.shared();

  @Test
  void saysThatItIsWell() throws Exception {
    HttpResponse<String> answer = get("/health");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"UP\"");
  }

  @Test
  void countsRequestsByRouteAndNeverByAddress() throws Exception {
    SERVER.get("/alert/3?who=somebody");
    assertThat(get("/metrics").body())
        .contains("http_server_requests", "uri=\"/alert/{kind}\"", "jvm_memory_used_bytes")
        .doesNotContain("somebody");
  }

  @Test
  void isNotReachedThroughThePages() throws Exception {
    assertThat(SERVER.get("/health").statusCode()).isEqualTo(404);
    assertThat(SERVER.get("/metrics").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    String address = SERVER.context().getBean(ManagementServer.class).address().toString();
    return TestServer.client()
        .send(
            HttpRequest.newBuilder(URI.create("http://" + address + path)).build(),
            BodyHandlers.ofString());
  }
}
