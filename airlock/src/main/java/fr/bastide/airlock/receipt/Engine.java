package fr.bastide.airlock.receipt;

import java.util.Objects;

/// Which airlock wrote a receipt.
final class Engine {

  private Engine() {}

  /// The version in the archive this runs from, `development` when it runs from classes.
  static String version() {
    return Objects.requireNonNullElse(
        Engine.class.getPackage().getImplementationVersion(), "development");
  }
}
