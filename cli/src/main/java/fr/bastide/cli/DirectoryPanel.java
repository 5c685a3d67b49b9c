package fr.bastide.cli;

import fr.bastide.directory.Directory;
import fr.bastide.directory.Vocabulary;
import fr.bastide.directory.file.DirectoryFiles;
import fr.bastide.directory.file.DrawFiles;
import fr.bastide.directory.file.NeedFiles;
import fr.bastide.directory.file.Reading;
import fr.bastide.directory.panel.Draw;
import fr.bastide.directory.panel.Ledger;
import fr.bastide.directory.panel.Need;
import fr.bastide.directory.sourcing.SourcingPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Draws a panel of providers for a need, or draws one again from its record.
@Command(name = "panel")
final class DirectoryPanel implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "NEED", arity = "0..1", descriptionKey = "need")
  private @Nullable Path need;

  @Option(names = "--providers", paramLabel = "FILE")
  private @Nullable Path providers;

  @Option(names = "--seed", paramLabel = "N")
  private @Nullable Long seed;

  @Option(names = "--history", paramLabel = "DRAW", arity = "1..*")
  private List<Path> history = new ArrayList<>();

  @Mixin private PolicyOptions policies = new PolicyOptions();

  @Option(names = "--replay", paramLabel = "DRAW")
  private @Nullable Path replay;

  @Option(names = "--explain")
  private boolean explain;

  @Option(names = "--json")
  private boolean json;

  @Mixin private NewFile output = new NewFile();

  DirectoryPanel(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (replay != null) {
      return replay(replay);
    }
    if (need == null || providers == null || seed == null) {
      throw new UsageError(
          "Donnez un besoin, --providers FICHIER et --seed N\u00a0; ou --replay TIRAGE.",
          "Give a need, --providers FILE and --seed N; or --replay DRAW.");
    }
    return draw(need, providers, seed);
  }

  private int replay(Path record) throws IOException {
    if (need != null || providers != null || seed != null || !history.isEmpty()) {
      throw new UsageError(
          "--replay va seul\u00a0: le tirage contient tout ce qu’il faut.",
          "--replay goes alone: the draw holds all it needs.");
    }
    Reading<Draw> reading = DrawFiles.replay(DirectorySource.bytes(record, DrawFiles.MAX_BYTES));
    Optional<Draw> drawn = DirectorySource.usable(console, record, reading);
    if (drawn.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    print(drawn.get(), Optional.empty());
    if (!json) {
      console.say("Refait à l’identique, à l’octet près.", "Drawn again, the same to the byte.");
    }
    return ExitCode.DONE;
  }

  private int draw(Path file, Path directoryFile, long number) throws IOException {
    Vocabulary words = Vocabulary.builtin();
    Optional<Need> asked =
        DirectorySource.usable(
            console, file, NeedFiles.read(DirectorySource.bytes(file, NeedFiles.MAX_BYTES), words));
    Optional<Directory> directory =
        DirectorySource.usable(
            console,
            directoryFile,
            DirectoryFiles.read(
                DirectorySource.bytes(directoryFile, DirectoryFiles.MAX_BYTES), words));
    Optional<SourcingPolicy> policy = policies.read(console);
    Optional<Ledger> ledger = ledger();
    if (asked.isEmpty() || directory.isEmpty() || policy.isEmpty() || ledger.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    Draw drawn = Draw.of(asked.get(), directory.get(), policy.get(), number, ledger.get());
    print(drawn, directory);
    return drawn.panel().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  /// What the draws named owe, each counted once, whatever their order; each is drawn again first:
  /// one that was altered is refused.
  private Optional<Ledger> ledger() throws IOException {
    Map<String, Draw> draws = new TreeMap<>();
    boolean refused = false;
    for (Path path : history) {
      Optional<Draw> draw =
          DirectorySource.usable(
              console, path, DrawFiles.replay(DirectorySource.bytes(path, DrawFiles.MAX_BYTES)));
      refused |= draw.isEmpty();
      draw.ifPresent(known -> draws.put(known.digest(), known));
    }
    return refused
        ? Optional.empty()
        : Optional.of(
            Ledger.of(
                draws.values().stream()
                    .sorted(
                        Comparator.comparing((Draw draw) -> draw.need().date())
                            .thenComparing(Draw::digest))
                    .toList()));
  }

  private void print(Draw drawn, Optional<Directory> directory) throws IOException {
    String record = DrawFiles.json(drawn);
    if (output.file().isPresent()) {
      output.write(console, record.getBytes(StandardCharsets.UTF_8));
    }
    PanelPrinter printer = new PanelPrinter(console, drawn, directory);
    if (json && explain) {
      console.out().println(printer.explained(record));
    } else if (json) {
      console.out().print(record);
      console.out().flush();
    } else {
      printer.print(explain);
    }
  }
}
