package fr.bastide.web.admin;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.mandate.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the page shows.
///
/// @param accounts those that fit what was typed, at most a hundred
/// @param total how many fit
/// @param typed what was typed
/// @param self the account of whoever looks
/// @param providers the firms
/// @param draft what was typed to invite somebody
/// @param wrong what is wrong with it
/// @param link the link of the invitation just made, shown once
/// @param saved whether something was just done
public record AccountsView(
    List<Account> accounts,
    int total,
    String typed,
    Optional<AccountId> self,
    List<Provider> providers,
    GuestDraft draft,
    Optional<Wrong> wrong,
    Optional<String> link,
    boolean saved) {

  /// The name of a provider.
  public String provider(ProviderId id) {
    Map<ProviderId, String> names =
        providers.stream().collect(Collectors.toMap(Provider::id, Provider::name));
    return names.getOrDefault(id, id.toString());
  }

  /// The page of a body.
  public String body(BodyId id) {
    return "/bodies/" + id;
  }
}
