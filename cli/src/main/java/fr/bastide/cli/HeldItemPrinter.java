package fr.bastide.cli;

import fr.bastide.airlock.Words;
import fr.bastide.airlock.flow.FlowEvent;
import fr.bastide.airlock.flow.HeldItem;
import fr.bastide.gateway.FileLedger;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Tells held items.
final class HeldItemPrinter {

  private final Console console;

  HeldItemPrinter(Console console) {
    this.console = console;
  }

  /// The journal of a side.
  ///
  /// @throws UsageError when no side was ever run in this folder
  static FileLedger ledger(Path state) throws IOException {
    if (!Files.isDirectory(state)) {
      throw new UsageError(
          "--state\u00a0: il n’y a pas de dossier %s.".formatted(state),
          "--state: there is no folder %s.".formatted(state));
    }
    return FileLedger.open(state);
  }

  void line(HeldItem item) {
    Text state = state(item);
    Words.OfReason why = Words.of(item.held().reason());
    console.say(
        "%5d  %s  %-12s %-10s %s\u00a0: %s"
            .formatted(
                item.number(),
                when(item.held().at()),
                item.held().flow(),
                state.fr(),
                item.held().name(),
                why.what().fr()),
        "%5d  %s  %-12s %-10s %s: %s"
            .formatted(
                item.number(),
                when(item.held().at()),
                item.held().flow(),
                state.en(),
                item.held().name(),
                why.what().en()));
  }

  void whole(HeldItem item) {
    line(item);
    Words.OfReason why = Words.of(item.held().reason());
    console.say("Que faire\u202f? " + why.ask().fr(), "What to do? " + why.ask().en());
    console.say(
        "%d octets, SHA-256 %s".formatted(item.held().size(), item.held().sha256()),
        "%d bytes, SHA-256 %s".formatted(item.held().size(), item.held().sha256()));
    item.steps().forEach(step -> console.say(step(step)));
  }

  private static Text state(HeldItem item) {
    return switch (item.state()) {
      case HELD -> new Text("retenu", "held");
      case REQUESTED -> new Text("demandé", "requested");
      case RELEASED -> new Text("libéré", "released");
      case SENT -> new Text("envoyé", "sent");
      case REFUSED -> new Text("refusé", "refused");
      case EXPIRED -> new Text("échu", "expired");
    };
  }

  private Text step(FlowEvent.OfItem step) {
    String at = when(step.at());
    return switch (step) {
      case FlowEvent.Held _ -> new Text(at + "  retenu au sas", at + "  held at the airlock");
      case FlowEvent.Requested one ->
          new Text(
              at + "  demandé par " + one.by() + noted(one.note()),
              at + "  requested by " + one.by() + noted(one.note()));
      case FlowEvent.Released one ->
          new Text(
              at + "  libéré par " + one.by() + noted(one.note()),
              at + "  released by " + one.by() + noted(one.note()));
      case FlowEvent.Refused one ->
          new Text(
              at + "  refusé par " + one.by() + noted(one.note()),
              at + "  refused by " + one.by() + noted(one.note()));
      case FlowEvent.Expired _ -> new Text(at + "  échu", at + "  expired");
      case FlowEvent.Sent _ ->
          new Text(at + "  remis au lien, tel quel", at + "  handed to the link, as it is");
    };
  }

  private static String noted(String note) {
    return note.isEmpty() ? "" : " (" + note + ")";
  }

  private String when(Instant instant) {
    return DateTimeFormatter.ofPattern(
            console.language() == Language.FR ? "dd/MM/yyyy HH:mm" : "yyyy-MM-dd HH:mm",
            console.language().locale())
        .format(instant.atZone(ZoneId.systemDefault()));
  }
}
