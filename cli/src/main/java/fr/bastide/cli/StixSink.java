package fr.bastide.cli;

import fr.bastide.cli.alert.AlertSink;
import fr.bastide.detection.Rule;
import fr.bastide.detection.correlation.Episode;
import fr.bastide.detection.stix.StixReport;
import fr.bastide.telemetry.Event;

/// Hands alerts to a STIX bundle.
///
/// @param report the bundle to be
record StixSink(StixReport report) implements AlertSink {

  @Override
  public void match(Rule rule, Event event, String file) {
    report.match(rule, event);
  }

  @Override
  public void episode(Episode episode) {
    report.episode(episode);
  }
}
