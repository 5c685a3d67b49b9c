package fr.bastide.web.access;

import fr.bastide.loop.access.Caller;
import fr.bastide.web.frame.Visitor;
import fr.bastide.web.frame.VisitorSource;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// Says who looks at a page.
@Component
class Visitors implements VisitorSource {

  @Override
  public Visitor of(HttpServletRequest request) {
    Caller caller = Callers.present();
    return caller.known()
        ? new Visitor(caller, OpenSession.of(request).flatMap(OpenSession::house))
        : Visitor.UNKNOWN;
  }
}
