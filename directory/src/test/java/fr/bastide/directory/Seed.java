package fr.bastide.directory;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The seed of property tests: fixed, or given by `-Dbastide.seed=N` to look elsewhere.
public final class Seed {

  private Seed() {}

  /// The seed in force.
  public static long value() {
    return Long.getLong("bastide.seed", 20_261_125L);
  }

  /// A generator that gives the same numbers for the same seed.
  public static RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(value());
  }
}
