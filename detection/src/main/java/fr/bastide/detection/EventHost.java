package fr.bastide.detection;

import fr.bastide.telemetry.Event;
import java.util.List;
import java.util.Optional;

/// The machine that an event tells of, by the names that sources give to it.
public final class EventHost {

  /// The Sigma taxonomy's own name first, then those of auditd, of ECS and of firewalls.
  private static final List<String> FIELDS =
      List.of("Computer", "hostname", "node", "host.name", "host.hostname", "devname", "dvchost");

  private EventHost() {}

  /// The name of the machine, as written; empty when the event tells none.
  public static Optional<String> of(Event event) {
    for (String field : FIELDS) {
      Optional<String> host = event.text(field);
      if (host.isPresent() && !host.get().isBlank()) {
        return host;
      }
    }
    return Optional.empty();
  }
}
