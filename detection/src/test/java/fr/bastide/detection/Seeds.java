package fr.bastide.detection;

import java.util.SplittableRandom;

/// The seed of property tests: fixed, or given by `-Dbastide.seed=N` to look elsewhere.
public final class Seeds {

  private Seeds() {}

  /// The seed in force, for messages.
  public static long value() {
    return Long.getLong("bastide.seed", 20_261_124L);
  }

  /// A generator that gives the same numbers for the same seed.
  public static SplittableRandom random() {
    return new SplittableRandom(value());
  }
}
