package fr.bastide.telemetry.evtx;

import fr.bastide.telemetry.Event;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The fields that a record's nested JSON amounts to, worked out from the JSON alone: `name=text`,
/// without the white space at the end.
final class FlatJson {

  private FlatJson() {}

  static List<String> fields(Event event) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < event.size(); i++) {
      fields.add((event.name(i) + "=" + event.text(i)).stripTrailing());
    }
    return fields;
  }

  static List<String> fields(JsonNode record) {
    List<String> fields = new ArrayList<>();
    JsonNode event = record.get("Event");
    event
        .get("System")
        .forEachEntry((name, value) -> {
          value
              .path("#attributes")
              .forEachEntry((attribute, text) -> {
                boolean time = attribute.equals("SystemTime");
                add(time ? name : name + "_" + attribute, text, fields);
              });
          add(name, value.isObject() ? value.path("#text") : value, fields);
        });
    body("", event.path("EventData"), fields);
    event.path("UserData").forEach(wrapper -> body("", wrapper, fields));
    return fields;
  }

  private static void body(String prefix, JsonNode body, List<String> fields) {
    body.forEachEntry((name, value) -> {
      if (name.startsWith("#")) {
        return;
      }
      add(prefix + name, value.isObject() ? value.path("#text") : value, fields);
      if (value.isObject()) {
        body(prefix + name + ".", value, fields);
      }
    });
  }

  private static void add(String name, JsonNode value, List<String> fields) {
    if (value.isArray()) {
      value.forEach(item -> add(name, item, fields));
    } else if (!value.isNull() && !value.isMissingNode()) {
      fields.add((name + "=" + value.asString()).stripTrailing());
    }
  }
}
