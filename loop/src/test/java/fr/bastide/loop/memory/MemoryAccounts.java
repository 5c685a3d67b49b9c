package fr.bastide.loop.memory;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.Accounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Accounts in memory.
public final class MemoryAccounts implements Accounts, Undoable {

  private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
  private final List<AccountId> withoutPasskeys = new ArrayList<>();

  @Override
  public void add(Account account) {
    if (findByEmail(account.email()).isPresent()) {
      throw new Conflict(
          new Text("Cette adresse a déjà un compte.", "This address already has an account."));
    }
    accounts.put(account.id(), account);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public Optional<Account> findByEmail(String email) {
    String address = email.toLowerCase(Locale.ROOT);
    return accounts.values().stream().filter(a -> a.email().equals(address)).findFirst();
  }

  @Override
  public List<Account> ofBody(BodyId body) {
    return those(a ->
        a.memberships().stream()
            .anyMatch(m -> m instanceof Membership.OfBody of && of.body().equals(body)));
  }

  @Override
  public List<Account> all() {
    return those(a -> true);
  }

  @Override
  public boolean hasAdministrator() {
    return accounts.values().stream()
        .anyMatch(a -> a.memberships().contains(new Membership.OfCentre(CentreRole.ADMINISTRATOR)));
  }

  @Override
  public void addMembership(AccountId id, Membership membership) {
    change(
        id,
        a -> {
          Set<Membership> hats = new HashSet<>(a.memberships());
          hats.add(membership);
          return with(a, hats);
        });
  }

  @Override
  public void removeMembership(AccountId id, Membership membership) {
    change(
        id,
        a -> {
          Set<Membership> hats = new HashSet<>(a.memberships());
          hats.remove(membership);
          return with(a, hats);
        });
  }

  @Override
  public void setPassword(AccountId id, String hash) {
    change(
        id,
        a ->
            new Account(
                a.id(),
                a.email(),
                a.name(),
                a.language(),
                Optional.of(hash),
                a.memberships(),
                a.disabledAt(),
                a.createdAt()));
  }

  @Override
  public void removePasskeys(AccountId id) {
    withoutPasskeys.add(id);
  }

  /// Whose passkeys were removed.
  public List<AccountId> withoutPasskeys() {
    return List.copyOf(withoutPasskeys);
  }

  @Override
  public void setProfile(AccountId id, String name, Language language) {
    change(
        id,
        a ->
            new Account(
                a.id(),
                a.email(),
                name,
                language,
                a.passwordHash(),
                a.memberships(),
                a.disabledAt(),
                a.createdAt()));
  }

  @Override
  public void setDisabled(AccountId id, Optional<Instant> at) {
    change(
        id,
        a ->
            new Account(
                a.id(),
                a.email(),
                a.name(),
                a.language(),
                a.passwordHash(),
                a.memberships(),
                at,
                a.createdAt()));
  }

  private void change(AccountId id, UnaryOperator<Account> change) {
    accounts.computeIfPresent(id, (key, account) -> change.apply(account));
  }

  private static Account with(Account a, Set<Membership> hats) {
    return new Account(
        a.id(),
        a.email(),
        a.name(),
        a.language(),
        a.passwordHash(),
        hats,
        a.disabledAt(),
        a.createdAt());
  }

  private List<Account> those(Predicate<Account> wanted) {
    return accounts.values().stream()
        .filter(wanted)
        .sorted(Comparator.comparing(Account::name))
        .toList();
  }

  @Override
  public Runnable remember() {
    Map<AccountId, Account> before = new LinkedHashMap<>(accounts);
    return () -> {
      accounts.clear();
      accounts.putAll(before);
    };
  }
}
