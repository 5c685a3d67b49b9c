package fr.bastide.telemetry.internal.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/// Hostile JSON streams: whatever the bytes, events whose values lie within them, or troubles.
class JsonReaderFuzz {

  private static final FieldNames NAMES = new FieldNames();
  private static final JsonReader READER = new JsonReader(new Taxonomy(NAMES, new Origins()));

  @FuzzTest(maxDuration = "60s")
  void neverThrows(byte[] bytes) throws IOException {
    READER.read(
        new ByteArrayInputStream(bytes),
        Source.named("fuzz"),
        JsonReaderFuzz::look,
        trouble -> {
          if (!trouble.place().startsWith("line ")) {
            throw new AssertionError("a trouble without a place: " + trouble);
          }
        });
  }

  private static void look(Event event) {
    Event kept = event.keep();
    for (int i = 0; i < event.size(); i++) {
      if (event.start(i) < 0
          || event.end(i) < event.start(i)
          || event.end(i) > event.bytes(i).length
          || !event.text(i).equals(kept.text(i))) {
        throw new AssertionError("value " + i + " of " + event.name(i) + " is out of place");
      }
    }
  }
}
