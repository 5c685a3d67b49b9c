package fr.bastide.web.frame;

import fr.bastide.loop.access.Caller;
import java.util.Optional;

/// Who looks at the page.
///
/// @param caller as the use cases know it
/// @param house the body or organisation the person works for, as the header names it; empty for a
///   visitor and for whoever works for several
public record Visitor(Caller caller, Optional<String> house) {

  /// Somebody without an account.
  public static final Visitor UNKNOWN = new Visitor(Caller.VISITOR, Optional.empty());

  /// Whether somebody is signed in.
  public boolean known() {
    return caller.known();
  }
}
