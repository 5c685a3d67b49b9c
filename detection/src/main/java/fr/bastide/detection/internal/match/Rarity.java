package fr.bastide.detection.internal.match;

import fr.bastide.detection.Matcher.Position;

/// How likely texts are to be met, guessed from the rules alone: what many rules ask for, or is
/// part of many of their texts, is common in events too, and what is long is rare.
final class Rarity {

  /// How many neighbouring bytes are counted together.
  static final int GRAM = Integer.BYTES;

  private static final int BITS = 16;
  private static final double LEAST = 0.0002;
  private static final double SHARE = 0.15;
  private static final double BYTE = 0.7;

  private final int[] counts = new int[1 << BITS];

  /// Counts the texts of these checks.
  Rarity(Checks checks) {
    for (int i = 0; i < checks.count(); i++) {
      if (test(checks.check(i)) instanceof LiteralTest(Position _, Literal literal)) {
        byte[] bytes = literal.bytes();
        for (int at = 0; at + GRAM <= bytes.length; at++) {
          counts[slot(Words.four(bytes, at))] += checks.uses(i);
        }
      }
    }
  }

  private static ValueTest test(Check check) {
    return switch (check) {
      case Check.OfField(int _, ValueTest test) -> test;
      case Check.OfAnything(ValueTest test) -> test;
      default -> GlobTest.NONE;
    };
  }

  /// How often these four bytes stand in texts of rules.
  int count(int gram) {
    return counts[slot(gram)];
  }

  /// How likely an event is to pass this check, from 0 to 1; 1 when no table could find it.
  double likelihood(Check check, int uses) {
    if (!(test(check) instanceof LiteralTest(Position position, Literal literal))) {
      return 1;
    }
    boolean everywhere = position == Position.ANYWHERE;
    if (!literal.ascii()) {
      return LEAST / 4;
    }
    if (literal.length() == 0 && position != Position.WHOLE) {
      return 1;
    }
    int counted = literal.length() + (everywhere ? 0 : position == Position.WHOLE ? 4 : 2);
    double likely = Math.max(LEAST, 0.5 * Math.pow(BYTE, counted));
    return Math.min(0.99, likely * (1 + SHARE * (Math.max(uses, least(literal)) - 1)));
  }

  private int least(Literal literal) {
    byte[] bytes = literal.bytes();
    int least = Integer.MAX_VALUE;
    for (int at = 0; at + GRAM <= bytes.length; at++) {
      least = Math.min(least, count(Words.four(bytes, at)));
    }
    return least == Integer.MAX_VALUE ? 0 : least;
  }

  private static int slot(int gram) {
    return (gram * 0x9E3779B1) >>> (Integer.SIZE - BITS);
  }
}
