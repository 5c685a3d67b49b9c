package fr.bastide.detection.internal.match;

import fr.bastide.detection.Matcher.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks in the values of one field for every text that is some rule's witness.
final class FieldScan {

  private final int[] rules;
  private final boolean reads;
  private final @Nullable EdgeTable whole;
  private final @Nullable EdgeTable start;
  private final @Nullable EdgeTable end;
  private final @Nullable GramTable grams;
  private final @Nullable PairTable pairs;
  private final @Nullable PointTable points;

  /// @param rules which every value makes candidates, null included
  /// @param numbers of the texts to look for
  /// @param positions where each of the route's texts is looked for
  FieldScan(
      int[] rules, List<Integer> numbers, List<Position> positions, Texts texts, Rarity rarity) {
    this.rules = rules;
    this.reads = !numbers.isEmpty();
    this.whole = edge(EdgeTable.Edge.BOTH, at(Position.WHOLE, numbers, positions), texts);
    this.start = edge(EdgeTable.Edge.START, at(Position.START, numbers, positions), texts);
    this.end = edge(EdgeTable.Edge.END, at(Position.END, numbers, positions), texts);
    List<Integer> longer = new ArrayList<>();
    List<Integer> brief = new ArrayList<>();
    List<Integer> beyond = new ArrayList<>();
    for (int number : at(Position.ANYWHERE, numbers, positions)) {
      boolean ascii = texts.literal(number).ascii();
      boolean small = texts.literal(number).length() <= PairTable.LONGEST;
      (ascii ? small ? brief : longer : beyond).add(number);
    }
    this.grams = longer.isEmpty() ? null : new GramTable(longer, texts, rarity);
    this.pairs = brief.isEmpty() ? null : new PairTable(brief, texts);
    this.points = beyond.isEmpty() ? null : new PointTable(beyond, texts);
  }

  /// Looks at value `i`, which may be null.
  void scan(Values values, int i, Candidates found) {
    if (rules.length > 0) {
      found.add(rules);
    }
    if (reads && !values.isNull(i)) {
      read(values, i, found);
    }
  }

  /// Looks for texts in value `i`, which is not null.
  void read(Values values, int i, Candidates found) {
    values.fold(i);
    byte[] bytes = values.folded();
    int from = values.from(i);
    int to = values.to(i);
    if (whole != null) {
      whole.scan(bytes, from, to, found);
    }
    if (end != null) {
      end.scan(bytes, from, to, found);
    }
    if (start != null) {
      start.scan(bytes, from, to, found);
    }
    if (grams != null) {
      grams.scan(bytes, from, to, found);
    }
    if (pairs != null) {
      pairs.scan(bytes, from, to, found);
    }
    if (points != null && !values.ascii(i)) {
      points.scan(bytes, from, to, found);
    }
  }

  private static List<Integer> at(
      Position position, List<Integer> numbers, List<Position> positions) {
    return numbers.stream().filter(number -> positions.get(number) == position).toList();
  }

  private static @Nullable EdgeTable edge(EdgeTable.Edge edge, List<Integer> numbers, Texts texts) {
    return numbers.isEmpty() ? null : new EdgeTable(edge, numbers, texts);
  }
}
