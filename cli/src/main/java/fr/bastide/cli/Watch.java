package fr.bastide.cli;

import fr.bastide.cli.alert.AlertSink;
import fr.bastide.detection.Level;
import fr.bastide.detection.Rule;
import fr.bastide.detection.correlation.Bounds;
import fr.bastide.detection.correlation.Correlator;
import fr.bastide.detection.correlation.Episode;
import fr.bastide.detection.correlation.Load;
import fr.bastide.detection.match.Detector;
import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.kernel.Language;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.Taxonomy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Matches rules and correlations on the events of logs, and hands alerts to whoever shows them.
final class Watch {

  /// Files are read one after another, whatever their times.
  private static final Duration LATENESS = Duration.ofDays(7);

  private final LogReading logs;
  private final Detector.Session session;
  private final Correlator correlator;
  private final Level least;
  private final List<AlertSink> sinks;
  private final List<Rule> matched = new ArrayList<>();
  private final long started = System.nanoTime();
  private long alerts;

  Watch(RuleLibrary library, Level least, List<AlertSink> sinks, LogReading logs) {
    Taxonomy taxonomy = logs.taxonomy();
    this.session = new Detector(taxonomy.names(), library.book().rules()).session();
    this.correlator =
        new Correlator(
            taxonomy.names(),
            taxonomy.origins(),
            library.book().correlations(),
            Bounds.standard().withLateness(LATENESS),
            this::tell,
            logs::tell);
    this.least = least;
    this.sinks = List.copyOf(sinks);
    this.logs = logs;
  }

  /// Reads the files to their end, and ends what is open.
  void read(LogFiles files) {
    logs.read(files, this::match);
    correlator.finish();
  }

  long alerts() {
    return alerts;
  }

  /// Prints what was done, on the error stream.
  void stats(Console console) {
    double seconds = (System.nanoTime() - started) / 1e9;
    boolean french = console.language() == Language.FR;
    console
        .err()
        .printf(
            console.language().locale(),
            french
                ? "%d fichiers, %,d événements, %,d alertes, %,d ennuis de lecture, %.1f s (%,.0f"
                    + " événements/s)%n"
                : "%d files, %,d events, %,d alerts, %,d reading troubles, %.1f s (%,.0f"
                    + " events/s)%n",
            logs.files().size(),
            logs.events(),
            alerts,
            logs.troubled(),
            seconds,
            logs.events() / seconds);
    bounds(console.language()).forEach(console.err()::println);
  }

  /// The bounds that were reached, in words; empty when everything was counted.
  List<String> bounds(Language language) {
    Load load = correlator.load();
    long names = logs.taxonomy().names().overflowed();
    if (load.evicted() + load.cut() + load.late() + names == 0) {
      return List.of();
    }
    return List.of(
        String.format(
            language.locale(),
            language == Language.FR
                ? "Bornes atteintes\u00a0: %,d groupes sortis, %,d événements sortis, %,d trop"
                    + " tardifs, %,d noms de champs en trop"
                : "Bounds reached: %,d groups left, %,d events left, %,d too late, %,d field"
                    + " names too many",
            load.evicted(),
            load.cut(),
            load.late(),
            names));
  }

  private void match(Event event) {
    matched.clear();
    session.match(event, matched::add);
    if (matched.isEmpty()) {
      return;
    }
    for (Rule rule : matched) {
      if (rule.info().level().compareTo(least) >= 0 && correlator.alone(rule.info().id())) {
        alerts++;
        sinks.forEach(sink -> sink.match(rule, event, logs.reading()));
      }
    }
    correlator.match(event, List.copyOf(matched));
  }

  private void tell(Episode episode) {
    if (episode.alert().rule().level().compareTo(least) < 0
        || !correlator.alone(episode.alert().rule().id())) {
      return;
    }
    if (episode.stage() == Episode.Stage.OPENED) {
      alerts++;
    }
    sinks.forEach(sink -> sink.episode(episode));
  }
}
