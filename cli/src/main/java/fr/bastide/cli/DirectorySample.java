package fr.bastide.cli;

import fr.bastide.directory.Directory;
import fr.bastide.directory.file.DirectoryFiles;
import fr.bastide.directory.sample.SampleDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes a test directory: the real firms of the seed, and fictional ones, marked as such.
@Command(name = "sample")
final class DirectorySample implements Callable<Integer> {

  private static final int USUAL = 200;

  private final Console console;

  @Option(names = "--count", paramLabel = "N")
  private int count = USUAL;

  @Option(names = "--seed", paramLabel = "N")
  private long seed = 1;

  @Option(names = "--date", paramLabel = "DATE")
  private @Nullable LocalDate date;

  @Mixin private NewFile output = new NewFile();

  DirectorySample(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    int real = SampleDirectory.occitanie().providers().size();
    if (count < real || count > SampleDirectory.MOST) {
      throw new UsageError(
          "--count\u00a0: de " + real + " à " + SampleDirectory.MOST + ".",
          "--count: from " + real + " to " + SampleDirectory.MOST + ".");
    }
    LocalDate today = date == null ? LocalDate.now(ZoneId.of("Europe/Paris")) : date;
    Directory made =
        count == real ? SampleDirectory.occitanie() : SampleDirectory.territory(seed, count, today);
    output.write(console, DirectoryFiles.json(made).getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
