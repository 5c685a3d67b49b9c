package fr.bastide.loop.account;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.access.UseCase;
import fr.bastide.loop.letter.Letters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Invites people, makes their accounts, and lets them keep their own.
public final class AccountDesk {

  private static final Duration INVITATION = Duration.ofDays(14);
  private static final Duration RESET = Duration.ofHours(2);
  private static final Duration BETWEEN_RESETS = Duration.ofMinutes(10);
  private static final Duration ADMINISTRATOR_LINK = Duration.ofHours(24);

  private final Threshold threshold;
  private final Accounts accounts;
  private final Invitations invitations;
  private final ApiTokens tokens;
  private final OwnTokens ownTokens;
  private final Letters letters;
  private final PasswordHasher hasher;
  private final AccountLetters wording;

  /// A desk over these.
  ///
  /// @param publicUrl the address at which people reach the house, without a final slash
  public AccountDesk(
      Threshold threshold,
      Accounts accounts,
      Invitations invitations,
      ApiTokens tokens,
      Letters letters,
      PasswordHasher hasher,
      String publicUrl) {
    this.threshold = threshold;
    this.accounts = accounts;
    this.invitations = invitations;
    this.tokens = tokens;
    this.ownTokens = new OwnTokens(threshold, tokens);
    this.letters = letters;
    this.hasher = hasher;
    this.wording = new AccountLetters(publicUrl);
  }

  /// Invites somebody to work for a body; the link leaves by mail.
  ///
  /// @return the link's secret, for whoever hands it over in person
  @UseCase(Act.INVITE_TO_BODY)
  public Secrets.Secret invite(
      Caller caller,
      BodyId body,
      String bodyName,
      Membership.OfBody hat,
      String email,
      Language language) {
    return threshold.cross(
        caller,
        Act.INVITE_TO_BODY,
        body,
        "invitation " + hat.role(),
        () -> {
          if (!hat.body().equals(body)) {
            throw new NotFound();
          }
          AccountRules.requireMayAppoint(caller, body, Set.of(hat));
          String address = AccountRules.address(email);
          return invite(caller, Optional.of(hat), address, bodyName, language);
        });
  }

  /// Invites somebody to work for a provider or for the centre.
  @UseCase(Act.ADMINISTER)
  public Secrets.Secret invite(
      Caller caller, Membership hat, String organisation, String email, Language language) {
    return threshold.cross(
        caller,
        Act.ADMINISTER,
        "invitation",
        () -> {
          String address = AccountRules.address(email);
          return invite(caller, Optional.of(hat), address, organisation, language);
        });
  }

  /// A link that makes the first administrator; the one before stops working. Empty when there is
  /// an administrator already.
  public Optional<Secrets.Secret> administratorLink() {
    return threshold
        .transactions()
        .asHouse(() -> {
          if (accounts.hasAdministrator()) {
            return Optional.empty();
          }
          Instant now = threshold.clock().instant();
          invitations.endAdministratorLinks(now);
          Secrets.Secret secret = Secrets.fresh();
          invitations.add(
              new Invitation(
                  secret.hash(),
                  Optional.empty(),
                  Optional.of(new Membership.OfCentre(CentreRole.ADMINISTRATOR)),
                  Optional.empty(),
                  now.plus(ADMINISTRATOR_LINK),
                  Optional.empty()));
          return Optional.of(secret);
        });
  }

  /// What an invitation gives, to show before it is accepted.
  ///
  /// @throws NotFound when there is no such link, or it was used or has expired
  @UseCase(Act.SIGN_IN)
  public Invitation invitation(Caller caller, String secret) {
    threshold.gate().require(caller, Act.SIGN_IN);
    return threshold.transactions().asHouse(() -> usable(secret));
  }

