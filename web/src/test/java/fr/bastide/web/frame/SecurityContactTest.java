package fr.bastide.web.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.loop.NotFound;
import fr.bastide.web.PublicAddress;
import fr.bastide.web.Settings;
import fr.bastide.web.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SecurityContactTest {

  private static final PublicAddress ADDRESS =
      new PublicAddress(URI.create("https://bastide.example"));

  private static String file(Map<String, String> settings) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-24T08:30:00Z"), ZoneOffset.UTC);
    return Optional.ofNullable(
            new SecurityContact(bound(settings), ADDRESS, clock).file().getBody())
        .orElseThrow();
  }

  private static Settings bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("bastide", Settings.class);
  }

  @Test
  void saysWhomToWriteToAndUntilWhenThatHolds() {
    assertThat(
            file(
                Map.of(
                    "bastide.security.contact",
                    "mailto:securite@centre.example, https://centre.example/faille",
                    "bastide.security.policy",
                    "https://centre.example/politique")))
        .isEqualTo(
            """
            Contact: mailto:securite@centre.example\r
            Contact: https://centre.example/faille\r
            Expires: 2027-05-23T00:00:00Z\r
            Preferred-Languages: fr, en\r
            Canonical: https://bastide.example/.well-known/security.txt\r
            Policy: https://centre.example/politique\r
            """);
  }

  @Test
  void withoutAContactThereIsNoSuchFile() {
    assertThatThrownBy(() -> file(Map.of())).isInstanceOf(NotFound.class);
  }

  @Test
  void aWayThatLeadsNowhereIsRefusedAtStart() {
    for (String way :
        List.of("securite@centre.example", "http://centre.example", "javascript:alert(1)")) {
      assertThatThrownBy(() -> bound(Map.of("bastide.security.contact", way)))
          .as(way)
          .hasRootCauseInstanceOf(IllegalArgumentException.class)
          .rootCause()
          .hasMessageContaining("bastide.security.contact");
    }
  }

  @Test
  void isServedAsText() throws IOException, InterruptedException {
    HttpResponse<String> answer = TestServer.shared().get("/.well-known/security.txt");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
    assertThat(answer.body()).startsWith("Contact: mailto:securite@exemple.fr\r\n");
    String expires =
        answer
            .body()
            .lines()
            .filter(line -> line.startsWith("Expires: "))
            .findFirst()
            .orElseThrow();
    assertThat(Instant.parse(expires.substring("Expires: ".length())))
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(364)));
  }
}
