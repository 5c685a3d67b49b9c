package fr.bastide.detection.internal.match;

/// What one value of an event has to be. Equal tests give equal answers.
interface ValueTest {

  /// Whether value `i`, which is not null, is what is wanted.
  boolean holds(Values values, int i);

  /// Roughly how long it takes, in hundreds of nanoseconds.
  int cost();
}