  /// Makes an account, or gives the hat to the one that has the address already, once its owner has
  /// signed in: the link alone, which whoever invites has seen too, never opens an account.
  ///
  /// @param email the address; the invitation's own counts when it has one
  /// @param password at least 12 characters; not read when the account exists and keeps its own
  /// @throws NotFound when there is no such link, or it was used or has expired
  /// @throws Denied when the account exists and the caller is not its owner
  @UseCase(Act.SIGN_IN)
  public Account accept(
      Caller caller, String secret, String email, String name, String password, Language language) {
    threshold.gate().require(caller, Act.SIGN_IN);
    return threshold
        .transactions()
        .asHouse(() -> {
          Invitation invitation = usable(secret);
          String address = invitation.email().orElseGet(() -> AccountRules.address(email));
          Optional<Account> known = accounts.findByEmail(address);
          known.ifPresent(account -> AccountRules.requireOwner(caller, invitation, account));
          boolean reset = invitation.membership().isEmpty();
          if (reset && known.isEmpty()) {
            throw new NotFound();
          }
          Account account = known.orElseGet(() -> fresh(address, name, password, language));
          invitation.membership().ifPresent(hat -> accounts.addMembership(account.id(), hat));
          if (!invitations.use(invitation.tokenHash(), threshold.clock().instant())) {
            throw new NotFound();
          }
          if (reset) {
            takeBack(account, password);
          }
          threshold.noteHouse(
              reset ? "RESET_PASSWORD" : "ACCEPT_INVITATION",
              invitation
                  .membership()
                  .filter(Membership.OfBody.class::isInstance)
                  .map(hat -> ((Membership.OfBody) hat).body()),
              "account " + account.id());
          return accounts.find(account.id()).orElseThrow();
        });
  }

  /// Sends a link to set a new password, if the address has an account and no link just left; the
  /// caller learns nothing of it.
  @UseCase(Act.SIGN_IN)
  public void forgotten(Caller caller, String email) {
    threshold.gate().require(caller, Act.SIGN_IN);
    String address = AccountRules.normal(email);
    threshold
        .transactions()
        .asHouse(() -> {
          accounts
              .findByEmail(address)
              .filter(account -> account.disabledAt().isEmpty())
              .filter(account -> !invitations.awaitsReset(account.email(), justSent()))
              .ifPresent(this::sendReset);
          return address;
        });
  }

  /// The people of a body.
  @UseCase(Act.SEE_BODY)
  public List<Account> ofBody(Caller caller, BodyId body) {
    return threshold.cross(caller, Act.SEE_BODY, body, "people", () -> accounts.ofBody(body));
  }

  /// Takes the hats of a person in a body off.
  @UseCase(Act.INVITE_TO_BODY)
  public void removeFromBody(Caller caller, BodyId body, AccountId person) {
    threshold.cross(
        caller,
        Act.INVITE_TO_BODY,
        body,
        "remove account " + person,
        () -> {
          Account account =
              accounts.ofBody(body).stream()
                  .filter(a -> a.id().equals(person))
                  .findFirst()
                  .orElseThrow(NotFound::new);
          AccountRules.requireMayAppoint(caller, body, account.memberships());
          account.memberships().stream()
              .filter(m -> m instanceof Membership.OfBody of && of.body().equals(body))
              .forEach(m -> accounts.removeMembership(person, m));
          return person;
        });
  }

  /// All accounts.
  @UseCase(Act.ADMINISTER)
  public List<Account> all(Caller caller) {
    return threshold.cross(caller, Act.ADMINISTER, "accounts", accounts::all);
  }

  /// Stops or allows signing in; nobody stops themselves.
  @UseCase(Act.ADMINISTER)
  public void setDisabled(Caller caller, AccountId person, boolean disabled) {
    threshold.cross(
        caller,
        Act.ADMINISTER,
        (disabled ? "disable account " : "enable account ") + person,
        () -> {
          if (caller.account().filter(person::equals).isPresent()) {
            throw new Conflict(
                new Text(
                    "Vous ne pouvez pas désactiver votre propre compte.",
                    "You cannot disable your own account."));
          }
          if (accounts.find(person).isEmpty()) {
            throw new NotFound();
          }
          accounts.setDisabled(
              person, disabled ? Optional.of(threshold.clock().instant()) : Optional.empty());
          return person;
        });
  }

  /// Changes one's own name and language.
  @UseCase(Act.USE_OWN_ACCOUNT)
  public void setProfile(Caller caller, String name, Language language) {
    threshold.cross(
        caller,
        Act.USE_OWN_ACCOUNT,
        "profile",
        () -> {
          String clean = AccountRules.name(name);
          accounts.setProfile(caller.account().orElseThrow(), clean, language);
          return clean;
        });
  }

