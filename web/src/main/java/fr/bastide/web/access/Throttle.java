package fr.bastide.web.access;

import fr.bastide.loop.AccountId;
import fr.bastide.web.frame.ErrorPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Bounds what is dear and may be asked for again and again: letters, guesses of a password,
/// calculations without an account. A whole town hall shares one network address, so the bounds on
/// addresses are wide.
final class Throttle extends OncePerRequestFilter {

  private static final List<Bound> BOUNDS =
      List.of(
          new Bound("/sign-in/forgotten", By.NETWORK, 30, Duration.ofHours(1)),
          new Bound("/account/password", By.ACCOUNT, 10, Duration.ofHours(1)),
          new Bound("/api/v1/account/password", By.ACCOUNT, 10, Duration.ofHours(1)),
          new Bound("/invitation/", By.NETWORK, 60, Duration.ofMinutes(5)),
          new Bound("/flash", By.NETWORK, 120, Duration.ofMinutes(1)),
          // A form that saves while it is typed sends often; a first answer comes once.
          new Bound("/report/", By.NETWORK, 900, Duration.ofMinutes(10)),
          new Bound("/report", By.NETWORK, 40, Duration.ofMinutes(10)),
          new Bound("/api/v1/flash", By.NETWORK, 120, Duration.ofMinutes(1)));

  /// Who is counted.
  private enum By {
    NETWORK,
    ACCOUNT
  }

  private record Bound(String path, By by, int most, Duration window) {}

  private final Meter meter;
  private final ErrorPages errors;
  private final InstantSource clock;

  Throttle(Meter meter, ErrorPages errors, InstantSource clock) {
    this.meter = meter;
    this.errors = errors;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Duration> wait =
        BOUNDS.stream()
            .filter(bound -> request.getRequestURI().startsWith(bound.path()))
            .findFirst()
            .flatMap(bound ->
                meter.pass(key(bound, request), bound.most(), bound.window(), clock.instant()));
    if (wait.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
    errors.write(HttpStatus.TOO_MANY_REQUESTS, request, response);
  }

  private static String key(Bound bound, HttpServletRequest request) {
    Optional<AccountId> account =
        bound.by() == By.ACCOUNT ? Callers.present().account() : Optional.empty();
    return bound.path() + " " + account.map(AccountId::toString).orElse(request.getRemoteAddr());
  }
}
