package fr.bastide.detection.stix;

import fr.bastide.detection.EventHost;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleInfo;
import fr.bastide.detection.correlation.Episode;
import fr.bastide.telemetry.Event;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Gathers alerts and writes them as one STIX 2.1 bundle: each rule an indicator whose pattern is
/// the Sigma rule itself, each rule on each machine a sighting with what was observed.
///
/// Bounded: 10,000 sightings, five observations each and 5,000 in all, 32 MB of records; a
/// sighting's count goes on beyond, and what had no sighting is told in a note. Not safe for
/// threads.
///
/// @see <a href="https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html">STIX 2.1</a>
public final class StixReport {

  private static final int MOST_SIGHTINGS = 10_000;
  private static final int MOST_OBSERVED = 5_000;
  private static final int MOST_OF_ONE = 5;
  private static final long MOST_RECORDS = 32L << 20;
  private static final long MOST_COUNT = 999_999_999;

  private record Key(String rule, String tenant, String host, long episode) {}

  private record Observed(Instant first, boolean timed, List<String> refs) {}

  private static final class Sighting {
    final RuleInfo rule;
    final String tenant;
    final String host;
    final List<Observed> observed = new ArrayList<>();
    Instant first;
    Instant last;
    long count;

    Sighting(RuleInfo rule, String tenant, String host, Instant time) {
      this.rule = rule;
      this.tenant = tenant;
      this.host = host;
      this.first = time;
      this.last = time;
    }
  }

  private final Function<RuleInfo, String> patterns;
  private final Optional<TlpMarking> marking;
  private final Instant made;
  private final Observables observables = new Observables(MOST_RECORDS);
  private final Map<Key, Sighting> sightings = new LinkedHashMap<>();
  private int observed;
  private long leftOut;

  /// A report with nothing in it.
  ///
  /// @param patterns gives the text of a rule, in YAML
  /// @param marking how far everything may go
  /// @param made the time of the report
  public StixReport(
      Function<RuleInfo, String> patterns, Optional<TlpMarking> marking, Instant made) {
    this.patterns = patterns;
    this.marking = marking;
    this.made = made;
  }

  /// Takes a match of a rule.
  public void match(Rule rule, Event event) {
    String host = EventHost.of(event).orElse("");
    Key key = new Key(rule.info().id(), event.source().tenant(), host, 0);
    Instant time = StixMoments.of(event.time(), made);
    Sighting sighting = sighting(key, rule.info(), time);
    if (sighting != null) {
      sighting.count++;
      span(sighting, time, time);
      observe(sighting, event);
    }
  }

  /// Takes a telling of a correlation; a later one of the same episode takes its place.
  public void episode(Episode episode) {
    RuleInfo rule = episode.alert().rule();
    Key key = new Key(rule.id(), episode.alert().tenant(), "", episode.number());
    boolean opened = episode.stage() == Episode.Stage.OPENED;
    if (!opened && !sightings.containsKey(key)) {
      return;
    }
    Instant last = StixMoments.of(episode.alert().time(), made);
    Instant first = StixMoments.of(episode.since(), last);
    Sighting sighting = sighting(key, rule, first);
    if (sighting == null) {
      return;
    }
    sighting.count = episode.alert().count();
    span(sighting, first, last);
    if (opened) {
      episode.alert().events().forEach(event -> observe(sighting, event));
    }
  }

  private @Nullable Sighting sighting(Key key, RuleInfo rule, Instant time) {
    Sighting known = sightings.get(key);
    if (known == null && sightings.size() < MOST_SIGHTINGS) {
      known = new Sighting(rule, key.tenant(), key.host(), time);
      sightings.put(key, known);
    }
    if (known == null) {
      leftOut++;
    }
    return known;
  }

  private static void span(Sighting sighting, Instant first, Instant last) {
    sighting.first = first.isBefore(sighting.first) ? first : sighting.first;
    sighting.last = last.isAfter(sighting.last) ? last : sighting.last;
  }

  private void observe(Sighting sighting, Event event) {
    if (sighting.observed.size() < MOST_OF_ONE && observed < MOST_OBSERVED) {
      observed++;
      sighting.observed.add(
          new Observed(
              StixMoments.of(event.time(), made),
              event.time() != Event.NO_TIME,
              observables.of(event)));
    }
  }

  /// Writes the bundle as JSON.
  public void write(Writer writer) {
    StixObjects objects = new StixObjects(patterns, marking, made);
    for (Sighting sighting : sightings.values()) {
      String indicator = objects.indicator(sighting.rule, sighting.first);
      List<String> seen = new ArrayList<>();
      for (Observed one : sighting.observed) {
        seen.add(objects.observed(one.first(), one.timed(), one.refs()));
      }
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("first_seen", StixMoments.text(sighting.first));
      properties.put("last_seen", StixMoments.text(sighting.last));
      properties.put("count", Math.min(sighting.count, MOST_COUNT));
      properties.put("sighting_of_ref", indicator);
      if (!seen.isEmpty()) {
        properties.put("observed_data_refs", seen);
      }
      List<String> where = new ArrayList<>();
      if (!sighting.host.isEmpty()) {
        where.add(objects.identity(sighting.host, "system"));
      }
      if (!sighting.tenant.isEmpty()) {
        where.add(objects.identity(sighting.tenant, "organization"));
      }
      if (!where.isEmpty()) {
        properties.put("where_sighted_refs", where);
      }
      objects.sighting(properties);
    }
    if (leftOut > 0) {
      objects.note(
          leftOut
              + " alerts have no sighting here: this bundle holds no more than "
              + MOST_SIGHTINGS);
    }
    JsonMapper.shared().writeValue(writer, objects.bundle(observables.all().values()));
  }
}
