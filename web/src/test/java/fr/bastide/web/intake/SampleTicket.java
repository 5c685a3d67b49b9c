package fr.bastide.web.intake;

import fr.bastide.web.TestServer;
import java.time.Duration;
import java.time.Instant;

/// Tickets of the first page, as if it had been open for a while.
public final class SampleTicket {

  private SampleTicket() {}

  /// One of a page that somebody has read for a minute.
  public static String of(TestServer server) {
    return server
        .context()
        .getBean(Tickets.class)
        .first(Instant.now().minus(Duration.ofMinutes(1)));
  }
}
