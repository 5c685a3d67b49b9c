package fr.bastide.cli;

import fr.bastide.cli.alert.AlertSink;
import fr.bastide.cli.timeline.Reading;
import fr.bastide.cli.timeline.Timeline;
import fr.bastide.detection.Level;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleBook;
import fr.bastide.detection.rule.RuleLibrary;
import fr.bastide.detection.stix.StixReport;
import fr.bastide.detection.stix.TlpMarking;
import fr.bastide.detection.surge.Strike;
import fr.bastide.detection.surge.Surge;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs detection rules over logs, without a server.
@Command(name = "detect")
final class DetectCommand implements Callable<Integer> {

  /// What makes a body of its own.
  private enum Tenants {
    NONE,
    FOLDER
  }

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--rules", paramLabel = "builtin|DIR|FILE", defaultValue = RuleSource.BUILTIN)
  private List<String> rules = List.of(RuleSource.BUILTIN);

  @Mixin private LogOptions logs = new LogOptions();

  @Option(names = "--tenant-by", paramLabel = "none|folder", defaultValue = "NONE")
  private Tenants tenants = Tenants.NONE;

  @Option(names = "--output", paramLabel = "table|jsonl|ecs|ocsf|stix", defaultValue = "TABLE")
  private AlertPrinter.Form output = AlertPrinter.Form.TABLE;

