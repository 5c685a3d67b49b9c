package fr.bastide.loop.account;

import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.access.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Proves who somebody is, by password or by token; slows down whoever guesses.
public final class SignInDesk {

  private static final int FREE_ATTEMPTS = 5;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration FORGET = Duration.ofHours(24);

  private final Threshold threshold;
  private final Accounts accounts;
  private final ApiTokens tokens;
  private final SignInFailures failures;
  private final PasswordHasher hasher;
  private final String decoy;

  /// A desk over these.
  public SignInDesk(
      Threshold threshold,
      Accounts accounts,
      ApiTokens tokens,
      SignInFailures failures,
      PasswordHasher hasher) {
    this.threshold = threshold;
    this.accounts = accounts;
    this.tokens = tokens;
    this.failures = failures;
    this.hasher = hasher;
    this.decoy = hasher.hash(Secrets.fresh().value());
  }

  /// What became of an attempt.
  public sealed interface Attempt {

    /// The person is who it says.
    record Welcome(Account account) implements Attempt {}

    /// Wrong address or wrong password: which one is not told.
    record Wrong() implements Attempt {}

    /// Too many attempts: wait.
    record Wait(Duration duration) implements Attempt {

      /// How long, for the person.
      public Text text() {
        long minutes = Math.max(1, duration.plusSeconds(59).toMinutes());
        return new Text(
            "Trop d’essais. Réessayez dans %s, ou utilisez «\u00a0mot de passe oublié\u00a0»."
                .formatted(minutes == 1 ? "une minute" : minutes + " minutes"),
            "Too many attempts. Try again in %s, or use \"forgotten password\"."
                .formatted(minutes == 1 ? "one minute" : minutes + " minutes"));
      }
    }
  }

  /// Tries a password. Takes as long for an unknown address as for a known one.
  ///
  /// @param from the network address of whoever tries
  @UseCase(Act.SIGN_IN)
  public Attempt signIn(Caller caller, String email, String password, String from) {
    threshold.gate().require(caller, Act.SIGN_IN);
    String address = AccountRules.normal(email);
    String byAccount = "account:" + Secrets.hash(address);
    String byNetwork = "network:" + from;
    Instant now = threshold.clock().instant();
    Optional<Duration> wait =
        threshold.transactions().asHouse(() -> longer(wait(byAccount, now), wait(byNetwork, now)));
    if (wait.isPresent()) {
      return new Attempt.Wait(wait.get());
    }
    Optional<Account> account =
        threshold.transactions().asHouse(() -> accounts.findByEmail(address));
    String hash = account.flatMap(Account::passwordHash).orElse(decoy);
    boolean right = hasher.matches(bounded(password), hash);
    boolean welcome =
        right
            && account.flatMap(Account::passwordHash).isPresent()
            && account.get().disabledAt().isEmpty();
    return threshold
        .transactions()
        .asHouse(() -> {
          if (!welcome) {
            failures.failed(byAccount, now);
            failures.failed(byNetwork, now);
            return new Attempt.Wrong();
          }
          failures.clear(byAccount);
          threshold.noteHouse("SIGN_IN", Optional.empty(), "account " + account.orElseThrow().id());
          return new Attempt.Welcome(account.orElseThrow());
        });
  }

  /// The person behind an account that has proven itself otherwise (passkey, OIDC, open session);
  /// none when it may no longer sign in.
  @UseCase(Act.SIGN_IN)
  public Optional<Account> proven(Caller caller, AccountId id) {
    threshold.gate().require(caller, Act.SIGN_IN);
    return threshold
        .transactions()
        .asHouse(() -> accounts.find(id).filter(a -> a.disabledAt().isEmpty()));
  }

  /// The person with this address that an identity provider has verified; none when there is no
  /// such account, or it may no longer sign in.
  @UseCase(Act.SIGN_IN)
  public Optional<Account> provenByEmail(Caller caller, String email) {
    threshold.gate().require(caller, Act.SIGN_IN);
    String address = AccountRules.normal(email);
    return threshold
        .transactions()
        .asHouse(() -> accounts.findByEmail(address).filter(a -> a.disabledAt().isEmpty()));
  }

  /// The caller behind a token of the API; none when it is unknown, expired, or its owner may no
  /// longer sign in.
  @UseCase(Act.SIGN_IN)
  public Optional<Caller> token(Caller caller, String secret) {
    threshold.gate().require(caller, Act.SIGN_IN);
    Instant now = threshold.clock().instant();
    return threshold
        .transactions()
        .asHouse(() ->
            tokens
                .find(Secrets.hash(secret))
                .filter(token -> now.isBefore(token.expires()))
                .flatMap(token -> callerOf(token, now)));
  }

  private Optional<Caller> callerOf(ApiToken token, Instant now) {
    Optional<Account> owner =
        accounts.find(token.owner()).filter(account -> account.disabledAt().isEmpty());
    if (owner.isPresent() && token.lastUsed().filter(t -> t.isAfter(anHourBefore(now))).isEmpty()) {
      tokens.used(token.id(), now);
    }
    return owner.map(account ->
        new Caller(
            Optional.of(account.id()),
            account.name(),
            account.memberships(),
            Optional.of(token.scopes())));
  }

  private static Instant anHourBefore(Instant now) {
    return now.minus(Duration.ofHours(1));
  }

  /// A password longer than any that is accepted is not worth the time of hashing.
  private static String bounded(String password) {
    return password.length() > AccountRules.MOST_PASSWORD ? "" : password;
  }

  private Optional<Duration> wait(String key, Instant now) {
    SignInFailures.Failures past = failures.of(key);
    int free = key.startsWith("network:") ? FREE_ATTEMPTS * 10 : FREE_ATTEMPTS;
    if (past.count() < free || past.last().plus(FORGET).isBefore(now)) {
      return Optional.empty();
    }
    int doublings = Math.min(past.count() - free, 10);
    Duration pause = Duration.ofSeconds(Math.min(LONGEST_WAIT.toSeconds(), 15L << doublings));
    Instant end = past.last().plus(pause);
    return end.isAfter(now) ? Optional.of(Duration.between(now, end)) : Optional.empty();
  }

  private static Optional<Duration> longer(Optional<Duration> a, Optional<Duration> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return a.get().compareTo(b.get()) >= 0 ? a : b;
  }
}
