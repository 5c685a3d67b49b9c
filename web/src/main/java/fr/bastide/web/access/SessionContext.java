package fr.bastide.web.access;

import fr.bastide.loop.access.Caller;
import fr.bastide.loop.account.SignInDesk;
import fr.bastide.store.StoreException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Finds who is signed in from the account in the session, anew at each request: a hat taken off or
/// an account stopped counts at once.
@Component
class SessionContext implements SecurityContextRepository {

  private static final String FAILURE = SessionContext.class.getName() + ".failure";

  private final ObjectProvider<SignInDesk> desk;
  private final InstantSource clock;

  SessionContext(ObjectProvider<SignInDesk> desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(request);
  }

  @Override
  @Deprecated
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest()).orElseGet(SecurityContextImpl::new);
  }

  /// What is kept of somebody signed in is written by [Entrance], which every way in goes through.
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return OpenSession.of(request).flatMap(s -> s.account(clock.instant())).isPresent();
  }

  /// A database that does not answer is waited for once in a request: the page that says so asks
  /// again who looks at it.
  private Optional<SecurityContext> load(HttpServletRequest request) {
    if (request.getAttribute(FAILURE) instanceof StoreException before) {
      throw before;
    }
    try {
      return OpenSession.of(request)
          .flatMap(session -> session.account(clock.instant()))
          .flatMap(id -> desk.getObject().proven(Caller.VISITOR, id))
          .map(account -> new SecurityContextImpl(new SignedIn(account)));
    } catch (StoreException failure) {
      request.setAttribute(FAILURE, failure);
      throw failure;
    }
  }

  /// Looks only when somebody asks, and once.
  private final class Deferred implements DeferredSecurityContext {

    private final HttpServletRequest request;
    private Optional<SecurityContext> known = Optional.empty();
    private boolean generated;

    Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (known.isEmpty()) {
        Optional<SecurityContext> found = load(request);
        generated = found.isEmpty();
        known = Optional.of(found.orElseGet(SecurityContextImpl::new));
      }
      return known.get();
    }

    @Override
    public boolean isGenerated() {
      get();
      return generated;
    }
  }
}
