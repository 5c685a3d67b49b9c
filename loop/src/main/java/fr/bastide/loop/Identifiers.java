package fr.bastide.loop;

import java.util.UUID;

/// Reads identifiers that come from outside.
final class Identifiers {

  private Identifiers() {}

  static UUID uuid(String written) {
    if (written.length() != 36) {
      throw new NotFound();
    }
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException notOne) {
      throw new NotFound(notOne);
    }
  }
}
