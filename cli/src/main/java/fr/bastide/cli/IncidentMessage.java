package fr.bastide.cli;

import fr.bastide.incident.Facts;
import fr.bastide.incident.Qualification;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.message.Message;
import fr.bastide.incident.message.MessageKind;
import fr.bastide.incident.message.Messages;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a message from the facts of a case, or lists the messages.
@Command(name = "message")
final class IncidentMessage implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "KIND", arity = "0..1")
  private @Nullable String kind;

  @Parameters(index = "1", paramLabel = "FACTS", arity = "0..1")
  private Path facts = Path.of("-");

  @Option(names = "--incident", paramLabel = "KIND")
  private @Nullable String incident;

  @Mixin private NewFile output = new NewFile();

  @Mixin private CaseOptions options = new CaseOptions();

  IncidentMessage(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (kind == null) {
      list();
      return ExitCode.DONE;
    }
    MessageKind asked = asked(kind);
    Optional<String> about = Optional.ofNullable(incident).map(IncidentMessage::about);
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
    String chosen = about.orElse(Messages.incidents(known.get()).getFirst());
    Message message = Messages.make(asked, chosen, file.get());
    String text = message.subject().plain(Language.FR) + "\n\n" + message.body() + "\n";
    output.write(console, text.getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }

  private void list() {
    for (MessageKind one : Messages.kinds()) {
      console.out().println("  " + one.id() + " – " + one.name().in(console.language()));
      console.out().println("      " + one.purpose().in(console.language()));
    }
  }

  private static MessageKind asked(String name) {
    return Messages.kind(name)
        .orElseThrow(() ->
            unknown("message", name, Messages.kinds().stream().map(MessageKind::id).toList()));
  }

  private static String about(String name) {
    if (!Messages.incidents().contains(name)) {
      throw unknown("incident", name, Messages.incidents());
    }
    return name;
  }

  private static UsageError unknown(String what, String name, List<String> known) {
    String list = String.join(", ", known);
    return new UsageError(
        "Il n’y a pas de%s «\u00a0%s\u00a0». Possibles\u00a0: %s."
            .formatted(what.equals("incident") ? " nature d’incident" : " message", name, list),
        "There is no %s \"%s\". Possible: %s."
            .formatted(what.equals("incident") ? "kind of incident" : "message", name, list));
  }
}
