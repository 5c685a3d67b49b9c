package fr.bastide.web.access;

import fr.bastide.kernel.Text;
import fr.bastide.loop.account.SignInDesk;
import fr.bastide.web.PublicAddress;
import fr.bastide.web.frame.ErrorPages;
import jakarta.servlet.DispatcherType;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/// What guards every request. Who may do what is not decided here but in the use cases, behind
/// every door alike; here it is proven who comes, and that a form is ours.
@Configuration(proxyBeanMethods = false)
class WebSecurity {

  private static final Text SIGN_IN =
      new Text("Connectez-vous pour continuer.", "Sign in to continue.");

  private final ErrorPages errors;
  private final InstantSource clock;
  private final Meter meter = new Meter();

  WebSecurity(ErrorPages errors, InstantSource clock) {
    this.errors = errors;
    this.clock = clock;
  }

  /// The API: tokens alone, no session, and therefore no forged form to fear.
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ObjectProvider<SignInDesk> desk) {
    return http.securityMatcher("/api/**")
        .headers(SecurityHeaders::apply)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new TokenFilter(desk, errors), AuthorizationFilter.class)
        .addFilterBefore(new Throttle(meter, errors, clock), AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .exceptionHandling(this::failures)
        .build();
  }

  /// The pages.
  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http, SessionContext context, CsrfTokenRepository csrf, OidcDoor oidc) {
    http.headers(SecurityHeaders::apply)
        .csrf(forms -> protect(forms, csrf))
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .securityContext(security -> security.securityContextRepository(context))
        .addFilterBefore(new Throttle(meter, errors, clock), AuthorizationFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/account/**")
                .authenticated()
                .anyRequest()
                .permitAll())
        .exceptionHandling(this::failures);
    if (oidc.exists()) {
      http.oauth2Login(oidc::open);
    }
    return http.build();
  }

  @Bean
  CsrfTokenRepository csrfTokens(PublicAddress address) {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(address.secure() ? "__Host-bastide-form" : "bastide-form");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).secure(address.secure()).sameSite("Strict"));
    return tokens;
  }

  private static void protect(CsrfConfigurer<HttpSecurity> forms, CsrfTokenRepository tokens) {
    forms.csrfTokenRepository(tokens);
  }

  private void failures(ExceptionHandlingConfigurer<HttpSecurity> failures) {
    failures
        .accessDeniedHandler(
            (request, response, denied) -> errors.write(HttpStatus.FORBIDDEN, request, response))
        .authenticationEntryPoint(
            (request, response, failure) -> errors.askToSignIn(SIGN_IN, request, response));
  }
}
