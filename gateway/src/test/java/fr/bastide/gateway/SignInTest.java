package fr.bastide.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.flow.FlowUser;
import fr.bastide.airlock.flow.Flows;
import fr.bastide.airlock.flow.PasswordDigest;
import fr.bastide.gateway.internal.access.SignIn;
import fr.bastide.kernel.Text;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInTest {

  private Instant now = Instant.parse("2026-11-25T12:00:00Z");

  private final Flows flows =
      new Flows(
          new Text("a", "a"),
          new Text("a", "a"),
          List.of(new FlowUser("alice", "Alice", Yard.DIGEST, List.of())),
          List.of(),
          List.of());
  private final SignIn signIn = new SignIn(flows, () -> now);

  private SignIn.Answer attempt(String user, String password) {
    return signIn.password(user, password.toCharArray(), "10.0.0.1");
  }

  @Test
  void fewAttemptsThenAWaitThatGrowsAndARightPasswordForgets() {
    for (int i = 0; i < 5; i++) {
      assertThat(attempt("alice", "faux")).isEqualTo(new SignIn.Answer.Unknown());
    }
    assertThat(attempt("alice", Yard.PASSWORD)).isInstanceOf(SignIn.Answer.Wait.class);
    now = now.plusSeconds(31);
    assertThat(attempt("alice", "faux")).isEqualTo(new SignIn.Answer.Unknown());
    now = now.plusSeconds(31);
    assertThat(attempt("alice", Yard.PASSWORD)).isInstanceOf(SignIn.Answer.Wait.class);
    now = now.plusSeconds(31);
    assertThat(attempt("alice", Yard.PASSWORD)).isInstanceOf(SignIn.Answer.Known.class);
    assertThat(attempt("alice", "faux")).isEqualTo(new SignIn.Answer.Unknown());
  }

  @Test
  void digestsAreArgonAndUnlike() {
    String one = Passwords.digest("une phrase".toCharArray());
    assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(PasswordDigest.wellFormed(one)).isTrue();
    assertThat(one).isNotEqualTo(Passwords.digest("une phrase".toCharArray()));
    assertThat(Passwords.matches("une phrase".toCharArray(), one)).isTrue();
    assertThat(Passwords.matches("une phrasE".toCharArray(), one)).isFalse();
    assertThat(Passwords.matches("".toCharArray(), "")).isFalse();
    assertThat(Passwords.matches(Yard.PASSWORD.toCharArray(), Yard.DIGEST)).isTrue();
  }
}
