package fr.bastide.web.access;

import fr.bastide.loop.access.Caller;
import java.util.Optional;

/// Where somebody goes after signing in; a bean of this type is found by itself, in the order of
/// its `@Order`.
@FunctionalInterface
public interface Landing {

  /// The path of the caller's first page; empty when this package has none for it.
  Optional<String> path(Caller caller);
}
