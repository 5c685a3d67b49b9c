package fr.bastide.web.access;

import com.webauthn4j.util.exception.WebAuthnException;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.SignInDesk;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What our script exchanges with us to add a passkey and to sign in with one. The challenge is
/// kept in the session and serves once.
@RestController
class PasskeyDoors {

  private static final String ADDING = "bastide.passkey.adding";
  private static final String ENTERING = "bastide.passkey.entering";
  private static final int MAX_LABEL = 60;

  private final ObjectProvider<WebAuthnRelyingPartyOperations> operations;
  private final ObjectProvider<JsonMapper> json;
  private final ObjectProvider<SignInDesk> desk;
  private final AccountDesk accounts;
  private final Entrance entrance;

  PasskeyDoors(
      ObjectProvider<WebAuthnRelyingPartyOperations> operations,
      @Qualifier("passkeyJson") ObjectProvider<JsonMapper> json,
      ObjectProvider<SignInDesk> desk,
      AccountDesk accounts,
      Entrance entrance) {
    this.operations = operations;
    this.json = json;
    this.desk = desk;
    this.accounts = accounts;
    this.entrance = entrance;
  }

  @Requires(Act.USE_OWN_ACCOUNT)
  @PostMapping(value = "/account/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
  String adding(Caller caller, HttpServletRequest request) {
    accounts.own(caller);
    PublicKeyCredentialCreationOptions options = creation();
    OpenSession.begin(request).put(ADDING, options.getChallenge().toBase64UrlString());
    return json.getObject().writeValueAsString(options);
  }

  @Requires(Act.USE_OWN_ACCOUNT)
  @PostMapping(value = "/account/passkeys", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> add(
      Caller caller,
      @RequestParam(defaultValue = "") String label,
      @RequestBody String body,
      HttpServletRequest request) {
    accounts.own(caller);
    String name = label.strip();
    if (name.isEmpty() || name.length() > MAX_LABEL) {
      throw new Invalid(
          "label",
          new Text(
              "Donnez un nom à cette clé, de 60 caractères au plus.",
              "Give this passkey a name of at most 60 characters."));
    }
    PublicKeyCredentialCreationOptions fresh = creation();
    PublicKeyCredentialCreationOptions asked =
        PublicKeyCredentialCreationOptions.builder()
            .rp(fresh.getRp())
            .user(fresh.getUser())
            .challenge(challenge(request, ADDING))
            .pubKeyCredParams(fresh.getPubKeyCredParams())
            .timeout(fresh.getTimeout())
            .excludeCredentials(fresh.getExcludeCredentials())
            .authenticatorSelection(fresh.getAuthenticatorSelection())
            .attestation(fresh.getAttestation())
            .extensions(fresh.getExtensions())
            .build();
    PublicKeyCredential<AuthenticatorAttestationResponse> made =
        read(body, new TypeReference<>() {});
    try {
      operations
          .getObject()
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  asked, new RelyingPartyPublicKey(made, name)));
    } catch (WebAuthnException | IllegalArgumentException refused) {
      throw notTaken(refused);
    }
    return Map.of("then", "/account?done=passkey#passkeys");
  }

  @Requires(Act.SIGN_IN)
  @PostMapping(value = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  String entering(HttpServletRequest request) {
    PublicKeyCredentialRequestOptions options = asking();
    OpenSession.begin(request).put(ENTERING, options.getChallenge().toBase64UrlString());
    return json.getObject().writeValueAsString(options);
  }

  @Requires(Act.SIGN_IN)
  @PostMapping(value = "/sign-in/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> enter(
      @RequestParam(defaultValue = "") String then,
      @RequestBody String body,
      HttpServletRequest request,
      HttpServletResponse response) {
    PublicKeyCredentialRequestOptions fresh = asking();
    PublicKeyCredentialRequestOptions asked =
        PublicKeyCredentialRequestOptions.builder()
            .challenge(challenge(request, ENTERING))
            .rpId(fresh.getRpId())
            .timeout(fresh.getTimeout())
            .allowCredentials(fresh.getAllowCredentials())
            .userVerification(fresh.getUserVerification())
            .extensions(fresh.getExtensions())
            .build();
    PublicKeyCredential<AuthenticatorAssertionResponse> shown =
        read(body, new TypeReference<>() {});
    PublicKeyCredentialUserEntity entity;
    try {
      entity =
          operations.getObject().authenticate(new RelyingPartyAuthenticationRequest(asked, shown));
    } catch (WebAuthnException | IllegalArgumentException refused) {
      throw notTaken(refused);
    }
    Account account =
        Optional.ofNullable(entity)
            .flatMap(found -> AccountEntities.accountId(found.getId()))
            .flatMap(id -> desk.getObject().proven(Caller.VISITOR, id))
            .orElseThrow(PasskeyDoors::unknown);
    String first = entrance.welcome(account, request, response);
    return Map.of("then", Then.safe(then).orElse(first));
  }

  private PublicKeyCredentialCreationOptions creation() {
    return operations
        .getObject()
        .createPublicKeyCredentialCreationOptions(
            new ImmutablePublicKeyCredentialCreationOptionsRequest(
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())));
  }

  private PublicKeyCredentialRequestOptions asking() {
    return operations
        .getObject()
        .createCredentialRequestOptions(
            new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
  }

  private static Bytes challenge(HttpServletRequest request, String name) {
    return OpenSession.of(request)
        .flatMap(session -> session.take(name))
        .map(Bytes::fromBase64)
        .orElseThrow(PasskeyDoors::unknown);
  }

  private <T> T read(String body, TypeReference<T> type) {
    try {
      return json.getObject().readValue(body, type);
    } catch (JacksonException e) {
      throw unknown();
    }
  }

  private static Denied unknown() {
    return new Denied(
        new Text(
            "Cette clé n’a pas été reconnue. Réessayez, ou connectez-vous avec votre mot de passe.",
            "This passkey was not recognised. Try again, or sign in with your password."));
  }

  private static Denied notTaken(RuntimeException refused) {
    Denied denied = unknown();
    denied.addSuppressed(refused);
    return denied;
  }
}
