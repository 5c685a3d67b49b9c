package fr.bastide.web.access;

import fr.bastide.web.PublicAddress;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.databind.json.JsonMapper;

/// Sets WebAuthn (W3C, level 3) up for this site: a passkey must be found without typing an
/// address, and must check that its owner is there.
@Configuration(proxyBeanMethods = false)
class PasskeyRites {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Bean
  @Lazy
  WebAuthnRelyingPartyOperations passkeyOperations(
      AccountEntities entities, HouseCredentials credentials, PublicAddress address) {
    Webauthn4JRelyingPartyOperations operations =
        new Webauthn4JRelyingPartyOperations(
            entities,
            credentials,
            PublicKeyCredentialRpEntity.builder().id(address.host()).name("Bastide").build(),
            Set.of(address.toString()));
    operations.setCustomizeCreationOptions(options ->
        options
            .timeout(PATIENCE)
            .authenticatorSelection(
                AuthenticatorSelectionCriteria.builder()
                    .residentKey(ResidentKeyRequirement.REQUIRED)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build()));
    operations.setCustomizeRequestOptions(options ->
        options.timeout(PATIENCE).userVerification(UserVerificationRequirement.REQUIRED));
    return operations;
  }

  /// Reads and writes what browsers exchange with us; its own, so that the API's JSON stays its
  /// own.
  @Bean(defaultCandidate = false)
  @Lazy
  JsonMapper passkeyJson() {
    return JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  }
}
