package fr.bastide.web.access;

import fr.bastide.loop.access.Caller;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.SignInDesk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Signing in through the identity provider. It proves an address; the account must exist already,
/// and nobody gets one by coming this way.
@Component
class OidcDoor {

  private static final Logger LOG = LoggerFactory.getLogger(OidcDoor.class);
  private static final String NO_ACCOUNT = "no_account";
  private static final String NOT_VERIFIED = "address_not_verified";

  private final OidcProvider provider;
  private final OidcErrands errands;
  private final ObjectProvider<SignInDesk> desk;
  private final Entrance entrance;
  private final OidcUserService users = new OidcUserService();

  OidcDoor(
      OidcProvider provider,
      OidcErrands errands,
      ObjectProvider<SignInDesk> desk,
      Entrance entrance) {
    this.provider = provider;
    this.errands = errands;
    this.desk = desk;
    this.entrance = entrance;
  }

  /// Whether there is an identity provider.
  boolean exists() {
    return provider.exists();
  }

  void open(OAuth2LoginConfigurer<HttpSecurity> login) {
    DefaultOAuth2AuthorizationRequestResolver resolver =
        new DefaultOAuth2AuthorizationRequestResolver(provider);
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    login
        .loginPage("/sign-in")
        .clientRegistrationRepository(provider)
        .authorizedClientRepository(new NothingKept())
        .authorizationEndpoint(endpoint ->
            endpoint.authorizationRequestRepository(errands).authorizationRequestResolver(resolver))
        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(this::person))
        .successHandler(this::welcome)
        .failureHandler(this::refuse);
  }

  private OidcUser person(OidcUserRequest request) {
    OidcUser user = users.loadUser(request);
    if (!Boolean.TRUE.equals(user.getEmailVerified())) {
      throw new OAuth2AuthenticationException(new OAuth2Error(NOT_VERIFIED));
    }
    Account account =
        Optional.ofNullable(user.getEmail())
            .flatMap(email -> desk.getObject().provenByEmail(Caller.VISITOR, email))
            .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(NO_ACCOUNT)));
    return new OidcPerson(user, account);
  }

  private void welcome(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof OidcPerson person)) {
      throw new IllegalStateException("the identity provider’s answer was not bound to an account");
    }
    response.sendRedirect(entrance.welcome(person.account(), request, response));
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String code =
        failure instanceof OAuth2AuthenticationException oauth
            ? oauth.getError().getErrorCode()
            : "";
    String why =
        switch (code) {
          case NO_ACCOUNT -> "no-account";
          case NOT_VERIFIED -> "not-verified";
          default -> {
            LOG.warn("the identity provider’s answer was refused: {}", code);
            yield "provider";
          }
        };
    response.sendRedirect("/sign-in?failed=" + why);
  }

  /// The provider's tokens proved an address and are of no further use.
  private static final class NothingKept implements OAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String id, Authentication person, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String id,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {}
  }
}
