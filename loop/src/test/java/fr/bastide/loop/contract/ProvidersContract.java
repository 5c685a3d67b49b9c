package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.Siren;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.mandate.Provider;
import fr.bastide.loop.mandate.Providers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What [Providers] promises.
public abstract class ProvidersContract extends Contract {

  private static final Siren SIREN = new Siren("732829320");

  private Providers providers() {
    return ports().providers();
  }

  private Provider kept(String name, Optional<Siren> siren) {
    Provider provider = new Provider(ProviderId.random(), name, siren, "L’Haÿ-les-Roses");
    byHouse(() -> providers().add(provider));
    return provider;
  }

  @Test
  void comesBackAsItWasKeptAndASirenIsTakenOnce() {
    Provider named = kept("Rempart « Œil & Fils » " + token(), Optional.of(SIREN));
    Provider bare = kept("Créneau " + token(), Optional.empty());
    kept("Merlon " + token(), Optional.empty());
    assertThat(asHouse(() -> providers().find(named.id()))).contains(named);
    assertThat(asHouse(() -> providers().find(bare.id()))).contains(bare);
    assertThatThrownBy(() -> kept("Un autre", Optional.of(SIREN))).isInstanceOf(Conflict.class);
    assertThat(asHouse(() -> providers().all()))
        .filteredOn(p -> p.siren().filter(SIREN::equals).isPresent())
        .containsExactly(named);
  }

  @Test
  void isNotFoundWhenThereIsNone() {
    assertThat(asHouse(() -> providers().find(ProviderId.random()))).isEmpty();
  }

  @Test
  void listsAllByName() {
    String token = token();
    Provider second = kept(token + " b", Optional.empty());
    Provider first = kept(token + " a", Optional.empty());
    assertThat(asHouse(() -> providers().all()).stream().filter(p -> p.name().startsWith(token)))
        .containsExactly(first, second);
  }
}
