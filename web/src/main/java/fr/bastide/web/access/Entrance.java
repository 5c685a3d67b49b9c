package fr.bastide.web.access;

import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.web.Settings;
import fr.bastide.web.frame.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/// The one way in: whoever has proven who it is, by whatever means, gets its session here.
@Component
class Entrance {

  private final InstantSource clock;
  private final ObjectProvider<BodyDesk> bodies;
  private final Settings settings;
  private final CsrfTokenRepository csrf;
  private final List<Landing> landings;

  Entrance(
      InstantSource clock,
      ObjectProvider<BodyDesk> bodies,
      Settings settings,
      CsrfTokenRepository csrf,
      List<Landing> landings) {
    this.clock = clock;
    this.bodies = bodies;
    this.settings = settings;
    this.csrf = csrf;
    this.landings = landings;
  }

  /// Opens the session of a person, under a new identifier and with a new proof for its forms.
  ///
  /// @return where the person goes first
  String welcome(Account account, HttpServletRequest request, HttpServletResponse response) {
    OpenSession session = OpenSession.begin(request);
    request.changeSessionId();
    csrf.saveToken(null, request, response);
    session.keep(
        account.id(),
        clock.instant(),
        Agents.name(Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))),
        house(account));
    Preferences.keepLanguage(account.language(), request, response);
    SecurityContextHolder.setContext(new SecurityContextImpl(new SignedIn(account)));
    return first(account.caller());
  }

  /// Closes the session of a person.
  void farewell(HttpServletRequest request, HttpServletResponse response) {
    OpenSession.of(request).ifPresent(OpenSession::end);
    csrf.saveToken(null, request, response);
    SecurityContextHolder.clearContext();
  }

  /// Where this caller goes when nothing else was asked for.
  String first(Caller caller) {
    return landings.stream()
        .map(landing -> landing.path(caller))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse("/account");
  }

  private Optional<String> house(Account account) {
    boolean centre = account.memberships().stream().anyMatch(Membership.OfCentre.class::isInstance);
    if (centre) {
      return settings.centre().name();
    }
    var own = bodies.getObject().mine(account.caller());
    return own.size() == 1 ? Optional.of(own.getFirst().name()) : Optional.empty();
  }
}
