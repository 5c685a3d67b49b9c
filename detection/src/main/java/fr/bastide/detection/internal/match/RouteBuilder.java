package fr.bastide.detection.internal.match;

import fr.bastide.detection.Matcher.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Builds the tables for some of the rules of a program.
final class RouteBuilder {

  /// How likely a witness is when a rule is said to be a candidate often.
  private static final double OFTEN = 0.02;

  private final Check[] checks;
  private final Rarity rarity;
  private final int fields;
  private final Map<Integer, List<Integer>> byCheck = new TreeMap<>();
  private final Map<Integer, List<Integer>> byField = new TreeMap<>();
  private final List<Integer> always = new ArrayList<>();

  RouteBuilder(Check[] checks, Rarity rarity, int fields) {
    this.checks = checks;
    this.rarity = rarity;
    this.fields = fields;
  }

  /// Takes a rule in.
  ///
  /// @param asked the checks that the rule asks for
  void add(int rule, Witness witness, int[] asked) {
    if (witness.likelihood() > OFTEN) {
      watch(asked);
    }
    if (witness.anyEvent()) {
      always.add(rule);
    }
    for (int check : witness.checks()) {
      add(byCheck, check, rule);
    }
    for (int field : witness.fields()) {
      add(byField, field, rule);
    }
  }

  /// Rules that are candidates often ask tables rather than values.
  private void watch(int[] asked) {
    for (int check : asked) {
      boolean literal =
          checks[check] instanceof Check.OfField(int local, LiteralTest test)
              && local != Fields.NONE
              && (test.position() != Position.ANYWHERE
                  || test.literal().length() > PairTable.LONGEST
                  || !test.literal().ascii());
      if (literal) {
        byCheck.computeIfAbsent(check, _ -> new ArrayList<>());
      }
    }
  }

  Route build() {
    Texts texts = new Texts();
    List<Position> positions = new ArrayList<>();
    Map<Integer, List<Integer>> byLocal = new TreeMap<>();
    List<Integer> everywhere = new ArrayList<>();
    long[] watched = new long[(checks.length >>> 6) + 1];
    for (int check : byCheck.keySet()) {
      watched[check >>> 6] |= 1L << check;
      int number = texts.add(literal(checks[check]).literal());
      positions.add(literal(checks[check]).position());
      if (checks[check] instanceof Check.OfField(int local, ValueTest _)) {
        add(byLocal, local, number);
      } else {
        everywhere.add(number);
      }
    }
    @Nullable FieldScan[] scans = new FieldScan[fields];
    for (int local = 1; local < fields; local++) {
      List<Integer> numbers = byLocal.getOrDefault(local, List.of());
      int[] rules = ints(byField.getOrDefault(local, List.of()));
      if (!numbers.isEmpty() || rules.length > 0) {
        scans[local] = new FieldScan(rules, numbers, positions, texts, rarity);
      }
    }
    return new Route(
        scans,
        everywhere.isEmpty() ? null : new Everywhere(everywhere, positions, texts, rarity),
        ints(always),
        watched,
        new Route.Found(
            texts.all(),
            ints(List.copyOf(byCheck.keySet())),
            byCheck.values().stream().map(RouteBuilder::ints).toArray(int[][]::new)));
  }

  private static LiteralTest literal(Check check) {
    return switch (check) {
      case Check.OfField(int _, LiteralTest test) -> test;
      case Check.OfAnything(LiteralTest test) -> test;
      default -> throw new IllegalArgumentException(check.toString());
    };
  }

  private static void add(Map<Integer, List<Integer>> lists, int key, int value) {
    lists.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).distinct().toArray();
  }
}
