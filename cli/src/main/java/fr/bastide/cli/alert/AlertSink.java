package fr.bastide.cli.alert;

import fr.bastide.detection.Rule;
import fr.bastide.detection.correlation.Episode;
import fr.bastide.telemetry.Event;

/// Takes alerts as they are found.
public interface AlertSink {

  /// A rule has matched an event of a file; the event is valid during this call only.
  void match(Rule rule, Event event, String file);

  /// A correlation holds, grows, or is over.
  void episode(Episode episode);
}
