package fr.bastide.loop.memory;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.account.ApiToken;
import fr.bastide.loop.account.ApiTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Tokens in memory.
public final class MemoryApiTokens implements ApiTokens, Undoable {

  private final List<ApiToken> tokens = new ArrayList<>();

  @Override
  public void add(ApiToken token) {
    tokens.addFirst(token);
  }

  @Override
  public Optional<ApiToken> find(String tokenHash) {
    return tokens.stream().filter(t -> t.tokenHash().equals(tokenHash)).findFirst();
  }

  @Override
  public List<ApiToken> of(AccountId owner) {
    return tokens.stream().filter(t -> t.owner().equals(owner)).toList();
  }

  @Override
  public void revoke(AccountId owner, UUID id) {
    tokens.removeIf(t -> t.owner().equals(owner) && t.id().equals(id));
  }

  @Override
  public void revokeAll(AccountId owner) {
    tokens.removeIf(t -> t.owner().equals(owner));
  }

  @Override
  public void used(UUID id, Instant at) {
    tokens.replaceAll(t ->
        t.id().equals(id)
            ? new ApiToken(
                t.id(),
                t.owner(),
                t.label(),
                t.tokenHash(),
                t.scopes(),
                t.expires(),
                Optional.of(at))
            : t);
  }

  @Override
  public Runnable remember() {
    List<ApiToken> before = List.copyOf(tokens);
    return () -> {
      tokens.clear();
      tokens.addAll(before);
    };
  }
}
