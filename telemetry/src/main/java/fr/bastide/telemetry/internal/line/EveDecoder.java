package fr.bastide.telemetry.internal.line;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.internal.json.JsonProblems;
import fr.bastide.telemetry.internal.json.JsonScanner;

/// Suricata's EVE: one JSON object a line.
final class EveDecoder implements LineDecoder {

  private static final Text AFTER =
      new Text(
          "il y a autre chose après l’objet JSON\u00a0: la ligne est ignorée.",
          "something follows the JSON object: the line is passed over.");

  private final JsonScanner scanner;
  private final Stamps stamps;
  private final int timestamp;

  EveDecoder(FieldNames names, LineClock clock) {
    scanner = new JsonScanner(names, new EventDraft(names, new Origins()));
    stamps = new Stamps(clock);
    timestamp = names.id("timestamp");
  }

  @Override
  public void line(byte[] b, int from, int to, Outlet out) {
    int start = Scan.pastSpaces(b, from, to);
    EventDraft draft = out.begin(b, start, to);
    int end = scanner.scan(b, start, to, draft);
    if (end < 0) {
      out.tell(lost(JsonProblems.of(end, Math.max(1, scanner.faultAt() - from + 1))));
      return;
    }
    if (Scan.pastSpaces(b, end, to) < to) {
      out.tell(AFTER);
      return;
    }
    Event event = draft.event();
    int i = event.find(timestamp, 0);
    if (i >= 0 && stamps.iso(event.bytes(i), event.start(i), event.end(i)) >= 0) {
      draft.time(stamps.micros());
    }
    out.send("eve");
  }

  private static Text lost(Text problem) {
    return new Text(
        problem.fr() + "\u202f; la ligne est ignorée.",
        problem.en() + "; the line is passed over.");
  }
}
