package fr.bastide.directory.internal;

/// Numbers that look random and are always the same for one seed: SplitMix64 (G. Steele, D. Lea, C.
/// Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). For samples only, never
/// for a draw.
final class SplitMix {

  private long state;

  SplitMix(long seed) {
    state = seed;
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  /// A whole number from 0 to `bound` - 1.
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /// True so many times in a hundred.
  boolean percent(int chance) {
    return below(100) < chance;
  }
}
