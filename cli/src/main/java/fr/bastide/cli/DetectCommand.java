package fr.bastide.cli;

import fr.bastide.detection.Level;
import fr.bastide.telemetry.Formats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Runs detection rules over logs, without a server.
@Command(name = "detect")
final class DetectCommand implements Callable<Integer> {

  private final Console console;

  @Option(names = "--rules", paramLabel = "builtin|DIR|FILE", defaultValue = RuleSource.BUILTIN)
  private List<String> rules = List.of(RuleSource.BUILTIN);

  @Option(names = "--input", paramLabel = "FILE|DIR|-", defaultValue = LogFiles.STANDARD_INPUT)
  private List<String> input = List.of(LogFiles.STANDARD_INPUT);

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = Formats.AUTO)
  private String format = Formats.AUTO;

  @Option(names = "--output", paramLabel = "table|jsonl|ecs|ocsf", defaultValue = "TABLE")
  private AlertPrinter.Form output = AlertPrinter.Form.TABLE;

  @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "LOW")
  private Level level = Level.LOW;

  @Option(names = "--explain")
  private boolean explain;

  @Option(names = "--stats")
  private boolean stats;

  @Mixin private DataFolder folder = new DataFolder();

  DetectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Formats.names().contains(format)) {
      throw new UsageError(
          "--format : « %s » n’existe pas. Formats : %s."
              .formatted(format, String.join(", ", Formats.names())),
          "--format: there is no \"%s\". Formats: %s."
              .formatted(format, String.join(", ", Formats.names())));
    }
    LogFiles files = LogFiles.find(input.stream().map(LogFiles::named).toList());
    RuleSource source = RuleSource.of(rules, folder.path());
    source.tellRefusals(console);
    Watch watch =
        new Watch(source.library(), level, new AlertPrinter(console, output, explain), console);
    for (Path file : files.paths()) {
      watch.read(file, format);
    }
    watch.finish();
    if (stats) {
      watch.stats();
    }
    return watch.alerts() > 0 ? ExitCode.FINDINGS : ExitCode.DONE;
  }
}
