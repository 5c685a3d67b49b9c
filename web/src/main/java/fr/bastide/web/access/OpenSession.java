package fr.bastide.web.access;

import fr.bastide.loop.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;

/// What a session holds: texts alone, so that the database never holds a serialized object.
final class OpenSession {

  /// A session ends after this time without a request…
  static final Duration IDLE = Duration.ofHours(8);

  /// …and after this time in any case.
  static final Duration LONGEST = Duration.ofDays(7);

  /// A session in which nobody has signed in yet.
  static final Duration WAITING = Duration.ofMinutes(10);

  /// Attributes; the account is also the name under which a person's sessions are found.
  static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

  static final String SINCE = "bastide.since";
  static final String AGENT = "bastide.agent";
  static final String HOUSE = "bastide.house";

  private final HttpSession session;

  private OpenSession(HttpSession session) {
    this.session = session;
  }

  /// The session of a request, if it has one.
  static Optional<OpenSession> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false)).map(OpenSession::new);
  }

  /// The session of a request; a new one when it has none.
  static OpenSession begin(HttpServletRequest request) {
    return of(request)
        .orElseGet(() -> {
          HttpSession session = request.getSession(true);
          session.setMaxInactiveInterval((int) WAITING.toSeconds());
          return new OpenSession(session);
        });
  }

  /// Keeps who signed in.
  void keep(AccountId account, Instant now, String agent, Optional<String> house) {
    session.setAttribute(ACCOUNT, account.toString());
    session.setAttribute(SINCE, now.toString());
    session.setAttribute(AGENT, agent);
    house.ifPresent(name -> session.setAttribute(HOUSE, name));
    session.setMaxInactiveInterval((int) IDLE.toSeconds());
  }

  /// Who signed in here, if the session is not too old.
  Optional<AccountId> account(Instant now) {
    return text(SINCE)
        .map(Instant::parse)
        .filter(since -> now.isBefore(since.plus(LONGEST)))
        .flatMap(since -> text(ACCOUNT))
        .map(id -> new AccountId(UUID.fromString(id)));
  }

  /// How the header names the house the person works for.
  Optional<String> house() {
    return text(HOUSE);
  }

  /// Puts a text aside until [#take].
  void put(String name, String text) {
    session.setAttribute(name, text);
  }

  /// Takes a text that was put aside; it is gone afterwards, so that it serves once.
  Optional<String> take(String name) {
    Optional<String> text = text(name);
    session.removeAttribute(name);
    return text;
  }

  /// A text that was put aside, which stays.
  Optional<String> text(String name) {
    return session.getAttribute(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /// Ends the session.
  void end() {
    session.invalidate();
  }
}
