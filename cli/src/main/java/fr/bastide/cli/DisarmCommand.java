package fr.bastide.cli;

import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.receipt.OperatorKey;
import fr.bastide.airlock.worker.Settings;
import fr.bastide.airlock.worker.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Rebuilds files without anything that could hurt, or checks a receipt.
@Command(name = "disarm")
final class DisarmCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(paramLabel = "FILE|DIR", arity = "0..1")
  private @Nullable Path input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT")
  private @Nullable Path output;

  @Option(names = "--policy", paramLabel = "strict|standard|lenient", defaultValue = "standard")
  private String policy = "standard";

  @Option(names = "--receipts", paramLabel = "DIR")
  private @Nullable Path receipts;

  @Option(names = "--pixels")
  private boolean pixels;

  @Option(names = "--json")
  private boolean json;

  @Option(names = "--key", paramLabel = "FILE")
  private Path key = Path.of("bastide-data", "receipts.key");

  @Option(names = "--verify", paramLabel = "RECEIPT")
  private @Nullable Path verify;

  DisarmCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (verify != null) {
      return new ReceiptVerify(console, key).check(verify, Optional.ofNullable(input));
    }
    if (input == null || output == null) {
      throw new UsageError(
          "Donnez un fichier ou un dossier, et avec -o le dossier où écrire.",
          "Give a file or a folder, and with -o the folder to write to.");
    }
    Policy chosen = policy();
    List<FileAtDoor> files = FileAtDoor.find(input);
    apart(input, output);
    Optional<OperatorKey> seal =
        receipts == null && !json ? Optional.empty() : Optional.of(OperatorKey.in(key));
    OutFolder out = OutFolder.open(output);
    Optional<OutFolder> papers =
        receipts == null ? Optional.empty() : Optional.of(OutFolder.open(receipts));
    DisarmPrinter printer = new DisarmPrinter(console, files.size(), json);
    try (Workshop workshop = Workshop.open(Settings.standard())) {
      workshop.prepare();
      return new DisarmRun(workshop, chosen, out, papers, seal, printer).run(files);
    }
  }

  private Policy policy() {
    String name = policy.toLowerCase(Locale.ROOT);
    if (!Policies.NAMES.contains(name)) {
      throw new UsageError(
          "--policy\u00a0: «\u00a0%s\u00a0» n’existe pas\u00a0: choisissez strict, standard ou lenient."
              .formatted(policy),
          "--policy: there is no \"%s\": choose strict, standard or lenient.".formatted(policy));
    }
    Policy chosen = Policies.named(name);
    return pixels ? chosen.withPixels() : chosen;
  }

  /// What comes out must not be walked as if it came in.
  private static void apart(Path in, Path out) {
    Path from = in.toAbsolutePath().normalize();
    Path to = out.toAbsolutePath().normalize();
    if (Files.isDirectory(in) && to.startsWith(from)) {
      throw new UsageError(
          "Le dossier de sortie %s est dans le dossier à traiter\u00a0: choisissez-en un autre."
              .formatted(out),
          "The folder %s to write to is inside the folder to disarm: choose another."
              .formatted(out));
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new UsageError(
          "-o\u00a0: %s n’est pas un dossier.".formatted(out),
          "-o: %s is no folder.".formatted(out));
    }
  }
}
