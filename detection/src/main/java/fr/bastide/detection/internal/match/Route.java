package fr.bastide.detection.internal.match;

import org.jspecify.annotations.Nullable;

/// The rules that look at the events of one kind of origin, and the tables that find out which of
/// them an event concerns. Immutable.
final class Route {

  private final @Nullable FieldScan[] scans;
  private final @Nullable Everywhere everywhere;
  private final int[] always;
  private final long[] watched;
  private final Found found;

  /// What follows from the texts of a route, by their numbers.
  ///
  /// @param texts the texts themselves
  /// @param checks for each text, the check that is true when it stands in an event
  /// @param rules for each text, the rules that are then candidates
  @SuppressWarnings("ArrayRecordComponent") // read at each hit, never compared
  record Found(byte[][] texts, int[] checks, int[][] rules) {}

  /// @param scans by field number, null where nothing is looked for
  /// @param everywhere what is looked for in all values and the record, null when nothing is
  /// @param always rules that every event concerns
  /// @param watched by check, a bit for those that the tables find whenever they are true
  Route(
      @Nullable FieldScan[] scans,
      @Nullable Everywhere everywhere,
      int[] always,
      long[] watched,
      Found found) {
    this.scans = scans;
    this.everywhere = everywhere;
    this.always = always;
    this.watched = watched;
    this.found = found;
  }

  /// What follows from the texts that are found.
  Found found() {
    return found;
  }

  /// Looks through the event at hand and leaves the rules it concerns.
  void scan(Values values, Candidates candidates) {
    int size = values.size();
    for (int i = 0; i < size; i++) {
      int local = values.link(i);
      FieldScan scan = scans[local];
      if (scan != null) {
        scan.scan(values, i, candidates);
      }
    }
    if (everywhere != null) {
      everywhere.scan(values, candidates);
    }
    candidates.add(always);
  }

  /// Whether a check would have been found true by now if it were.
  boolean watches(int check) {
    return (watched[check >>> 6] & (1L << check)) != 0;
  }
}