  /// Changes one's own password.
  ///
  /// @throws Invalid when the present one is wrong, or the new one too weak
  @UseCase(Act.USE_OWN_ACCOUNT)
  public void changePassword(Caller caller, String present, String fresh) {
    threshold.cross(
        caller,
        Act.USE_OWN_ACCOUNT,
        "password",
        () -> {
          AccountRules.password(fresh);
          Account account =
              accounts.find(caller.account().orElseThrow()).orElseThrow(NotFound::new);
          if (account.passwordHash().isPresent()
              && !hasher.matches(present, account.passwordHash().get())) {
            throw new Invalid(
                "present",
                new Text(
                    "Le mot de passe actuel n’est pas le bon.",
                    "The present password is not right."));
          }
          accounts.setPassword(account.id(), hasher.hash(fresh));
          return account;
        });
  }

  /// One's own account.
  @UseCase(Act.USE_OWN_ACCOUNT)
  public Account own(Caller caller) {
    threshold.gate().require(caller, Act.USE_OWN_ACCOUNT);
    return threshold
        .transactions()
        .inside(
            caller, () -> accounts.find(caller.account().orElseThrow()).orElseThrow(NotFound::new));
  }

  /// One's own tokens.
  @UseCase(Act.USE_OWN_ACCOUNT)
  public List<ApiToken> tokens(Caller caller) {
    return ownTokens.all(caller);
  }

  /// A new token, of which the secret is shown once; never wider than the token that asks for it.
  @UseCase(Act.USE_OWN_ACCOUNT)
  public Secrets.Secret newToken(
      Caller caller, String label, Set<TokenScope> scopes, Duration validity) {
    return ownTokens.fresh(caller, label, scopes, validity);
  }

  /// Ends one of one's own tokens.
  @UseCase(Act.USE_OWN_ACCOUNT)
  public void revokeToken(Caller caller, UUID id) {
    ownTokens.revoke(caller, id);
  }

  private Secrets.Secret invite(
      Caller caller,
      Optional<Membership> hat,
      String address,
      String organisation,
      Language language) {
    Secrets.Secret secret = Secrets.fresh();
    Instant now = threshold.clock().instant();
    invitations.add(
        new Invitation(
            secret.hash(),
            Optional.of(address),
            hat,
            caller.account(),
            now.plus(INVITATION),
            Optional.empty()));
    letters.add(
        wording.invitation(address, caller.name(), organisation, secret.value(), language, now));
    return secret;
  }

  /// Gives an account back to whoever reads its mail: nobody else keeps a way in, neither by a
  /// passkey, nor by a program's token, nor by another link.
  private void takeBack(Account account, String password) {
    accounts.setPassword(account.id(), hasher.hash(AccountRules.password(password)));
    accounts.removePasskeys(account.id());
    tokens.revokeAll(account.id());
    invitations.endResets(account.email(), threshold.clock().instant());
  }

  private Instant justSent() {
    return threshold.clock().instant().plus(RESET).minus(BETWEEN_RESETS);
  }

  private void sendReset(Account account) {
    Secrets.Secret secret = Secrets.fresh();
    Instant now = threshold.clock().instant();
    invitations.add(
        new Invitation(
            secret.hash(),
            Optional.of(account.email()),
            Optional.empty(),
            Optional.empty(),
            now.plus(RESET),
            Optional.empty()));
    letters.add(wording.reset(account.email(), secret.value(), account.language(), now));
  }

  private Invitation usable(String secret) {
    return invitations
        .find(Secrets.hash(secret))
        .filter(i -> i.usedAt().isEmpty())
        .filter(i -> threshold.clock().instant().isBefore(i.expires()))
        .orElseThrow(NotFound::new);
  }

  private Account fresh(String address, String name, String password, Language language) {
    Account account =
        new Account(
            AccountId.random(),
            address,
            AccountRules.name(name),
            language,
            Optional.of(hasher.hash(AccountRules.password(password))),
            Set.of(),
            Optional.empty(),
            threshold.clock().instant());
    accounts.add(account);
    return account;
  }
}