  @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "LOW")
  private Level level = Level.LOW;

  @Option(names = "--explain")
  private boolean explain;

  @Option(names = "--timeline", paramLabel = "FILE.html")
  private @Nullable Path timeline;

  @Option(names = "--zone", paramLabel = "ZONE")
  private @Nullable String zone;

  @Option(names = "--tlp", paramLabel = "LABEL")
  private @Nullable String tlp;

  @Option(names = "--backtest", paramLabel = "FILE|DIR")
  private @Nullable String backtest;

  @Option(names = "--surges")
  private boolean surges;

  @Option(names = "--stats")
  private boolean stats;

  @Mixin private DataFolder folder = new DataFolder();

  private RuleLibrary known =
      new RuleLibrary(new RuleBook(List.of(), List.of(), List.of()), Map.of(), List.of(), 0);

  DetectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    LogReading reading = logs.reading(console, timeline != null);
    ZoneId times = zone();
    StixReport bundle = bundle();
    if (surges || backtest != null) {
      alone();
    }
    if (timeline != null) {
      new OutputFile(timeline).check();
    }
    LogFiles files = logs.files(byFolder());
    if (surges) {
      return surges(files, reading);
    }
    return backtest == null
        ? alerts(files, reading, times, bundle)
        : backtest(backtest, files, reading, times);
  }

  private int alerts(LogFiles files, LogReading reading, ZoneId times, StixReport bundle)
      throws IOException {
    RuleLibrary library = library();
    known = library;
    Timeline page = new Timeline(library, console.language());
    boolean lines = output == AlertPrinter.Form.TABLE || output == AlertPrinter.Form.JSONL;
    Territory territory = new Territory(console, output, explain, lines);
    List<AlertSink> sinks = new ArrayList<>();
    if (output == AlertPrinter.Form.STIX) {
      sinks.add(new StixSink(bundle));
    } else {
      sinks.add(byFolder() ? territory : new AlertPrinter(console, output, explain));
    }
    if (timeline != null) {
      sinks.add(page);
    }
    Watch watch = new Watch(library, level, sinks, reading);
    watch.read(files);
    if (byFolder()) {
      List<Strike> strikes = territory.find(reading::tell);
      StrikePrinter printer = new StrikePrinter(console, output, library);
      strikes.forEach(printer::print);
      territory.release();
      page.strikes(strikes);
    }
    if (timeline != null) {
      write(timeline, page, head(reading, library, watch, times));
    }
    if (output == AlertPrinter.Form.STIX) {
      bundle.write(console.out());
      console.out().println();
    }
    OutputClosed.check(console.out());
    if (stats) {
      watch.stats(console);
    }
    return reading.exitCode(watch.alerts() > 0);
  }

  private int surges(LogFiles files, LogReading reading) {
    SurgeFinder finder = new SurgeFinder(reading);
    reading.read(files, finder::see);
    List<Surge> found = finder.find();
    int told = new SurgePrinter(console, output).print(found);
    console
        .err()
        .println(
            new Text(
                    "%,d événements de %,d sources sur %,d heures\u202f; alertes de débit\u00a0: %,d, sans date\u00a0: %,d, en trop\u00a0: %,d.",
                    "%,d events of %,d sources over %,d hours; alerts of rate: %,d, without a date: %,d, too many: %,d.")
                .in(console.language())
                .formatted(
                    reading.events(),
                    finder.sources(),
                    finder.hours(),
                    told,
                    finder.untimed(),
                    finder.leftOut()));
    return reading.exitCode(told > 0);
  }

  private int backtest(String word, LogFiles files, LogReading reading, ZoneId times) {
    if (!word.equals(RuleSource.BUILTIN) && !Files.exists(Path.of(word))) {
      throw new UsageError(
          "--backtest\u00a0: il n’y a rien à %s\u00a0: vérifiez le chemin de la règle."
              .formatted(word),
          "--backtest: there is nothing at %s: check the path of the rule.".formatted(word));
    }
    RuleSource source = RuleSource.of(List.of(word), folder.path());
    if (source.library().book().rules().isEmpty()) {
      source.tellRefusals(console);
      throw new UsageError(
          "--backtest\u00a0: aucune règle de %s ne peut être prise.".formatted(word),
          "--backtest: no rule of %s can be taken.".formatted(word));
    }
    source.tellRefusals(console);
    boolean compare = spec.commandLine().getParseResult().hasMatchedOption("--rules");
    List<Rule> others = compare ? library().book().rules() : List.of();
    Backtest trial = new Backtest(source.library(), others, reading.taxonomy().names(), times);
    Watch watch = new Watch(source.library(), level, List.of(trial), reading);
    watch.read(files);
    BacktestPrinter printer = new BacktestPrinter(console, reading, trial.compared());
    for (Backtest.Outcome outcome : trial.outcomes()) {
      if (output == AlertPrinter.Form.JSONL) {
        printer.json(outcome);
      } else {
        printer.table(outcome);
      }
      OutputClosed.check(console.out());
    }
    return reading.exitCode(watch.alerts() > 0);
  }

  private boolean byFolder() {
    return tenants == Tenants.FOLDER;
  }

  /// Neither writes anything but its own tables.
  private void alone() {
    boolean lines = output == AlertPrinter.Form.TABLE || output == AlertPrinter.Form.JSONL;
    if (timeline != null || !lines || surges && backtest != null) {
      throw new UsageError(
          "--surges et --backtest vont l’un sans l’autre, sans --timeline, et avec --output table ou jsonl.",
          "--surges and --backtest go one without the other, without --timeline, and with --output table or jsonl.");
    }
  }

  private StixReport bundle() {
    Optional<TlpMarking> marking = Optional.empty();
    if (tlp != null) {
      marking = TlpMarking.of(tlp);
      if (marking.isEmpty() || output != AlertPrinter.Form.STIX) {
        throw new UsageError(
            "--tlp\u00a0: clear, green, amber, amber+strict ou red, avec --output stix.",
            "--tlp: clear, green, amber, amber+strict or red, with --output stix.");
      }
    }
    RuleTexts texts = new RuleTexts(rules.contains(RuleSource.BUILTIN));
    return new StixReport(rule -> texts.whole(rule, known), marking, Instant.now());
  }

  private RuleLibrary library() {
    RuleSource source = RuleSource.of(rules.stream().toList(), folder.path());
    source.tellRefusals(console);
    if (source.library().book().rules().isEmpty()) {
      throw new UsageError(
          "--rules\u00a0: aucune règle ne peut être prise\u00a0: rien n’a été lu.",
          "--rules: no rule can be taken: nothing was read.");
    }
    return source.library();
  }

  private void write(Path file, Timeline page, Reading head) throws IOException {
    new OutputFile(file).write(writer -> page.write(writer, head));
    console
        .err()
        .println(
            switch (console.language()) {
              case FR -> "Chronologie écrite\u00a0: " + file;
              case EN -> "Timeline written: " + file;
            });
  }

  private Reading head(LogReading reading, RuleLibrary library, Watch watch, ZoneId times)
      throws IOException {
    List<String> troubles = new ArrayList<>(watch.bounds(console.language()));
    troubles.addAll(reading.troubles());
    List<String> command = new ArrayList<>(List.of("bastide"));
    command.addAll(spec.root().commandLine().getParseResult().originalArgs());
    return new Reading(
        reading.files(),
        troubles,
        reading.troubled() + reading.failures(),
        RuleVersion.of(rules.stream().toList(), library),
        command,
        Version.program(),
        Instant.now(),
        times);
  }

  private ZoneId zone() {
    try {
      return zone == null ? ZoneId.systemDefault() : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw new UsageError(
          "--zone\u00a0: «\u00a0%s\u00a0» n’existe pas. Exemples\u00a0: Europe/Paris, UTC, Indian/Reunion."
              .formatted(zone),
          "--zone: there is no \"%s\". Examples: Europe/Paris, UTC, Indian/Reunion."
              .formatted(zone));
    }
  }
}
