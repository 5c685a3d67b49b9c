package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.ValueKind;
import fr.bastide.telemetry.internal.json.JsonScanner;

/// JSON objects that stand as text in a value, such as AuditData of Microsoft 365 exports. Text
/// that is no JSON object is left alone: it still stands in its own field.
final class EmbeddedJson {

  private static final Source HERE = Source.named("");

  private final EventDraft inner;
  private final JsonScanner scanner;
  private byte[] plain = new byte[1_024];

  EmbeddedJson(FieldNames names, Origins origins) {
    this.inner = new EventDraft(names, origins);
    this.scanner = new JsonScanner(names, inner);
  }

  void read(EventDraft draft, Derivation.Embedded json) {
    Event event = draft.event();
    for (int k = 0; k < json.from().size(); k++) {
      int i = event.find(json.from().get(k), 0);
      if (i >= 0 && event.kind(i) == ValueKind.TEXT) {
        read(draft, i, json.under());
        return;
      }
    }
  }

  private void read(EventDraft draft, int i, int under) {
    int size = draft.event().end(i) - draft.event().start(i);
    if (size > plain.length) {
      plain = new byte[size];
    }
    int length = draft.event().plain(i, plain, 0);
    int from = 0;
    while (from < length && plain[from] == ' ') {
      from++;
    }
    inner.begin(plain, from, length, HERE);
    int end =
        under < 0
            ? scanner.scan(plain, from, length, inner)
            : scanner.scan(plain, from, length, inner, under);
    if (end < 0) {
      return;
    }
    Event found = inner.event();
    byte[] value = new byte[length];
    for (int k = 0; k < found.size(); k++) {
      draft.made(found.field(k), found.kind(k), value, 0, found.plain(k, value, 0));
    }
  }
}
