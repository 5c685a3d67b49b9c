package fr.bastide.telemetry.internal.json;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.EventReader;
import fr.bastide.telemetry.EventSink;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.Troubles;
import fr.bastide.telemetry.internal.PlainInput;
import fr.bastide.telemetry.internal.Utf8Watch;
import java.io.IOException;
import java.io.InputStream;

/// Reads JSON objects, one a line or written over several, one after another or in a list, or in
/// the envelopes that [JsonEnvelope] knows.
public final class JsonReader implements EventReader {

  private final Taxonomy taxonomy;
  private final String shape;
  private final EventDraft draft;
  private final JsonScanner scanner;

  /// A reader whose events get their meaning from this taxonomy.
  public JsonReader(Taxonomy taxonomy) {
    this(taxonomy, "json");
  }

  /// A reader of a format that is JSON but has a name of its own, such as `eve`.
  public JsonReader(Taxonomy taxonomy, String shape) {
    this.taxonomy = taxonomy;
    this.shape = shape;
    this.draft = new EventDraft(taxonomy.names(), taxonomy.origins());
    this.scanner = new JsonScanner(taxonomy.names(), draft);
  }

  @Override
  public void read(InputStream input, Source source, EventSink sink, Troubles troubles)
      throws IOException {
    Utf8Watch watch = new Utf8Watch(PlainInput.utf8(input));
    new JsonReading(new JsonInput(watch), scanner, draft, source, this::give, sink, troubles).run();
    watch.tell(troubles);
  }

  private void give(EventSink sink) {
    taxonomy.apply(draft, shape);
    sink.accept(draft.event());
  }
}
