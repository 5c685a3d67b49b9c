package fr.bastide.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Remembers, in the session and as a text, what we asked the identity provider: what came back
/// must answer exactly that, once.
@Component
class OidcErrands implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final String ERRAND = "bastide.oidc";
  private static final String AUTHORIZATION_URI = "authorization_uri";

  private final JsonMapper json;

  OidcErrands(JsonMapper json) {
    this.json = json;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return OpenSession.of(request)
        .flatMap(session -> session.text(ERRAND))
        .flatMap(text -> read(text, request))
        .orElse(null);
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest asked,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (asked == null) {
      OpenSession.of(request).ifPresent(session -> session.take(ERRAND));
      return;
    }
    Map<String, String> kept = new LinkedHashMap<>();
    kept.put(AUTHORIZATION_URI, asked.getAuthorizationUri());
    kept.put(OAuth2ParameterNames.CLIENT_ID, asked.getClientId());
    kept.put(
        OAuth2ParameterNames.REDIRECT_URI, Optional.ofNullable(asked.getRedirectUri()).orElse(""));
    kept.put(OAuth2ParameterNames.STATE, Optional.ofNullable(asked.getState()).orElse(""));
    kept.put(OAuth2ParameterNames.SCOPE, String.join(" ", asked.getScopes()));
    attributes()
        .forEach(name -> {
          if (asked.getAttribute(name) instanceof String value) {
            kept.put(name, value);
          }
        });
    OpenSession.begin(request).put(ERRAND, json.writeValueAsString(kept));
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return OpenSession.of(request)
        .flatMap(session -> session.take(ERRAND))
        .flatMap(text -> read(text, request))
        .orElse(null);
  }

  private Optional<OAuth2AuthorizationRequest> read(String text, HttpServletRequest request) {
    Map<String, String> kept = json.readValue(text, new TypeReference<>() {});
    String state = kept.getOrDefault(OAuth2ParameterNames.STATE, "");
    if (state.isEmpty() || !state.equals(request.getParameter(OAuth2ParameterNames.STATE))) {
      return Optional.empty();
    }
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes()
        .filter(kept::containsKey)
        .forEach(name -> attributes.put(name, kept.getOrDefault(name, "")));
    return Optional.of(
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(kept.getOrDefault(AUTHORIZATION_URI, ""))
            .clientId(kept.getOrDefault(OAuth2ParameterNames.CLIENT_ID, ""))
            .redirectUri(kept.getOrDefault(OAuth2ParameterNames.REDIRECT_URI, ""))
            .scope(kept.getOrDefault(OAuth2ParameterNames.SCOPE, "").split(" "))
            .state(state)
            .attributes(attributes)
            .build());
  }

  private static Stream<String> attributes() {
    return Stream.of(
        OAuth2ParameterNames.REGISTRATION_ID,
        OidcParameterNames.NONCE,
        PkceParameterNames.CODE_VERIFIER);
  }
}
