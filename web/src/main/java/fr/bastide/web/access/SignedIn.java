package fr.bastide.web.access;

import fr.bastide.loop.account.Account;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// Somebody who has proven who it is. It holds no right: rights are looked up for each act.
final class SignedIn extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Account account;

  SignedIn(Account account) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.account = account;
    setAuthenticated(true);
  }

  Account account() {
    return account;
  }

  @Override
  public Object getPrincipal() {
    return account;
  }

  /// The account's identifier: what Spring calls a user name.
  @Override
  public String getName() {
    return account.id().toString();
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn that && account.equals(that.account);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(account);
  }
}
