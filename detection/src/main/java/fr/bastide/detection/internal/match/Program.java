package fr.bastide.detection.internal.match;

import fr.bastide.detection.Rule;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Logsource;
import fr.bastide.telemetry.Origin;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Compiled rules. Safe to share between threads: all is immutable but the routes, which are built
/// when the first event of an origin comes.
public final class Program {

  /// The number of origins whose route is found without a lock.
  private static final int ORIGINS = 4_096;

  /// How many rules all remembered routes may have together; past it they are built anew. Events
  /// name their own origin, so memory must not grow with what they say.
  private static final int MOST_ROUTED = 200_000;

  /// What a route counts for besides its rules.
  private static final int LEAST_WEIGHT = 64;

  /// A route and whose it is: numbers of origins are unique only within one registry.
  private record Routed(Origin origin, Route route) {}

  private final FieldNames names;
  private final List<Rule> rules;
  private final Fields fields;
  private final Check[] checks;
  private final Rarity rarity;
  private final int[] code;
  private final Code.Group[] groups;
  private final int[] entries;
  private final int[][] asked;
  private final Witness[] witnesses;
  private final Map<Logsource, List<Integer>> byLogsource = new LinkedHashMap<>();
  private final AtomicReferenceArray<@Nullable Routed> routes = new AtomicReferenceArray<>(ORIGINS);
  private final Map<BitSet, Route> known = new HashMap<>();
  private int routed;

  /// Compiles rules for events whose fields have these numbers.
  public Program(FieldNames names, List<Rule> rules) {
    this.names = names;
    this.rules = List.copyOf(rules);
    this.fields = new Fields(names);
    Checks numbered = new Checks();
    NodeReader reader = new NodeReader(fields, numbered);
    List<Node> nodes = new ArrayList<>(rules.size());
    for (Rule rule : rules) {
      nodes.add(reader.read(rule.condition()));
    }
    this.rarity = new Rarity(numbered);
    Witnesses finder = new Witnesses(numbered, rarity);
    Code writer = new Code();
    this.entries = new int[rules.size()];
    this.asked = new int[rules.size()][];
    this.witnesses = new Witness[rules.size()];
    for (int i = 0; i < nodes.size(); i++) {
      int from = writer.length();
      entries[i] = writer.write(nodes.get(i));
      asked[i] = writer.asked(from);
      witnesses[i] = finder.of(nodes.get(i));
      byLogsource.computeIfAbsent(rules.get(i).logsource(), _ -> new ArrayList<>()).add(i);
    }
    this.checks = numbered.all();
    this.code = writer.instructions();
    this.groups = writer.groups();
  }

  /// The rules, in the order in which they were given.
  public List<Rule> rules() {
    return rules;
  }

  FieldNames names() {
    return names;
  }

  Fields fields() {
    return fields;
  }

  Check[] checks() {
    return checks;
  }

  int[] code() {
    return code;
  }

  Code.Group[] groups() {
    return groups;
  }

  /// Where the code of a rule begins.
  int entry(int rule) {
    return entries[rule];
  }

  /// The rules and tables for events from this origin.
  Route route(Origin origin) {
    Routed routed = routes.get(origin.id());
    return routed != null && routed.origin() == origin ? routed.route() : build(origin);
  }

  /// Builds the routes that events took through another program, so that none waits for them.
  public void prepare(Program before) {
    for (int i = 0; i < ORIGINS; i++) {
      Routed routed = before.routes.get(i);
      if (routed != null) {
        build(routed.origin());
      }
    }
  }

  private synchronized Route build(Origin origin) {
    BitSet fed = new BitSet(rules.size());
    byLogsource.forEach((logsource, those) -> {
      if (origin.feeds(logsource)) {
        those.forEach(fed::set);
      }
    });
    Route route = known.get(fed);
    if (route == null) {
      int weight = fed.cardinality() + LEAST_WEIGHT;
      routed += weight;
      if (routed > MOST_ROUTED) {
        forget();
        routed = weight;
      }
      RouteBuilder builder = new RouteBuilder(checks, rarity, fields.count());
      fed.stream().forEach(rule -> builder.add(rule, witnesses[rule], asked[rule]));
      route = builder.build();
      known.put(fed, route);
    }
    routes.set(origin.id(), new Routed(origin, route));
    return route;
  }

  private void forget() {
    known.clear();
    for (int i = 0; i < ORIGINS; i++) {
      routes.set(i, null);
    }
  }
}
