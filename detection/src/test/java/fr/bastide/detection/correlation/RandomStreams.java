package fr.bastide.detection.correlation;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Correlation.Kind;
import fr.bastide.detection.Correlation.Threshold;
import fr.bastide.detection.Matcher.Comparison;
import fr.bastide.telemetry.Event;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Random correlations and random events for them: late, repeated, without time, without fields, of
/// several tenants and groups.
final class RandomStreams {

  private static final List<String> RULES = List.of("r0", "r1", "r2", "r3");
  private static final List<String> FIELDS = List.of("user", "host", "ip");
  private static final String[] VALUES = {"a", "A", "b", "É", "é", "null", "", "c"};
  private static final String[] NUMBERS = {
    "1", "2", "3", "-4", "2.5", "0.000001", "1e1", "x", "null"
  };

  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<Comparison> COMPARISONS = List.of(Comparison.values());

  private final RandomGenerator random;

  RandomStreams(RandomGenerator random) {
    this.random = random;
  }

  /// One event and the rules it matches.
  ///
  /// @param fields name, value, name, value
  record Match(String tenant, long time, List<String> fields, List<String> rules) {}

  /// One to four correlations, the later ones perhaps over the earlier ones.
  List<Correlation> correlations() {
    List<Correlation> all = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      all.add(correlation("c" + i, all));
    }
    return all;
  }

  private Correlation correlation(String id, List<Correlation> before) {
    Kind kind = KINDS.get(random.nextInt(KINDS.size()));
    boolean temporal = kind == Kind.TEMPORAL || kind == Kind.TEMPORAL_ORDERED;
    List<String> rules = new ArrayList<>();
    for (String rule : RULES) {
      if (random.nextInt(temporal ? 2 : 3) == 0) {
        rules.add(random.nextInt(rules.size() + 1), rule);
      }
    }
    for (Correlation other : before) {
      if (random.nextInt(3) == 0) {
        rules.add(random.nextInt(rules.size() + 1), other.info().id());
      }
    }
    if (rules.isEmpty()) {
      rules.add("r0");
    }
    List<String> groupBy = new ArrayList<>(FIELDS.subList(0, random.nextInt(3)));
    Map<String, Map<String, String>> aliases =
        groupBy.isEmpty() || random.nextInt(4) > 0
            ? Map.of()
            : Map.of(groupBy.getFirst(), Map.of(rules.getFirst(), "ip"));
    String field =
        switch (kind) {
          case VALUE_COUNT -> FIELDS.get(random.nextInt(3));
          case VALUE_SUM, VALUE_AVG, VALUE_PERCENTILE -> "size";
          default -> "";
        };
    return new Correlation(
        Samples.info(id),
        kind,
        rules,
        groupBy,
        aliases,
        Duration.ofSeconds(1 + random.nextInt(20)),
        field,
        random.nextInt(101),
        thresholds(temporal),
        random.nextBoolean());
  }

  private List<Threshold> thresholds(boolean temporal) {
    List<Threshold> thresholds = new ArrayList<>();
    if (temporal && random.nextBoolean()) {
      return thresholds;
    }
    int number = 1 + random.nextInt(5);
    Comparison comparison = COMPARISONS.get(random.nextInt(COMPARISONS.size()));
    String decimals = random.nextInt(5) == 0 ? ".5" : "";
    thresholds.add(new Threshold(comparison, new BigDecimal(number + decimals)));
    if (random.nextInt(4) == 0) {
      thresholds.add(new Threshold(Comparison.AT_MOST, BigDecimal.valueOf(number + 2L)));
    }
    return thresholds;
  }

  /// Events in the order of arrival.
  List<Match> matches(int count) {
    List<Match> all = new ArrayList<>();
    long now = 1_000;
    for (int i = 0; i < count; i++) {
      if (!all.isEmpty() && random.nextInt(10) == 0) {
        all.add(all.get(random.nextInt(all.size())));
        continue;
      }
      now += random.nextInt(8) == 0 ? random.nextInt(60) : random.nextInt(3);
      long time = now - (random.nextInt(4) == 0 ? random.nextInt(25) : 0);
      boolean untimed = random.nextInt(15) == 0;
      all.add(
          new Match(
              "t" + random.nextInt(2),
              untimed ? Event.NO_TIME : time * Samples.SECOND,
              fields(),
              rules()));
    }
    return all;
  }

  private List<String> rules() {
    List<String> rules = new ArrayList<>();
    for (String rule : RULES) {
      if (random.nextInt(3) == 0) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private List<String> fields() {
    List<String> fields = new ArrayList<>();
    for (String field : FIELDS) {
      int values = random.nextInt(8) == 0 ? random.nextInt(3) : 1;
      for (int i = 0; i < values; i++) {
        fields.add(field);
        fields.add(VALUES[random.nextInt(random.nextBoolean() ? 3 : VALUES.length)]);
      }
    }
    fields.add("size");
    fields.add(NUMBERS[random.nextInt(NUMBERS.length)]);
    return fields;
  }
}
