package fr.bastide.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.web.TestServer;
import java.net.http.HttpHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {

  private static final TestServer SERVER = TestServer.shared();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/nothing-here", "/assets/own/bastide.css", "/api/none"})
  void goWithEveryAnswer(String path) throws Exception {
    HttpHeaders headers = SERVER.get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "http:", "https:", "*");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("camera=()");
    assertThat(headers.firstValue("Server")).isEmpty();
    assertThat(headers.firstValue("Strict-Transport-Security")).as("only over HTTPS").isEmpty();
  }
}
