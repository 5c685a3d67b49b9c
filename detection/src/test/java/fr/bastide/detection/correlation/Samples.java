package fr.bastide.detection.correlation;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Correlation.Kind;
import fr.bastide.detection.Correlation.Threshold;
import fr.bastide.detection.Expression;
import fr.bastide.detection.Level;
import fr.bastide.detection.Matcher.Comparison;
import fr.bastide.detection.Place;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleInfo;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Logsource;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.ValueKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Rules, correlations and events for the tests of this package.
final class Samples {

  static final long SECOND = 1_000_000;

  final FieldNames names = new FieldNames();
  final Origins origins = new Origins();
  private final EventDraft draft = new EventDraft(names, origins);

  static RuleInfo info(String id) {
    return new RuleInfo(
        id,
        id,
        "Title of " + id,
        "",
        "somebody",
        Level.MEDIUM,
        "",
        "",
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Place("test.yml", 1));
  }

  static Rule rule(String id) {
    return new Rule(info(id), Logsource.ANY, new Expression.All(List.of()), List.of());
  }

  static Threshold atLeast(String number) {
    return new Threshold(Comparison.AT_LEAST, new BigDecimal(number));
  }

  static Correlation correlation(
      String id, Kind kind, List<String> rules, List<String> groupBy, int seconds, String field) {
    return new Correlation(
        info(id),
        kind,
        rules,
        groupBy,
        Map.of(),
        Duration.ofSeconds(seconds),
        field,
        50,
        List.of(),
        false);
  }

  static Correlation with(Correlation of, Threshold... thresholds) {
    return new Correlation(
        of.info(),
        of.kind(),
        of.rules(),
        of.groupBy(),
        of.aliases(),
        of.span(),
        of.field(),
        of.percentile(),
        List.of(thresholds),
        of.generate());
  }

  static Correlation generating(Correlation of) {
    return new Correlation(
        of.info(),
        of.kind(),
        of.rules(),
        of.groupBy(),
        of.aliases(),
        of.span(),
        of.field(),
        of.percentile(),
        of.thresholds(),
        true);
  }

  /// An event, valid until the next one is made.
  ///
  /// @param fields name, value, name, value; the value `null` is that of JSON
  Event event(String tenant, long time, String... fields) {
    byte[] record = String.join(" ", fields).getBytes(StandardCharsets.UTF_8);
    draft.begin(record, 0, record.length, new Source(tenant, "file"));
    draft.time(time);
    for (int i = 0; i < fields.length; i += 2) {
      byte[] value = fields[i + 1].getBytes(StandardCharsets.UTF_8);
      ValueKind kind = fields[i + 1].equals("null") ? ValueKind.NULL : ValueKind.TEXT;
      draft.made(names.id(fields[i]), kind, value, 0, value.length);
    }
    return draft.event();
  }
}
