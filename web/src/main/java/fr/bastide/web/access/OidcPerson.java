package fr.bastide.web.access;

import fr.bastide.loop.account.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// Somebody whom the identity provider vouches for, and who has an account here.
final class OidcPerson extends DefaultOidcUser {

  private static final long serialVersionUID = 1L;

  private final transient Account account;

  OidcPerson(OidcUser user, Account account) {
    super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
    this.account = account;
  }

  Account account() {
    return account;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OidcPerson that && super.equals(other) && account.equals(that.account);
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + account.hashCode();
  }
}
