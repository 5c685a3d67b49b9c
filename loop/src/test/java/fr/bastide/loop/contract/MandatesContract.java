package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.mandate.Mandates;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What [Mandates] promises.
public abstract class MandatesContract extends Contract {

  private BodyId body = new BodyId("other-none");
  private Caller mayor = Caller.VISITOR;

  @BeforeEach
  void aBodyAndItsMayor() {
    body = existingBody();
    mayor = official(body);
  }

  private Mandates mandates() {
    return ports().mandates();
  }

  private Mandate kept(ProviderId provider, Optional<MandateId> under, MandateScope... scopes) {
    Mandate mandate =
        new Mandate(
            MandateId.random(),
            body,
            provider,
            Set.of(scopes),
            Samples.NOON,
            Samples.NOON.plusSeconds(3600),
            mayor.account().orElseThrow(),
            under.isEmpty(),
            under,
            Optional.empty());
    if (under.isEmpty()) {
      by(mayor, () -> mandates().add(mandate));
    } else {
      // Given by the firm above, not by the body.
      byHouse(() -> mandates().add(mandate));
    }
    return mandate;
  }

  private Mandate again(Mandate mandate) {
    return inside(mayor, () -> mandates().find(mandate.id())).orElseThrow();
  }

  @Test
  void comesBackAsItWasKept() {
    Mandate all = kept(existingProvider(), Optional.empty(), MandateScope.values());
    assertThat(again(all)).isEqualTo(all);
    for (MandateScope scope : MandateScope.values()) {
      Mandate one = kept(existingProvider(), Optional.of(all.id()), scope);
      assertThat(again(one)).isEqualTo(one);
    }
    assertThat(inside(mayor, () -> mandates().find(MandateId.random()))).isEmpty();
  }

  @Test
  void listsThoseOfABodyAndOfAProviderNewestFirstEndedOnesIncluded() {
    ProviderId provider = existingProvider();
    Mandate first = kept(provider, Optional.empty(), MandateScope.ASSESS);
    Mandate second = kept(existingProvider(), Optional.empty(), MandateScope.ASSESS);
    Mandate third = kept(provider, Optional.empty(), MandateScope.ASSESS);
    by(mayor, () -> mandates().revoke(first.id(), Samples.NOON));
    assertThat(inside(mayor, () -> mandates().ofBody(body)))
        .extracting(Mandate::id)
        .containsExactly(third.id(), second.id(), first.id());
    assertThat(asHouse(() -> mandates().ofProvider(provider)))
        .extracting(Mandate::id)
        .containsExactly(third.id(), first.id());
    assertThat(asHouse(() -> mandates().ofBody(existingBody()))).isEmpty();
    assertThat(asHouse(() -> mandates().ofProvider(existingProvider()))).isEmpty();
  }

  @Test
  void endsWithAllThatWasGivenUnderIt() {
    Mandate root = kept(existingProvider(), Optional.empty(), MandateScope.values());
    Mandate ended = kept(existingProvider(), Optional.of(root.id()), MandateScope.ASSESS);
    Mandate child = kept(existingProvider(), Optional.of(root.id()), MandateScope.ASSESS);
    Mandate grandchild = kept(existingProvider(), Optional.of(child.id()), MandateScope.ASSESS);
    Mandate bystander = kept(existingProvider(), Optional.empty(), MandateScope.ASSESS);
    Instant first = Samples.NOON.plusSeconds(10);
    Instant then = Samples.NOON.plusSeconds(20);
    by(mayor, () -> mandates().revoke(ended.id(), first));
    by(mayor, () -> mandates().revoke(root.id(), then));
    by(mayor, () -> mandates().revoke(root.id(), then.plusSeconds(9)));
    assertThat(again(ended).revokedAt()).contains(first);
    assertThat(again(root).revokedAt()).contains(then);
    assertThat(again(child).revokedAt()).contains(then);
    assertThat(again(grandchild).revokedAt()).contains(then);
    assertThat(again(bystander)).isEqualTo(bystander);
  }

  @Test
  void endsWhatIsUnderAnAlreadyEndedLink() {
    Mandate root = kept(existingProvider(), Optional.empty(), MandateScope.ASSESS);
    Mandate child = kept(existingProvider(), Optional.of(root.id()), MandateScope.ASSESS);
    by(mayor, () -> mandates().revoke(child.id(), Samples.NOON));
    Mandate late = kept(existingProvider(), Optional.of(child.id()), MandateScope.ASSESS);
    by(mayor, () -> mandates().revoke(root.id(), Samples.NOON.plusSeconds(1)));
    assertThat(again(late).revokedAt()).contains(Samples.NOON.plusSeconds(1));
  }
}
