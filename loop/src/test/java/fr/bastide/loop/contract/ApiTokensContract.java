package fr.bastide.loop.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.account.ApiToken;
import fr.bastide.loop.account.ApiTokens;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What [ApiTokens] promises.
public abstract class ApiTokensContract extends Contract {

  private ApiTokens tokens() {
    return ports().apiTokens();
  }

  private ApiToken kept(AccountId owner, Optional<Instant> lastUsed, TokenScope... scopes) {
    ApiToken token =
        new ApiToken(
            UUID.randomUUID(),
            owner,
            "Tableau de bord d’été",
            hash(),
            Set.of(scopes),
            Samples.NOON.plusSeconds(3600),
            lastUsed);
    byHouse(() -> tokens().add(token));
    return token;
  }

  @Test
  void comesBackAsItWasKept() {
    AccountId owner = existingAccount();
    ApiToken all = kept(owner, Optional.of(Samples.NOON), TokenScope.values());
    ApiToken one = kept(owner, Optional.empty(), TokenScope.PLANS_READ);
    assertThat(asHouse(() -> tokens().find(all.tokenHash()))).contains(all);
    assertThat(asHouse(() -> tokens().find(one.tokenHash()))).contains(one);
    assertThat(asHouse(() -> tokens().find(hash()))).isEmpty();
  }

  @Test
  void listsThoseOfAPersonNewestFirst() {
    AccountId owner = existingAccount();
    ApiToken first = kept(owner, Optional.empty(), TokenScope.ADMIN);
    kept(existingAccount(), Optional.empty(), TokenScope.ADMIN);
    ApiToken second = kept(owner, Optional.empty(), TokenScope.ADMIN);
    assertThat(asHouse(() -> tokens().of(owner))).containsExactly(second, first);
  }

  @Test
  void allOfAPersonEndTogether() {
    AccountId owner = existingAccount();
    ApiToken foreign = kept(existingAccount(), Optional.empty(), TokenScope.ADMIN);
    kept(owner, Optional.empty(), TokenScope.ADMIN);
    kept(owner, Optional.empty(), TokenScope.PLANS_READ);
    byHouse(() -> tokens().revokeAll(owner));
    assertThat(asHouse(() -> tokens().of(owner))).isEmpty();
    assertThat(asHouse(() -> tokens().find(foreign.tokenHash()))).contains(foreign);
  }

  @Test
  void endsForItsOwnerAlone() {
    AccountId owner = existingAccount();
    AccountId stranger = existingAccount();
    ApiToken token = kept(owner, Optional.empty(), TokenScope.ADMIN);
    byHouse(() -> tokens().revoke(stranger, token.id()));
    assertThat(asHouse(() -> tokens().find(token.tokenHash()))).isPresent();
    byHouse(() -> tokens().revoke(owner, token.id()));
    assertThat(asHouse(() -> tokens().find(token.tokenHash()))).isEmpty();
    assertThat(asHouse(() -> tokens().of(owner))).isEmpty();
  }

  @Test
  void remembersWhenItWasUsed() {
    AccountId owner = existingAccount();
    ApiToken used = kept(owner, Optional.empty(), TokenScope.ADMIN);
    ApiToken idle = kept(owner, Optional.empty(), TokenScope.ADMIN);
    byHouse(() -> tokens().used(used.id(), Samples.NOON));
    assertThat(asHouse(() -> tokens().find(used.tokenHash())).orElseThrow().lastUsed())
        .contains(Samples.NOON);
    assertThat(asHouse(() -> tokens().find(idle.tokenHash()))).contains(idle);
  }
}
