package fr.bastide.detection.correlation;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.internal.correlation.Engine;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Troubles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/// Runs correlations over the matches of rules (Sigma correlation rules specification 2.1.0). Not
/// safe for threads.
///
/// - A window is as long as the correlation's span, both ends included, and ends at the time of any
///   of its events: it slides on event time and knows no boundaries.
/// - An event is in one group at most, always of its own tenant. Values to group by and to count
///   are compared without regard to letter case. A match that lacks a field to group by is in no
///   group, because nothing can be said to be equal to it, and is counted in [Load#ungrouped()];
///   `null` is a value like another there. A field with several values groups by all of them in
///   their order. Absent, `null` and non-numeric values are not counted, summed or averaged.
/// - An event without a time happens when it arrives: at the present that was told, or with the
///   last event of its tenant, whichever is later. When neither is known, all happen at once.
/// - An event that several rules of a counting correlation match counts once, for the first of
///   them.
/// - A condition is looked at with each event: one that only bounds from above holds at the first.
/// - Events of one instant are in any order that suits `temporal_ordered`.
/// - A percentile is the smallest value with at least that share at or below it (nearest rank).
/// - For a correlation over correlations, an episode counts once, when it opens; for temporal kinds
///   it happens again with each window that holds. Its fields are what it is grouped by, then those
///   of the event that completed the window.
/// - Numbers are kept to six decimals and up to nine thousand billion in size.
public final class Correlator {

  private final Engine engine;

  /// A correlator with these correlations.
  ///
  /// @throws fr.bastide.detection.DetectionException when they go round in a circle
  public Correlator(
      FieldNames names,
      Origins origins,
      List<Correlation> correlations,
      Bounds bounds,
      Episodes episodes,
      Troubles troubles) {
    engine = new Engine(names, origins, bounds, episodes, troubles);
    engine.replace(correlations);
  }

  /// Takes one event and all the rules that it matches.
  public void match(Event event, List<Rule> rules) {
    engine.match(event, rules);
  }

  /// Whether the matches of a rule, or the episodes of a correlation, are alerts of their own: no
  /// correlation looks at it, or one that does says `generate: true`.
  public boolean alone(String id) {
    return engine.alone(id);
  }

  /// Puts these correlations in the place of all others; one that is defined as before keeps its
  /// state, whatever else changed in what it says of itself. Episodes of others end.
  ///
  /// @throws fr.bastide.detection.DetectionException when they go round in a circle; nothing has
  ///   changed then
  public void replace(List<Correlation> correlations) {
    engine.replace(correlations);
  }

  /// Tells the present: ends what is over, lets go of groups that can no longer hold, and from now
  /// on takes an event from after the present (and the lateness) as one without a time, so that a
  /// wrong clock cannot make right ones late. Live services call it every minute or so.
  ///
  /// @param now in microseconds since 1970-01-01T00:00Z
  public void advance(long now) {
    engine.advance(now);
  }

  /// Ends every episode and forgets every window: the end of the input.
  public void finish() {
    engine.finish();
  }

  /// What is held, and what could not be.
  public Load load() {
    return engine.load();
  }

  /// Writes the state, so that a correlator that [#restore(InputStream)]s it goes on exactly from
  /// here.
  public void save(OutputStream output) throws IOException {
    engine.save(output);
  }

  /// Puts a saved state in the place of this one's. State of correlations that are no longer there,
  /// or are defined otherwise, is left out and told.
  ///
  /// @throws fr.bastide.detection.DetectionException when it is of another version or damaged;
  ///   nothing has changed then
  public void restore(InputStream input) throws IOException {
    engine.restore(input);
  }
}
