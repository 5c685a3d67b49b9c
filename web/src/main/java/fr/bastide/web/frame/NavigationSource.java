package fr.bastide.web.frame;

import java.util.stream.Stream;

/// What a page package adds to the navigation; a bean of this type is found by itself.
@FunctionalInterface
public interface NavigationSource {

  /// The entries that exist for this visitor; none that would answer *forbidden*.
  Stream<NavigationEntry> entries(Visitor visitor);
}
