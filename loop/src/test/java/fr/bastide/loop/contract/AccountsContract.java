package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.ProviderRole;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.Accounts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What [Accounts] promises.
public abstract class AccountsContract extends Contract {

  private Accounts accounts() {
    return ports().accounts();
  }

  private static Account account(String email, String name, Set<Membership> hats) {
    return new Account(
        AccountId.random(),
        email,
        name,
        Language.EN,
        Optional.of("$argon2id$v=19$m=19456,t=2,p=1$c2Vs$aGFjaGU"),
        hats,
        Optional.of(Samples.NOON.plusSeconds(5)),
        Samples.NOON);
  }

  private Account kept(String name, Set<Membership> hats) {
    Account account = account(token() + "@mairie.example", name, hats);
    byHouse(() -> accounts().add(account));
    return account;
  }

  private Account again(AccountId id) {
    return asHouse(() -> accounts().find(id)).orElseThrow();
  }

  @Test
  void comesBackAsItWasKeptWithEveryHat() {
    BodyId body = existingBody();
    ProviderId provider = existingProvider();
    Set<Membership> hats = new HashSet<>();
    for (BodyRole role : BodyRole.values()) {
      hats.add(new Membership.OfBody(body, role));
    }
    for (ProviderRole role : ProviderRole.values()) {
      hats.add(new Membership.OfProvider(provider, role));
    }
    for (CentreRole role : CentreRole.values()) {
      hats.add(new Membership.OfCentre(role));
    }
    Account full = kept("Zoé d’Hérouville-Ÿsaÿe, 🏰", hats);
    Account bare =
        new Account(
            AccountId.random(),
            token() + "@mairie.example",
            "Noé",
            Language.FR,
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Samples.NOON);
    byHouse(() -> accounts().add(bare));

    assertThat(again(full.id())).isEqualTo(full);
    assertThat(again(bare.id())).isEqualTo(bare);
    assertThat(asHouse(() -> accounts().findByEmail(full.email()))).contains(full);
  }

  @Test
  void isFoundByItsAddressInAnyCase() {
    Account account = kept("Léa", Set.of());
    assertThat(asHouse(() -> accounts().findByEmail(account.email().toUpperCase(Locale.ROOT))))
        .contains(account);
  }

  @Test
  void isNotFoundWhenThereIsNone() {
    assertThat(asHouse(() -> accounts().find(AccountId.random()))).isEmpty();
    assertThat(asHouse(() -> accounts().findByEmail(token() + "@mairie.example"))).isEmpty();
    assertThat(asHouse(() -> accounts().findByEmail(""))).isEmpty();
  }

  @Test
  void refusesASecondAccountOfOneAddress() {
    Account first = kept("Léa", Set.of());
    Account second = account(first.email(), "Noé", Set.of());
    assertThatThrownBy(() -> byHouse(() -> accounts().add(second))).isInstanceOf(Conflict.class);
    assertThat(again(first.id())).isEqualTo(first);
    assertThat(asHouse(() -> accounts().find(second.id()))).isEmpty();
  }

  @Test
  void keepsOneOfSeveralAccountsMadeAtOnceForOneAddress() {
    String email = token() + "@mairie.example";
    List<Boolean> made =
        atOnce(
            CROWD,
            i -> {
              try {
                byHouse(() -> accounts().add(account(email, "Léa " + i, Set.of())));
                return true;
              } catch (Conflict taken) {
                return false;
              }
            });
    assertThat(made).containsOnlyOnce(true);
  }

  @Test
  void listsThePeopleOfABodyByName() {
    BodyId body = existingBody();
    BodyId other = existingBody();
    Membership.OfBody hat = new Membership.OfBody(body, BodyRole.REFERENT);
    Account noe = kept("Noe", Set.of(hat, new Membership.OfBody(body, BodyRole.OFFICIAL)));
    Account ana = kept("Ana", Set.of(hat, new Membership.OfBody(other, BodyRole.OFFICIAL)));
    kept("Eva", Set.of(new Membership.OfBody(other, BodyRole.OFFICIAL)));
    assertThat(inside(official(other), () -> accounts().ofBody(other)))
        .extracting(Account::name)
        .contains("Ana", "Eva");
    assertThat(asHouse(() -> accounts().ofBody(body))).containsExactly(ana, noe);
    assertThat(asHouse(() -> accounts().ofBody(existingBody()))).isEmpty();
  }

  @Test
  void listsAllByName() {
    String token = token();
    Account second = kept(token + " b", Set.of());
    Account first = kept(token + " a", Set.of());
    assertThat(asHouse(() -> accounts().all()).stream().filter(a -> a.name().startsWith(token)))
        .containsExactly(first, second);
  }

  @Test
  void knowsWhetherThereIsAnAdministrator() {
    Membership hat = new Membership.OfCentre(CentreRole.ADMINISTRATOR);
    kept("Léa", Set.of(new Membership.OfCentre(CentreRole.CSIRT_LEAD)));
    assertThat(asHouse(() -> accounts().hasAdministrator()))
        .isEqualTo(
            asHouse(() -> accounts().all()).stream()
                .anyMatch(account -> account.memberships().contains(hat)));
    kept("Noé", Set.of(hat));
    assertThat(asHouse(() -> accounts().hasAdministrator())).isTrue();
  }

  @Test
  void putsHatsOnAndTakesThemOff() {
    BodyId body = existingBody();
    Membership first = new Membership.OfBody(body, BodyRole.REFERENT);
    Membership second = new Membership.OfBody(body, BodyRole.OFFICIAL);
    Membership third = new Membership.OfProvider(existingProvider(), ProviderRole.AUDITOR);
    Membership fourth = new Membership.OfCentre(CentreRole.STATE_OBSERVER);
    AccountId id = kept("Léa", Set.of(first)).id();
    AccountId bystander = kept("Noé", Set.of(first)).id();
    for (Membership hat : List.of(first, second, second, third, fourth, fourth)) {
      byHouse(() -> accounts().addMembership(id, hat));
    }
    assertThat(again(id).memberships()).containsExactlyInAnyOrder(first, second, third, fourth);
    for (Membership hat : List.of(first, third, fourth, fourth)) {
      byHouse(() -> accounts().removeMembership(id, hat));
    }
    assertThat(again(id).memberships()).containsExactly(second);
    assertThat(again(bystander).memberships()).containsExactly(first);
  }

  @Test
  void replacesPasswordProfileAndStateAndNothingElse() {
    Account before = kept("Léa", Set.of(new Membership.OfCentre(CentreRole.CSIRT_LEAD)));
    Account bystander = kept("Noé", Set.of());
    AccountId id = before.id();
    Instant at = Samples.NOON.plusSeconds(99);
    byHouse(() -> accounts().setPassword(id, "haché"));
    byHouse(() -> accounts().setProfile(id, "Léa Ÿ", Language.FR));
    byHouse(() -> accounts().setDisabled(id, Optional.of(at)));
    assertThat(again(id))
        .isEqualTo(
            new Account(
                id,
                before.email(),
                "Léa Ÿ",
                Language.FR,
                Optional.of("haché"),
                before.memberships(),
                Optional.of(at),
                before.createdAt()));
    byHouse(() -> accounts().setDisabled(id, Optional.empty()));
    assertThat(again(id).disabledAt()).isEmpty();
    assertThat(again(bystander.id())).isEqualTo(bystander);
  }
}
