package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.account.SignInFailures;
import fr.bastide.loop.account.SignInFailures.Failures;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What [SignInFailures] promises.
public abstract class SignInFailuresContract extends Contract {

  private SignInFailures failures() {
    return ports().signInFailures();
  }

  private Failures of(String key) {
    return asHouse(() -> failures().of(key));
  }

  @Test
  void nothingIsKnownAtFirst() {
    assertThat(of("account:" + token())).isEqualTo(new Failures(0, Instant.EPOCH));
  }

  @Test
  void countsEachKeyOnItsOwnAndRemembersTheLast() {
    String key = "network:2001:db8::" + token();
    String other = "account:" + hash();
    byHouse(() -> failures().failed(key, Samples.NOON));
    byHouse(() -> failures().failed(other, Samples.NOON));
    byHouse(() -> failures().failed(key, Samples.NOON.plusSeconds(3)));
    assertThat(of(key)).isEqualTo(new Failures(2, Samples.NOON.plusSeconds(3)));
    assertThat(of(other)).isEqualTo(new Failures(1, Samples.NOON));
  }

  @Test
  void forgetsOneKeyAlone() {
    String key = "account:" + hash();
    String other = "account:" + hash();
    byHouse(() -> failures().failed(key, Samples.NOON));
    byHouse(() -> failures().failed(other, Samples.NOON));
    byHouse(() -> failures().clear(key));
    byHouse(() -> failures().clear("account:" + hash()));
    assertThat(of(key)).isEqualTo(new Failures(0, Instant.EPOCH));
    assertThat(of(other).count()).isEqualTo(1);
  }

  @Test
  void countsEveryOneOfThoseAtOnce() {
    String key = "account:" + hash();
    atOnce(
        CROWD,
        i -> {
          byHouse(() -> failures().failed(key, Samples.NOON));
          return i;
        });
    assertThat(of(key).count()).isEqualTo(CROWD);
  }
}
