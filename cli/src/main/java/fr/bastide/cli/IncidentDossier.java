package fr.bastide.cli;

import fr.bastide.incident.Facts;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Dossier;
import fr.bastide.incident.dossier.DossierKind;
import fr.bastide.incident.dossier.Dossiers;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.print.DossierDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a document from the facts of a case, or lists the documents that can be made.
@Command(name = "dossier")
final class IncidentDossier implements Callable<Integer> {

  private static final List<String> ENDINGS = List.of(".pdf", ".docx", ".txt", ".json");

  private final Console console;

  @Parameters(index = "0", paramLabel = "KIND", arity = "0..1")
  private @Nullable String kind;

  @Parameters(index = "1", paramLabel = "FACTS", arity = "0..1")
  private Path facts = Path.of("-");

  @Mixin private NewFile output = new NewFile();

  @Mixin private CaseOptions options = new CaseOptions();

  @Option(names = "--without-guide")
  private boolean withoutGuide;

  IncidentDossier(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (kind == null) {
      list();
      return ExitCode.DONE;
    }
    DossierKind asked = asked(kind);
    String ending = ending();
    output.check();
    Instant at = options.asked();
    Optional<Facts> known = FactsSource.usable(console, facts, ObligationBook.builtin());
    if (known.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    Optional<CaseFile> file =
        options.file(console, Qualification.of(known.get(), at, Switches.NONE));
    if (file.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    Dossier made = Dossiers.make(asked, file.get(), console.language());
    if (made.language() != console.language()) {
      console.err().println("This document is in French: a French authority reads it.");
    }
    Dossier dossier = withoutGuide ? made.handedOver() : made;
    output.write(console, bytes(dossier, ending));
    return ExitCode.DONE;
  }

  private static byte[] bytes(Dossier dossier, String ending) {
    return switch (ending) {
      case ".pdf" -> DossierDocuments.pdf(dossier);
      case ".docx" -> DossierDocuments.docx(dossier);
      case ".json" -> (Dossiers.json(dossier) + "\n").getBytes(StandardCharsets.UTF_8);
      default -> Dossiers.text(dossier).getBytes(StandardCharsets.UTF_8);
    };
  }

  private String ending() {
    if (output.file().isEmpty()) {
      return ".txt";
    }
    String name = output.file().get().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream()
        .filter(name::endsWith)
        .findFirst()
        .orElseThrow(() ->
            new UsageError(
                "Un document s’écrit en .pdf, .docx, .txt ou .json.",
                "A document is written as .pdf, .docx, .txt or .json."));
  }

  private void list() {
    for (DossierKind one : Dossiers.kinds()) {
      console.out().println("  " + one.id() + " – " + one.name().in(console.language()));
      console.out().println("      " + one.purpose().in(console.language()));
    }
  }

  private static DossierKind asked(String name) {
    return Dossiers.kind(name)
        .orElseThrow(() -> {
          String known = String.join(", ", Dossiers.kinds().stream().map(DossierKind::id).toList());
          return new UsageError(
              "Il n’y a pas de document «\u00a0%s\u00a0». Possibles\u00a0: %s."
                  .formatted(name, known),
              "There is no document \"%s\". Possible: %s.".formatted(name, known));
        });
  }
}
