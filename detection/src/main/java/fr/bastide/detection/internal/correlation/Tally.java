package fr.bastide.detection.internal.correlation;

/// What is known of the events in one window, kept up as they enter and leave.
abstract class Tally {

  /// An event with this value enters.
  abstract void add(long value);

  /// An event with this value leaves.
  abstract void remove(long value);

  /// All leave.
  abstract void clear();

  /// Whether the correlation holds for the events from position `from` to before `to`, which are
  /// those that have entered and not left.
  abstract boolean holds(Group group, int from, int to);
}
