package fr.bastide.detection.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Seeds;
import fr.bastide.telemetry.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Correlators against [PlainCorrelator], and against themselves stopped and started again.
class CorrelatorProperties {

  private static final int CASES = 10_000;
  private static final long SEED = Seeds.value();
  private static final Duration LATENESS = Duration.ofSeconds(15);
  private static final Bounds BOUNDS = Bounds.standard().withLateness(LATENESS);

  private final Samples samples = new Samples();

  /// What one run told, as the plain one words it, and with the events.
  private static final class Run {
    final List<String> told = new ArrayList<>();
    final List<String> events = new ArrayList<>();

    void tell(Episode episode) {
      var alert = episode.alert();
      StringBuilder group = new StringBuilder();
      alert.group().forEach(word -> group.append(word).append(';'));
      told.add(
          "%d %s %s %s [%s] %d..%d x%d"
              .formatted(
                  episode.number(),
                  episode.stage(),
                  alert.rule().id(),
                  alert.tenant(),
                  group,
                  shown(episode.since()),
                  shown(alert.time()),
                  alert.count()));
      for (Event event : alert.events()) {
        assertThat(event.source().tenant()).isEqualTo(alert.tenant());
        StringBuilder text = new StringBuilder().append(event.time()).append(event.origin());
        for (int i = 0; i < event.size(); i++) {
          text.append(' ').append(event.name(i)).append(event.kind(i)).append(event.text(i));
        }
        events.add(text.append(new String(event.record(), StandardCharsets.UTF_8)).toString());
      }
    }

    private static long shown(long time) {
      return time == Event.NO_TIME ? 0 : time;
    }
  }

  private Correlator correlator(List<Correlation> correlations, Run run) {
    return new Correlator(samples.names, samples.origins, correlations, BOUNDS, run::tell, _ -> {});
  }

  private void feed(Correlator to, RandomStreams.Match match) {
    Event event =
        samples.event(match.tenant(), match.time(), match.fields().toArray(String[]::new));
    to.match(event, match.rules().stream().map(Samples::rule).toList());
  }

  @Test
  void tellsWhatThePlainOneTells() {
    int told = 0;
    for (int i = 0; i < CASES; i++) {
      RandomStreams streams = new RandomStreams(new Random(SEED + i));
      List<Correlation> correlations = streams.correlations();
      Run run = new Run();
      Correlator correlator = correlator(correlations, run);
      PlainCorrelator plain = new PlainCorrelator(correlations, LATENESS.toNanos() / 1_000);
      List<RandomStreams.Match> matches = streams.matches(60);
      for (int k = 0; k < matches.size(); k++) {
        RandomStreams.Match match = matches.get(k);
        feed(correlator, match);
        plain.match(
            samples.event(match.tenant(), match.time(), match.fields().toArray(String[]::new)),
            match.rules());
        assertThat(run.told)
            .as("seed %d, case %d, match %d: %s", SEED, i, k, correlations)
            .isEqualTo(plain.told);
      }
      told += run.told.size();
    }
    assertThat(told).isGreaterThan(CASES);
  }

  @Test
  void goesOnFromASavedStateAsIfNeverStopped() throws IOException {
    for (int i = 0; i < CASES / 5; i++) {
      RandomStreams streams = new RandomStreams(new Random(SEED + i));
      List<Correlation> correlations = streams.correlations();
      List<RandomStreams.Match> matches = streams.matches(60);
      Run whole = new Run();
      Correlator one = correlator(correlations, whole);
      matches.forEach(match -> feed(one, match));
      Run parts = new Run();
      Correlator now = correlator(correlations, parts);
      for (int k = 0; k < matches.size(); k++) {
        if (k % 17 == i % 17) {
          ByteArrayOutputStream state = new ByteArrayOutputStream();
          now.save(state);
          now = correlator(correlations, parts);
          now.restore(new ByteArrayInputStream(state.toByteArray()));
          ByteArrayOutputStream again = new ByteArrayOutputStream();
          now.save(again);
          assertThat(again.toByteArray()).isEqualTo(state.toByteArray());
        }
        feed(now, matches.get(k));
      }
      assertThat(parts.told).as("seed %d, case %d", SEED, i).isEqualTo(whole.told);
      assertThat(parts.events).as("seed %d, case %d", SEED, i).isEqualTo(whole.events);
    }
  }

  @Test
  void replacingWithTheSameCorrelationsChangesNothing() {
    for (int i = 0; i < CASES / 10; i++) {
      RandomStreams streams = new RandomStreams(new Random(SEED + i));
      List<Correlation> correlations = streams.correlations();
      List<RandomStreams.Match> matches = streams.matches(60);
      Run still = new Run();
      Correlator one = correlator(correlations, still);
      matches.forEach(match -> feed(one, match));
      Run changing = new Run();
      Correlator other = correlator(correlations, changing);
      for (RandomStreams.Match match : matches) {
        other.replace(correlations);
        feed(other, match);
      }
      assertThat(changing.told).as("seed %d, case %d", SEED, i).isEqualTo(still.told);
    }
  }

  @Test
  void staysWithinAnyBounds() {
    for (int i = 0; i < CASES / 5; i++) {
      Random random = new Random(SEED + i);
      RandomStreams streams = new RandomStreams(random);
      int perGroup = 1 + random.nextInt(6);
      int groups = 1 + random.nextInt(5);
      int events = perGroup + random.nextInt(10);
      Bounds tight = new Bounds(LATENESS, groups, perGroup, events, random.nextInt(4), 2_000);
      Correlator correlator =
          new Correlator(
              samples.names, samples.origins, streams.correlations(), tight, _ -> {}, _ -> {});
      for (RandomStreams.Match match : streams.matches(80)) {
        feed(correlator, match);
        Load load = correlator.load();
        assertThat(load.groups()).as("seed %d, case %d", SEED, i).isLessThanOrEqualTo(groups);
        assertThat(load.events()).as("seed %d, case %d", SEED, i).isLessThanOrEqualTo(events);
      }
      correlator.finish();
      assertThat(correlator.load().events()).as("seed %d, case %d", SEED, i).isZero();
      assertThat(correlator.load().groups()).as("seed %d, case %d", SEED, i).isZero();
    }
  }
}
