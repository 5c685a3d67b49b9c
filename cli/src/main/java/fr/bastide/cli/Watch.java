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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Matches rules and correlations on the events of logs, and hands alerts to whoever shows them.
final class Watch {

  /// How far apart in time files may be beyond what [TimeOrder] holds.
  private static final Duration LATENESS = Duration.ofDays(7);

  private final LogReading logs;
  private final Detector.Session session;
  private final Correlator correlator;
  private final Level least;
  private final List<AlertSink> sinks;
  private final List<Rule> matched = new ArrayList<>();
  private final long started = System.nanoTime();
  private final Set<String> correlated = new HashSet<>();
  private TimeOrder order;
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
    library.book().correlations().forEach(one -> correlated.addAll(one.rules()));
    this.order = new TimeOrder(0, correlator::match);
    this.least = least;
    this.sinks = List.copyOf(sinks);
    this.logs = logs;
  }

  /// Reads the files to their end, and ends what is open.
  void read(LogFiles files) {
    order = new TimeOrder(files.live() ? 0 : TimeOrder.MOST, correlator::match);
    logs.read(files, this::match);
    order.finish();
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
                ? "Fichiers\u00a0: %,d. Événements\u00a0: %,d. Alertes\u00a0: %,d. Ennuis de lecture\u00a0: %,d."
                    + " Durée\u00a0: %.1f\u00a0s (%,.0f événements par seconde).%n"
                : "Files: %,d. Events: %,d. Alerts: %,d. Reading troubles: %,d."
                    + " Duration: %.1f s (%,.0f events a second).%n",
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
                ? "Bornes atteintes, pour les corrélations\u00a0: groupes oubliés\u00a0: %,d, événements"
                    + " oubliés\u00a0: %,d, événements trop tardifs\u00a0: %,d\u202f; noms de champs en"
                    + " trop\u00a0: %,d."
                : "Bounds reached, for correlations: groups forgotten: %,d, events forgotten: %,d,"
                    + " events too late: %,d; field names too many: %,d.",
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
    if (matched.stream().anyMatch(rule -> correlated.contains(rule.info().id()))) {
      order.accept(event, List.copyOf(matched));
    }
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
