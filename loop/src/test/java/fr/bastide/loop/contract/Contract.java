package fr.bastide.loop.contract;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.mandate.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// What all contracts share: the ports under test and the rows that other rows need.
///
/// The hooks keep real rows through the ports; an adapter that has not all of them yet may override
/// a hook and write the row itself.
public abstract class Contract {

  /// How many do the same thing at once in a test of concurrency.
  protected static final int CROWD = 6;

  /// The ports under test; the same ones throughout a test.
  protected abstract Ports ports();

  /// Runs work of the house in a transaction.
  protected final <T> T asHouse(Supplier<T> work) {
    return ports().transactions().asHouse(work);
  }

  /// Runs work of the house in a transaction.
  protected final void byHouse(Runnable work) {
    asHouse(() -> {
      work.run();
      return true;
    });
  }

  /// Runs work for a caller in a transaction.
  protected final <T> T inside(Caller caller, Supplier<T> work) {
    return ports().transactions().inside(caller, work);
  }

  /// Runs work for a caller in a transaction.
  protected final void by(Caller caller, Runnable work) {
    inside(
        caller,
        () -> {
          work.run();
          return true;
        });
  }

  /// A body that is kept, another one each time.
  protected BodyId existingBody() {
    return existingBody("Saint-Barthélemy-d’Aÿ");
  }

  /// A body of this name that is kept.
  protected BodyId existingBody(String name) {
    return existingBody(name, BodyForm.OTHER, "09");
  }

  /// A body like this that is kept.
  protected BodyId existingBody(String name, BodyForm form, String departement) {
    Body body =
        new Body(
            new BodyId("other-" + token()),
            form,
            name,
            Optional.empty(),
            Optional.empty(),
            departement,
            "76",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    asHouse(() -> ports().bodies().addAll(List.of(body)));
    return body.id();
  }

  /// An account without a hat that is kept, another one each time.
  protected AccountId existingAccount() {
    return existingAccount(Set.of());
  }

  /// An account with these hats that is kept.
  protected AccountId existingAccount(Set<Membership> hats) {
    Account account =
        new Account(
            AccountId.random(),
            token() + "@mairie.example",
            "Zoé Lefèvre",
            Language.FR,
            Optional.empty(),
            hats,
            Optional.empty(),
            Samples.NOON);
    byHouse(() -> ports().accounts().add(account));
    return account.id();
  }

  /// A provider that is kept, another one each time.
  protected ProviderId existingProvider() {
    Provider provider =
        new Provider(ProviderId.random(), "Rempart " + token(), Optional.empty(), "Albi");
    byHouse(() -> ports().providers().add(provider));
    return provider.id();
  }

  /// An open assessment of a body that has none.
  protected AssessmentId existingAssessment(BodyId body) {
    Assessment assessment = Samples.assessment(body, existingAccount(), Samples.NOON);
    byHouse(() -> ports().assessments().add(assessment));
    return assessment.id();
  }

  /// The elected official of a body, with an account that is kept.
  protected Caller official(BodyId body) {
    Set<Membership> hats = Set.of(new Membership.OfBody(body, BodyRole.OFFICIAL));
    return Caller.person(existingAccount(hats), "Zoé Lefèvre", hats);
  }

  /// Somebody of the centre, with an account that is kept.
  protected Caller centre(CentreRole role) {
    Set<Membership> hats = Set.of(new Membership.OfCentre(role));
    return Caller.person(existingAccount(hats), "Zoé Lefèvre", hats);
  }

  /// Twelve letters and digits that nothing else has.
  protected static String token() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }

  /// Sixty-four hexadecimal digits that nothing else has: what is kept of a secret.
  protected static String hash() {
    return (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
  }

  /// What each of several gets that do the same at once.
  protected static <T> List<T> atOnce(int several, IntFunction<T> work) {
    CountDownLatch ready = new CountDownLatch(several);
    try (ExecutorService people = Executors.newFixedThreadPool(several)) {
      List<Future<T>> promised = new ArrayList<>();
      for (int i = 0; i < several; i++) {
        int place = i;
        promised.add(
            people.submit(() -> {
              ready.countDown();
              ready.await();
              return work.apply(place);
            }));
      }
      List<T> got = new ArrayList<>();
      for (Future<T> one : promised) {
        got.add(one.get(60, TimeUnit.SECONDS));
      }
      return got;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    } catch (ExecutionException | TimeoutException failed) {
      throw new AssertionError("one of those at once failed", failed);
    }
  }
}
