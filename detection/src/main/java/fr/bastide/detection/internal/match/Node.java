package fr.bastide.detection.internal.match;

import java.util.List;

/// An expression over numbered checks: what is left of a rule while it is compiled.
sealed interface Node {

  /// Roughly how long it takes to evaluate, in hundreds of nanoseconds.
  int cost();

  /// One check.
  ///
  /// @param required checks of which at least one is true whenever this one is; empty when none are
  ///   known
  record Leaf(int check, int cost, List<Integer> required) implements Node {}

  /// Holds when every part does.
  record All(List<Node> parts, int cost) implements Node {
    All(List<Node> parts) {
      this(cheapestFirst(parts), sum(parts));
    }
  }

  /// Holds when at least one part does.
  record Any(List<Node> parts, int cost) implements Node {
    Any(List<Node> parts) {
      this(cheapestFirst(parts), sum(parts));
    }
  }

  /// Holds when at least `least` parts do, fewer than all and more than one.
  record AtLeast(int least, List<Node> parts, int cost) implements Node {
    AtLeast(int least, List<Node> parts) {
      this(least, cheapestFirst(parts), sum(parts));
    }
  }

  /// Holds when its part does not.
  record Not(Node part) implements Node {
    @Override
    public int cost() {
      return part.cost();
    }
  }

  private static List<Node> cheapestFirst(List<Node> parts) {
    return parts.stream().sorted((a, b) -> Integer.compare(a.cost(), b.cost())).toList();
  }

  private static int sum(List<Node> parts) {
    long sum = 0;
    for (Node part : parts) {
      sum += part.cost();
    }
    return (int) Math.min(sum, Integer.MAX_VALUE / 2);
  }
}
