package fr.bastide.web.access;

import fr.bastide.loop.access.Caller;
import fr.bastide.store.StoreException;
import fr.bastide.web.frame.Visitor;
import fr.bastide.web.frame.VisitorSource;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Says who looks at a page. While the database does not answer, everybody is a visitor: what to do
/// under attack stays readable, and so does the page that tells of the failure.
@Component
class Visitors implements VisitorSource {

  private static final Logger LOG = LoggerFactory.getLogger(Visitors.class);

  @Override
  public Visitor of(HttpServletRequest request) {
    try {
      Caller caller = Callers.present();
      return caller.known()
          ? new Visitor(caller, OpenSession.of(request).flatMap(OpenSession::house))
          : Visitor.UNKNOWN;
    } catch (StoreException failure) {
      LOG.debug("a page is drawn without knowing for whom: {}", failure.getMessage());
      return Visitor.UNKNOWN;
    }
  }
}
