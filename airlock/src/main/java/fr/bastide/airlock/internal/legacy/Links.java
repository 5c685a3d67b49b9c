package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.WebAddress;
import java.util.Optional;

/// Which links of a document stay.
record Links(Policy.Links allowed, Ledger ledger) {

  /// The address when it may stay; what may not is told.
  Optional<String> staying(String address, String where) {
    String trimmed = address.strip();
    if (trimmed.isEmpty()) {
      return Optional.empty();
    }
    if (!WebAddress.isPlain(trimmed)) {
      ledger.add(Threat.DANGEROUS_LINK, where);
      return Optional.empty();
    }
    if (allowed == Policy.Links.NONE) {
      ledger.add(Threat.LINK, where);
      return Optional.empty();
    }
    return Optional.of(trimmed);
  }
}
