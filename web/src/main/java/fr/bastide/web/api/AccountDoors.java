package fr.bastide.web.api;

import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.ApiToken;
import fr.bastide.loop.account.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// One's own account and the tokens of one's programs.
@Controller
@RequestMapping(Apis.V1 + "/account")
class AccountDoors {

  private final AccountDesk accounts;

  AccountDoors(AccountDesk accounts) {
    this.accounts = accounts;
  }

  /// An account, as its owner and administrators see it.
  record Person(
      AccountId id,
      String email,
      String name,
      Language language,
      Set<Membership> memberships,
      Optional<Instant> disabledAt,
      Instant createdAt) {

    static Person of(Account account) {
      return new Person(
          account.id(),
          account.email(),
          account.name(),
          account.language(),
          account.memberships(),
          account.disabledAt(),
          account.createdAt());
    }
  }

  /// A token, without its secret.
  record Token(
      UUID id, String label, Set<TokenScope> scopes, Instant expires, Optional<Instant> lastUsed) {

    static Token of(ApiToken token) {
      return new Token(
          token.id(), token.label(), token.scopes(), token.expires(), token.lastUsed());
    }
  }

  /// What one is called, and the language in which one reads.
  record SentProfile(String name, Language language) {}

  /// A token to make.
  ///
  /// @param scopes such as `plans:read`
  /// @param days how long it works
  record SentToken(String label, Set<TokenScope> scopes, int days) {}

  /// The secret of a new token; shown once.
  record Secret(String token) {}

  @Door(act = Act.USE_OWN_ACCOUNT, fr = "Son propre compte.", en = "One’s own account.")
  @GetMapping
  Reply<Person> own(Caller caller) {
    return Reply.of(Person.of(accounts.own(caller)));
  }

  @Door(
      act = Act.USE_OWN_ACCOUNT,
      fr = "Change son nom et sa langue.",
      en = "Changes one’s name and language.")
  @PutMapping(consumes = Apis.JSON)
  Reply<Person> profile(Caller caller, @Sent SentProfile sent) {
    accounts.setProfile(caller, sent.name(), sent.language());
    return Reply.of(Person.of(accounts.own(caller)));
  }

  @Door(
      act = Act.USE_OWN_ACCOUNT,
      fr = "Ses jetons, sans leur secret.",
      en = "One’s tokens, without their secret.")
  @GetMapping("/tokens")
  Reply<List<Token>> tokens(Caller caller) {
    return Reply.of(accounts.tokens(caller).stream().map(Token::of).toList());
  }

  @Door(
      act = Act.USE_OWN_ACCOUNT,
      fr = "Crée un jeton, jamais plus large que celui qui le demande.",
      en = "Makes a token, never wider than the one that asks.",
      status = 201)
  @PostMapping(path = "/tokens", consumes = Apis.JSON)
  Reply<Secret> newToken(Caller caller, @Sent SentToken sent) {
    Secrets.Secret secret =
        accounts.newToken(caller, sent.label(), sent.scopes(), Duration.ofDays(sent.days()));
    return Reply.created(new Secret(secret.value()));
  }

  @Door(
      act = Act.USE_OWN_ACCOUNT,
      fr = "Met fin à l’un de ses jetons.",
      en = "Ends one of one’s tokens.",
      status = 204)
  @DeleteMapping("/tokens/{token}")
  Reply<Void> revoke(Caller caller, @PathVariable String token) {
    accounts.revokeToken(caller, Apis.uuid(token));
    return Reply.done();
  }
}
