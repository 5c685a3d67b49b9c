package fr.bastide.directory.internal;

import java.util.List;
import java.util.Optional;

/// The first field of every file says what it is.
final class Heads {

  private Heads() {}

  static void check(Fields fields, String kind) {
    fields.need("bastide");
    Optional<String> said = fields.textOr("bastide", 40);
    if (said.isPresent() && !said.get().equals(kind)) {
      fields.findings().unknown(fields.lineOf("bastide"), "bastide", said.get(), List.of(kind));
    }
  }
}
