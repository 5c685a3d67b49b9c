package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.internal.json.JsonScanner;

/// A JSON object as the message of a line.
final class JsonPayload implements Payload {

  private final JsonScanner scanner;

  JsonPayload(FieldNames names) {
    scanner = new JsonScanner(names, new EventDraft(names, new Origins()));
  }

  @Override
  public boolean stands(byte[] b, int from, int to) {
    return from < to && b[from] == '{';
  }

  @Override
  public boolean fill(byte[] b, int from, int to, EventDraft draft) {
    return scanner.scan(b, from, to, draft) >= 0;
  }

  @Override
  public String shape() {
    return "json";
  }
}
