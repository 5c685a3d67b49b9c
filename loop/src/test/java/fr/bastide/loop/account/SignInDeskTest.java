package fr.bastide.loop.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.Denied;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.account.SignInDesk.Attempt;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.memory.House;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignInDeskTest {

  private static final String FROM = "192.0.2.7";

  private final House house = new House();
  private final SignInDesk desk = house.signIn();
  private final Body body = house.body("Foix");
  private final Account zoe =
      house.account("Zoé", new Membership.OfBody(body.id(), BodyRole.REFERENT));

  private Attempt attempt(String email, String password) {
    return attempt(email, password, FROM);
  }

  private Attempt attempt(String email, String password, String from) {
    return desk.signIn(Caller.VISITOR, email, password, from);
  }

  @Test
  void theRightPasswordIsWelcome() {
    assertThat(attempt(" " + zoe.email().toUpperCase(Locale.ROOT) + " ", House.PASSWORD))
        .isEqualTo(new Attempt.Welcome(zoe));
    assertThat(house.acts()).containsExactly("SIGN_IN");
    assertThat(house.ports().journal().latest(1).getFirst().event().object())
        .contains(zoe.id().toString())
        .doesNotContain(zoe.email());
  }

  @Test
  void everythingElseIsWrongInTheSameWayAndAtTheSamePrice() {
    Account stopped = house.account("Ana");
    house.ports().accounts().setDisabled(stopped.id(), Optional.of(house.clock().instant()));
    Account elsewhere =
        new Account(
            AccountId.random(),
            "oidc@bastide.example",
            "Noé",
            zoe.language(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            house.clock().instant());
    house.ports().accounts().add(elsewhere);
    for (String email :
        List.of(
            zoe.email(),
            "personne@mairie.example",
            elsewhere.email(),
            "",
            "\0",
            "\ud83c",
            "a".repeat(100_000))) {
      int before = house.hasher().comparisons();
      assertThat(attempt(email, "un autre mot de passe", "from " + email.length()))
          .isEqualTo(new Attempt.Wrong());
      assertThat(house.hasher().comparisons()).isEqualTo(before + 1);
    }
    assertThat(attempt(stopped.email(), House.PASSWORD)).isEqualTo(new Attempt.Wrong());
    assertThat(attempt(zoe.email(), "é".repeat(1_000_000))).isEqualTo(new Attempt.Wrong());
    assertThat(house.acts()).isEmpty();
  }

  @Test
  void whoeverGuessesWaitsLongerAndLonger() {
    for (int i = 0; i < 5; i++) {
      assertThat(attempt(zoe.email(), "faux n° " + i)).isEqualTo(new Attempt.Wrong());
    }
    Duration last = Duration.ZERO;
    for (int i = 0; i < 10; i++) {
      int before = house.hasher().comparisons();
      Attempt.Wait wait = (Attempt.Wait) attempt(zoe.email(), House.PASSWORD);
      assertThat(house.hasher().comparisons()).as("nothing is compared").isEqualTo(before);
      assertThat(wait.duration()).isGreaterThanOrEqualTo(last);
      assertThat(wait.duration()).isLessThanOrEqualTo(Duration.ofMinutes(15));
      assertThat(wait.text().fr()).contains("minute");
      last = wait.duration();
      house.clock().advance(wait.duration().minusNanos(1));
      assertThat(attempt(zoe.email(), House.PASSWORD)).isInstanceOf(Attempt.Wait.class);
      house.clock().advance(Duration.ofNanos(1));
      assertThat(attempt(zoe.email(), "faux")).isEqualTo(new Attempt.Wrong());
    }
    assertThat(last).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void anUnknownAddressIsSlowedDownLikeAKnownOne() {
    String nobody = "personne@mairie.example";
    for (int i = 0; i < 5; i++) {
      attempt(zoe.email(), "faux", "192.0.2.1");
      attempt(nobody, "faux", "192.0.2.2");
    }
    assertThat(attempt(nobody, "faux", "192.0.2.2"))
        .isEqualTo(attempt(zoe.email(), "faux", "192.0.2.1"))
        .isInstanceOf(Attempt.Wait.class);
  }

  @Test
  void signingInForgetsTheFailuresOfThePersonButNotOfTheNetwork() {
    for (int i = 0; i < 4; i++) {
      attempt(zoe.email(), "faux");
    }
    assertThat(attempt(zoe.email(), House.PASSWORD)).isInstanceOf(Attempt.Welcome.class);
    for (int i = 0; i < 5; i++) {
      assertThat(attempt(zoe.email(), "faux")).isEqualTo(new Attempt.Wrong());
    }
    assertThat(house.ports().signInFailures().of("network:" + FROM).count()).isEqualTo(9);
  }

  @Test
  void aNetworkThatTriesManyAddressesWaits() {
    for (int i = 0; i < 50; i++) {
      assertThat(attempt("p" + i + "@autre.example", "faux")).isEqualTo(new Attempt.Wrong());
    }
    assertThat(attempt("encore@autre.example", "faux")).isInstanceOf(Attempt.Wait.class);
    assertThat(attempt(zoe.email(), House.PASSWORD, "198.51.100.9"))
        .isInstanceOf(Attempt.Welcome.class);
  }

  @Test
  void failuresAreForgottenAfterADay() {
    for (int i = 0; i < 9; i++) {
      attempt(zoe.email(), "faux");
      house.clock().advance(Duration.ofMinutes(16));
    }
    house.clock().advance(Duration.ofHours(24));
    assertThat(attempt(zoe.email(), House.PASSWORD)).isInstanceOf(Attempt.Welcome.class);
  }

  @Test
  void whoeverIsProvenOtherwiseIsKnownUnlessStopped() {
    assertThat(desk.proven(Caller.VISITOR, zoe.id())).contains(zoe);
    assertThat(desk.provenByEmail(Caller.VISITOR, zoe.email().toUpperCase(Locale.ROOT)))
        .contains(zoe);
    assertThat(desk.proven(Caller.VISITOR, AccountId.random())).isEmpty();
    assertThat(desk.provenByEmail(Caller.VISITOR, "\0")).isEmpty();
    house.ports().accounts().setDisabled(zoe.id(), Optional.of(house.clock().instant()));
    assertThat(desk.proven(Caller.VISITOR, zoe.id())).isEmpty();
    assertThat(desk.provenByEmail(Caller.VISITOR, zoe.email())).isEmpty();
  }

  @Test
  void aTokenActsForItsOwnerWithinItsScopes() {
    Secrets.Secret secret =
        house
            .accounts()
            .newToken(zoe.caller(), "T", Set.of(TokenScope.ASSESSMENTS_READ), Duration.ofDays(1));
    Caller program = desk.token(Caller.VISITOR, secret.value()).orElseThrow();
    assertThat(program.account()).contains(zoe.id());
    assertThat(house.threshold().may(program, Act.READ_ASSESSMENT, body.id())).isTrue();
    assertThat(house.threshold().may(program, Act.ANSWER, body.id())).isFalse();
    assertThatThrownBy(() -> house.threshold().require(program, Act.ANSWER, body.id()))
        .isInstanceOf(Denied.class);
    assertThat(desk.token(Caller.VISITOR, secret.hash())).isEmpty();
    assertThat(desk.token(Caller.VISITOR, "")).isEmpty();
  }

  @Test
  void aTokenNeverOutlivesItsDayItsOwnerOrItsOwnersRights() {
    Secrets.Secret secret =
        house
            .accounts()
            .newToken(zoe.caller(), "T", Set.of(TokenScope.BODIES_READ), Duration.ofDays(1));
    house
        .ports()
        .accounts()
        .removeMembership(zoe.id(), new Membership.OfBody(body.id(), BodyRole.REFERENT));
    Caller program = desk.token(Caller.VISITOR, secret.value()).orElseThrow();
    assertThat(house.threshold().may(program, Act.SEE_BODY, body.id())).isFalse();
    house.accounts().setDisabled(house.of(CentreRole.ADMINISTRATOR), zoe.id(), true);
    assertThat(desk.token(Caller.VISITOR, secret.value())).isEmpty();
    house.ports().accounts().setDisabled(zoe.id(), Optional.empty());
    assertThat(desk.token(Caller.VISITOR, secret.value())).isPresent();
    house.clock().advance(Duration.ofDays(1));
    assertThat(desk.token(Caller.VISITOR, secret.value())).isEmpty();
  }

  @Test
  void theUseOfATokenIsNotedToTheHour() {
    Secrets.Secret secret =
        house
            .accounts()
            .newToken(zoe.caller(), "T", Set.of(TokenScope.BODIES_READ), Duration.ofDays(9));
    Instant first = house.clock().instant();
    assertThat(desk.token(Caller.VISITOR, secret.value())).isPresent();
    house.clock().advance(Duration.ofMinutes(59));
    assertThat(desk.token(Caller.VISITOR, secret.value())).isPresent();
    assertThat(house.accounts().tokens(zoe.caller()).getFirst().lastUsed()).contains(first);
    house.clock().advance(Duration.ofMinutes(1));
    assertThat(desk.token(Caller.VISITOR, secret.value())).isPresent();
    assertThat(house.accounts().tokens(zoe.caller()).getFirst().lastUsed())
        .contains(house.clock().instant());
  }
}
