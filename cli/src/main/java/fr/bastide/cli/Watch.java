package fr.bastide.cli;

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
import fr.bastide.telemetry.EventReader;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Formats;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads logs event by event, matches rules and correlations, and hands alerts to the printer.
final class Watch {

  /// Files are read one after another, whatever their times.
  private static final Duration LATENESS = Duration.ofDays(7);

  private final Taxonomy taxonomy = new Taxonomy(new FieldNames(), new Origins());
  private final Detector.Session session;
  private final Correlator correlator;
  private final Level least;
  private final AlertPrinter printer;
  private final Console console;
  private final List<Rule> matched = new ArrayList<>();
  private final long started = System.nanoTime();
  private String reading = "";
  private int files;
  private long events;
  private long alerts;
  private long troubles;

  Watch(RuleLibrary library, Level least, AlertPrinter printer, Console console) {
    Detector detector = new Detector(taxonomy.names(), library.book().rules());
    this.session = detector.session();
    this.correlator =
        new Correlator(
            taxonomy.names(),
            taxonomy.origins(),
            library.book().correlations(),
            Bounds.standard().withLateness(LATENESS),
            this::tell,
            this::tell);
    this.least = least;
    this.printer = printer;
    this.console = console;
  }

  /// Reads one file to its end.
  void read(Path file, String format) throws IOException {
    EventReader reader = Formats.reader(format, taxonomy).orElseThrow();
    files++;
    reading = file.toString();
    if (System.console() != null) {
      console.err().print("\r\u001b[K" + reading);
      console.err().flush();
    }
    if (LogFiles.standardInput(file)) {
      reader.read(System.in, Source.named("-"), this::match, this::tell);
      return;
    }
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      reader.read(input, Source.named(reading), this::match, this::tell);
    }
  }

  /// Ends what is open.
  void finish() {
    correlator.finish();
    if (System.console() != null) {
      console.err().print("\r\u001b[K");
      console.err().flush();
    }
    console.out().flush();
  }

  long alerts() {
    return alerts;
  }

  /// Prints what was done, on the error stream.
  void stats() {
    double seconds = (System.nanoTime() - started) / 1e9;
    Load load = correlator.load();
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
            files,
            events,
            alerts,
            troubles,
            seconds,
            events / seconds);
    long lost = load.evicted() + load.cut() + load.late() + taxonomy.names().overflowed();
    if (lost > 0) {
      console
          .err()
          .printf(
              console.language().locale(),
              french
                  ? "Bornes atteintes : %,d groupes sortis, %,d événements sortis, %,d trop"
                      + " tardifs, %,d noms de champs en trop%n"
                  : "Bounds reached: %,d groups left, %,d events left, %,d too late, %,d field"
                      + " names too many%n",
              load.evicted(),
              load.cut(),
              load.late(),
              taxonomy.names().overflowed());
    }
  }

  private void match(Event event) {
    events++;
    matched.clear();
    session.match(event, matched::add);
    if (matched.isEmpty()) {
      return;
    }
    for (Rule rule : matched) {
      if (rule.info().level().compareTo(least) >= 0 && correlator.alone(rule.info().id())) {
        alerts++;
        printer.match(rule, event, reading);
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
    printer.episode(episode);
  }

  private void tell(Trouble trouble) {
    troubles++;
    console
        .err()
        .println(reading + ", " + trouble.place() + ": " + trouble.what().in(console.language()));
  }
}
