package fr.bastide.detection.internal.correlation;

import fr.bastide.detection.Correlation;
import fr.bastide.telemetry.FieldNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One correlation made ready: fields as numbers, thresholds as bounds, and its groups.
final class Plan {

  /// Times are kept this far from the ends of the scale, and spans this short.
  static final long FAR = 1L << 60;

  private static final long SECOND = 1_000_000;

  Correlation correlation;
  final long span;
  final boolean temporal;
  final boolean ordered;
  final boolean valued;
  final Limits limits;
  final Tallies.Maker tallies;
  final Tally scratch;
  final Map<String, Lane> lanes = new LinkedHashMap<>();

  /// For each rule, for each field to group by, and then for the field that counts: its name.
  final List<List<String>> fields = new ArrayList<>();

  private final int[][] ids;
  private @Nullable Lane latest;

  /// The event that was counted last, as the engine numbers them.
  long counted = -1;

  Plan(Correlation correlation, FieldNames names) {
    this.correlation = correlation;
    span =
        Math.min(FAR, correlation.span().toSeconds() * SECOND)
            + correlation.span().toNanosPart() / 1_000;
    Correlation.Kind kind = correlation.kind();
    ordered = kind == Correlation.Kind.TEMPORAL_ORDERED;
    temporal = ordered || kind == Correlation.Kind.TEMPORAL;
    valued = !temporal && kind != Correlation.Kind.EVENT_COUNT;
    limits = new Limits(correlation.thresholds(), temporal ? correlation.rules().size() : 1);
    tallies = Tallies.of(correlation, limits);
    scratch = tallies.make();
    ids = new int[correlation.rules().size()][];
    for (int i = 0; i < ids.length; i++) {
      List<String> of = fields(correlation, correlation.rules().get(i));
      fields.add(of);
      ids[i] = of.stream().mapToInt(names::asked).toArray();
    }
  }

  private static List<String> fields(Correlation correlation, String rule) {
    List<String> fields = new ArrayList<>(correlation.groupBy());
    if (!correlation.field().isEmpty()) {
      fields.add(correlation.field());
    }
    fields.replaceAll(
        name -> correlation.aliases().getOrDefault(name, Map.of()).getOrDefault(rule, name));
    return List.copyOf(fields);
  }

  int groupFields() {
    return correlation.groupBy().size();
  }

  /// The number of a field of one of the rules; the one that counts comes after those to group by.
  int id(int rule, int field) {
    return ids[rule][field];
  }

  Lane lane(String tenant) {
    Lane lane = latest;
    if (lane == null || !lane.tenant.equals(tenant)) {
      lane = lanes.computeIfAbsent(tenant, name -> new Lane(this, name));
      latest = lane;
    }
    return lane;
  }

  /// Lets go of tenants without groups.
  void tidy() {
    Iterator<Lane> each = lanes.values().iterator();
    while (each.hasNext()) {
      if (each.next().size == 0) {
        each.remove();
      }
    }
    latest = null;
  }

  /// Everything that decides what the state means, and nothing else.
  static byte[] definition(Correlation of) {
    StringBuilder text = new StringBuilder();
    text.append(of.kind()).append(' ').append(of.rules()).append(' ').append(of.groupBy());
    of.aliases().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(alias ->
            text.append(' ').append(alias.getKey()).append(new TreeMap<>(alias.getValue())));
    text.append(' ').append(of.span()).append(' ').append(of.field());
    text.append(' ').append(of.percentile()).append(' ').append(of.thresholds());
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
