package fr.bastide.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.Siren;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What [Providers] promises; every adapter passes it.
public abstract class ProvidersContract {

  private static final Siren SIREN = new Siren("000000018");
  private static final Siren OTHER = new Siren("000000026");

  /// The port under test, empty, the same one throughout a test.
  protected abstract Providers providers();

  private static Provider named(String id, Optional<Siren> siren) {
    Provider plain = Small.provider(id);
    Provider.Identity who = plain.identity();
    return new Provider(
        plain.id(),
        new Provider.Identity(
            "Œil & Fils « " + id + " »",
            who.legalName(),
            siren,
            Optional.of("https://exemple.invalid/é"),
            who.group(),
            true),
        plain.presence(),
        plain.offer(),
        plain.guarantees(),
        plain.control(),
        plain.sources());
  }

  @Test
  void comesBackAsItWasKept() {
    Provider kept = named("rempart", Optional.of(SIREN));
    providers().add(kept);
    assertThat(providers().find(kept.id())).contains(kept);
    assertThat(providers().find(new EntryId("nobody"))).isEmpty();
  }

  @Test
  void listsAllByIdentifier() {
    Provider second = named("b2", Optional.empty());
    Provider first = named("a1", Optional.empty());
    providers().add(second);
    providers().add(first);
    assertThat(providers().all()).containsExactly(first, second);
  }

  @Test
  void anIdentifierAndASirenAreTakenOnce() {
    providers().add(named("rempart", Optional.of(SIREN)));
    assertThatThrownBy(() -> providers().add(named("rempart", Optional.empty())))
        .isInstanceOf(DirectoryException.class);
    assertThatThrownBy(() -> providers().add(named("merlon", Optional.of(SIREN))))
        .isInstanceOf(DirectoryException.class);
    providers().add(named("sans-1", Optional.empty()));
    providers().add(named("sans-2", Optional.empty()));
    assertThat(providers().all()).hasSize(3);
  }

  @Test
  void nothingIsOverwrittenUnseen() {
    Provider read = named("rempart", Optional.of(SIREN));
    Provider mine = Small.controlled(read, Small.origin("DE"));
    Provider yours = Small.controlled(read, Small.origin("IT"));
    providers().add(read);
    providers().replace(read, yours);
    assertThatThrownBy(() -> providers().replace(read, mine))
        .isInstanceOf(DirectoryException.class);
    assertThat(providers().find(read.id())).contains(yours);
  }

  @Test
  void aReplacementKeepsItsIdentifierAndTakesNoSiren() {
    Provider first = named("rempart", Optional.of(SIREN));
    Provider second = named("merlon", Optional.of(OTHER));
    providers().add(first);
    providers().add(second);
    assertThatThrownBy(() -> providers().replace(first, named("merlon", Optional.empty())))
        .isInstanceOf(DirectoryException.class);
    assertThatThrownBy(() -> providers().replace(second, named("merlon", Optional.of(SIREN))))
        .isInstanceOf(DirectoryException.class);
    assertThatThrownBy(() ->
            providers()
                .replace(named("creneau", Optional.empty()), named("creneau", Optional.empty())))
        .isInstanceOf(DirectoryException.class);
    providers().replace(second, named("merlon", Optional.empty()));
    assertThat(providers().all()).extracting(p -> p.identity().siren()).contains(Optional.empty());
  }

  @Test
  void whatIsRemovedIsGoneAndItsSirenIsFree() {
    Provider gone = named("rempart", Optional.of(SIREN));
    providers().add(gone);
    providers().remove(gone.id());
    providers().remove(gone.id());
    assertThat(providers().find(gone.id())).isEmpty();
    providers().add(named("merlon", Optional.of(SIREN)));
    assertThat(providers().all()).hasSize(1);
  }

  @Test
  void ofSeveralAtOnceOneIsFirst() throws InterruptedException {
    AtomicInteger kept = new AtomicInteger();
    List<Thread> crowd =
        java.util.stream.IntStream.range(0, 8)
            .mapToObj(i ->
                Thread.ofVirtual()
                    .start(() -> {
                      try {
                        providers().add(named("firme-" + i, Optional.of(SIREN)));
                        kept.incrementAndGet();
                      } catch (DirectoryException taken) {
                        assertThat(taken.text().fr()).contains("SIREN");
                      }
                    }))
            .toList();
    for (Thread one : crowd) {
      one.join();
    }
    assertThat(kept).hasValue(1);
    assertThat(providers().all()).hasSize(1);
  }
}
