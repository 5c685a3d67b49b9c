package fr.bastide.web.access;

import fr.bastide.web.PublicAddress;
import fr.bastide.web.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/// The one identity provider. Its description is fetched when somebody first signs in with it, so
/// that a provider that is down does not keep us from starting.
@Component
class OidcProvider implements ClientRegistrationRepository {

  /// Its name in our URLs.
  static final String ID = "oidc";

  private final Settings.Oidc settings;
  private final PublicAddress address;
  private volatile Optional<ClientRegistration> known = Optional.empty();

  OidcProvider(Settings settings, PublicAddress address) {
    this.settings = settings.oidc();
    this.address = address;
  }

  /// Whether the administrator named one.
  boolean exists() {
    return settings.issuer().isPresent();
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    if (!id.equals(ID) || settings.issuer().isEmpty()) {
      return null;
    }
    if (known.isEmpty()) {
      known = Optional.of(discover(settings.issuer().get()));
    }
    return known.get();
  }

  private ClientRegistration discover(String issuer) {
    return ClientRegistrations.fromOidcIssuerLocation(issuer)
        .registrationId(ID)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .clientName(settings.name())
        .scope("openid", "email", "profile")
        .redirectUri(address + "/login/oauth2/code/" + ID)
        .build();
  }
}
