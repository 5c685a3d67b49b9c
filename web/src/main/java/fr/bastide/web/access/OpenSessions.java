package fr.bastide.web.access;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.account.Secrets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// The open sessions of a person, to list and to end.
@Component
public class OpenSessions {

  private static final int HANDLE = 16;

  private final FindByIndexNameSessionRepository<? extends Session> sessions;

  OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
    this.sessions = sessions;
  }

  /// One open session.
  ///
  /// @param handle names it without giving its secret away
  /// @param agent the browser and the system, such as `Firefox, Linux`
  /// @param since when the person signed in
  /// @param lastSeen when it was last used
  public record Listed(String handle, String agent, Instant since, Instant lastSeen) {}

  /// The sessions in which this person is signed in, the latest used first.
  public List<Listed> of(AccountId account) {
    return sessions.findByPrincipalName(account.toString()).values().stream()
        .map(Session.class::cast)
        .filter(session -> !session.isExpired())
        .map(OpenSessions::listed)
        .sorted(Comparator.comparing(Listed::lastSeen).reversed())
        .toList();
  }

  /// Ends one session of this person.
  ///
  /// @return whether there was such a session
  public boolean end(AccountId account, String handle) {
    Optional<String> id =
        sessions.findByPrincipalName(account.toString()).keySet().stream()
            .filter(key -> handle(key).equals(handle))
            .findFirst();
    id.ifPresent(sessions::deleteById);
    return id.isPresent();
  }

  /// Ends all sessions of this person but one.
  ///
  /// @param kept the identifier of the session that stays; empty to end all
  public void endOthers(AccountId account, Optional<String> kept) {
    sessions.findByPrincipalName(account.toString()).keySet().stream()
        .filter(id -> kept.filter(id::equals).isEmpty())
        .forEach(sessions::deleteById);
  }

  /// Names a session without giving its secret away.
  static String handle(String id) {
    return Secrets.hash(id).substring(0, HANDLE);
  }

  private static Listed listed(Session session) {
    Optional<String> since = Optional.ofNullable(session.getAttribute(OpenSession.SINCE));
    Optional<String> agent = Optional.ofNullable(session.getAttribute(OpenSession.AGENT));
    return new Listed(
        handle(session.getId()),
        agent.orElse(""),
        since.map(Instant::parse).orElse(session.getCreationTime()),
        session.getLastAccessedTime());
  }
}
