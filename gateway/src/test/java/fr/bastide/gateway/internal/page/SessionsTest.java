package fr.bastide.gateway.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// How long one stays signed in, and how much one address may ask.
class SessionsTest {

  private Instant now = Instant.parse("2026-11-25T12:00:00Z");

  private void later(Duration time) {
    now = now.plus(time);
  }

  @Test
  void aSessionEndsWhenItIdlesOrGetsOld() {
    Sessions sessions = new Sessions(() -> now);
    String token = sessions.begin("alice");
    assertThat(sessions.find("guess")).isEmpty();
    later(Duration.ofMinutes(19));
    assertThat(sessions.find(token)).map(Sessions.Session::user).contains("alice");
    later(Duration.ofMinutes(21));
    assertThat(sessions.find(token)).isEmpty();
    String busy = sessions.begin("alice");
    for (int i = 0; i < 31; i++) {
      later(Duration.ofMinutes(15));
      assertThat(sessions.find(busy)).isPresent();
    }
    later(Duration.ofMinutes(16));
    assertThat(sessions.find(busy)).isEmpty();
    String ended = sessions.begin("alice");
    sessions.end(ended);
    assertThat(sessions.find(ended)).isEmpty();
    assertThat(sessions.seal("a")).isNotEqualTo(sessions.seal("b")).isEqualTo(sessions.seal("a"));
  }

  @Test
  void anAddressMayAskMuchAtOnceButNotForEver() {
    Throttle throttle = new Throttle(() -> now);
    int answered = 0;
    while (throttle.allows("10.0.0.1")) {
      answered++;
    }
    assertThat(answered).isEqualTo(120);
    assertThat(throttle.allows("10.0.0.2")).isTrue();
    later(Duration.ofSeconds(1));
    for (int i = 0; i < 20; i++) {
      assertThat(throttle.allows("10.0.0.1")).isTrue();
    }
    assertThat(throttle.allows("10.0.0.1")).isFalse();
  }
}
