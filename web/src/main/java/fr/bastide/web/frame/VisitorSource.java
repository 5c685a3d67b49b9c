package fr.bastide.web.frame;

import jakarta.servlet.http.HttpServletRequest;

/// Says who looks at a page.
@FunctionalInterface
public interface VisitorSource {

  /// The visitor of a request.
  Visitor of(HttpServletRequest request);
}
