package fr.bastide.loop.account;

import fr.bastide.kernel.Text;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.access.TokenScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The tokens that people make for their own programs.
final class OwnTokens {

  private static final int MAX_TOKENS = 50;

  private final Threshold threshold;
  private final ApiTokens tokens;

  OwnTokens(Threshold threshold, ApiTokens tokens) {
    this.threshold = threshold;
    this.tokens = tokens;
  }

  List<ApiToken> all(Caller caller) {
    threshold.gate().require(caller, Act.USE_OWN_ACCOUNT);
    return threshold.transactions().inside(caller, () -> tokens.of(caller.account().orElseThrow()));
  }

  Secrets.Secret fresh(Caller caller, String label, Set<TokenScope> scopes, Duration validity) {
    UUID id = UUID.randomUUID();
    return threshold.cross(
        caller,
        Act.USE_OWN_ACCOUNT,
        "token " + id,
        () -> {
          requireNotWider(caller, scopes);
          requireSane(scopes, validity);
          String clean = AccountRules.name(label);
          AccountId owner = caller.account().orElseThrow();
          if (tokens.of(owner).size() >= MAX_TOKENS) {
            throw new Conflict(
                new Text(
                    "Vous avez déjà 50 jetons\u00a0: supprimez-en d’abord.",
                    "You have 50 tokens already: delete some first."));
          }
          Secrets.Secret secret = Secrets.fresh();
          Instant expires = threshold.clock().instant().plus(validity);
          tokens.add(
              new ApiToken(
                  id,
                  owner,
                  clean,
                  secret.hash(),
                  new HashSet<>(scopes),
                  expires,
                  Optional.empty()));
          return secret;
        });
  }

  void revoke(Caller caller, UUID id) {
    threshold.cross(
        caller,
        Act.USE_OWN_ACCOUNT,
        "end token " + id,
        () -> {
          tokens.revoke(caller.account().orElseThrow(), id);
          return id;
        });
  }

  private static void requireSane(Set<TokenScope> scopes, Duration validity) {
    if (scopes.isEmpty() || validity.toDays() < 1 || validity.toDays() > 366) {
      throw new Invalid(
          "scopes",
          new Text(
              "Choisissez au moins une portée et une durée d’un jour à un an.",
              "Choose at least one scope and a validity of one day to one year."));
    }
  }

  private static void requireNotWider(Caller caller, Set<TokenScope> scopes) {
    if (caller.scopes().filter(own -> !own.containsAll(scopes)).isPresent()) {
      throw new Denied(
          new Text(
              "Un jeton ne peut pas en créer un de portée plus large que la sienne.",
              "A token cannot make another one with a wider scope than its own."));
    }
  }
}
