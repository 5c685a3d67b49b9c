package fr.bastide.telemetry.evtx;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import fr.bastide.telemetry.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came of reading a file.
record Reading(List<Event> events, List<Trouble> troubles) {

  private static final Taxonomy TAXONOMY = new Taxonomy(new FieldNames(), new Origins());

  static Reading of(byte[] file) {
    return of(new EvtxReader(TAXONOMY), new ByteArrayInputStream(file));
  }

  static Reading withSlack(byte[] file) {
    return of(new EvtxReader(TAXONOMY).withSlack(), new ByteArrayInputStream(file));
  }

  static Reading of(EvtxReader reader, InputStream input) {
    Reading reading = new Reading(new ArrayList<>(), new ArrayList<>());
    try {
      reader.read(
          input,
          Source.named("sample.evtx"),
          event -> reading.events.add(event.keep()),
          reading.troubles::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reading;
  }

  static List<JsonNode> json(byte[] file) {
    List<JsonNode> nodes = new ArrayList<>();
    try {
      EvtxJson.read(
          new ByteArrayInputStream(file),
          json -> nodes.add(JsonMapper.shared().readTree(json)),
          trouble -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nodes;
  }

  /// The numbers of the records read.
  List<String> records() {
    return events.stream().map(e -> e.text("EventRecordID").orElse("?")).toList();
  }

  /// All values of an event as `name=text`, with the kind behind it where it is not text.
  static List<String> fields(Event event) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < event.size(); i++) {
      String kind =
          switch (event.kind(i)) {
            case TEXT -> "";
            case NUMBER -> " (number)";
            case TRUTH -> " (truth)";
            case NULL -> " (null)";
            case STRUCTURE -> " (structure)";
          };
      fields.add(event.name(i) + "=" + event.text(i) + kind);
    }
    return fields;
  }
}
