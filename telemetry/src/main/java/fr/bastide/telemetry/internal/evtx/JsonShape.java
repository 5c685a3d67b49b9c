package fr.bastide.telemetry.internal.evtx;

import fr.bastide.telemetry.ValueKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// Writes a record's XML as nested JSON in the shape that the usual dump tools for EVTX give:
///
/// - an element with nothing in it is `null`; with text alone, its text; with attributes or
///   elements, an object, whose attributes stand in `#attributes` and whose text in `#text`;
/// - integers and truth values are JSON's, everything else is a string; attributes without a value
///   are left out;
/// - in `EventData` and `UserData` an element `Data` with a name is a member of that name, empty
///   text when there is none; those without a name are one member `Data` whose `#text` is their
///   text, a list when they are several;
/// - a name that is taken already gets `_1`, `_2` and so on.
final class JsonShape {

  private static final String TEXT = "#text";
  private static final String ATTRIBUTES = "#attributes";
  private static final String DATA = "Data";
  private static final Set<String> HOLDERS = Set.of("EventData", "UserData");

  private final JsonGenerator json;

  JsonShape(JsonGenerator json) {
    this.json = json;
  }

  /// Writes the content of an element without name: the record as one object.
  void write(Xml.Element root) {
    object(root, false, true);
  }

  private void value(Xml.Element element) {
    List<Xml.Text> texts = element.texts();
    boolean attributed = element.attributes().stream().anyMatch(a -> !a.empty());
    if (attributed || !element.elements().isEmpty()) {
      object(element, HOLDERS.contains(element.name()), true);
    } else if (texts.isEmpty()) {
      json.writeNull();
    } else {
      text(texts);
    }
  }

  private void object(Xml.Element element, boolean holder, boolean attributes) {
    Map<String, Integer> taken = new HashMap<>();
    json.writeStartObject();
    if (attributes) {
      attributes(element, taken);
    }
    List<Xml.Text> texts = element.texts();
    if (texts.stream().anyMatch(t -> !t.empty())) {
      json.writeName(free(TEXT, taken));
      text(texts);
    }
    List<Xml.Element> unnamed =
        holder
            ? element.elements().stream().filter(e -> isData(e) && name(e).isEmpty()).toList()
            : List.of();
    boolean told = false;
    for (Xml.Element child : element.elements()) {
      if (!holder || !isData(child)) {
        json.writeName(free(child.name(), taken));
        value(child);
      } else if (name(child).isPresent()) {
        json.writeName(free(name(child).get(), taken));
        data(child);
      } else if (!told) {
        told = true;
        json.writeName(free(DATA, taken));
        unnamed(unnamed);
      }
    }
    json.writeEndObject();
  }

  private void attributes(Xml.Element element, Map<String, Integer> taken) {
    List<Xml.Attribute> told = element.attributes().stream().filter(a -> !a.empty()).toList();
    if (told.isEmpty()) {
      return;
    }
    json.writeName(free(ATTRIBUTES, taken));
    json.writeStartObject();
    Map<String, Integer> names = new HashMap<>();
    for (Xml.Attribute attribute : told) {
      json.writeName(free(attribute.name(), names));
      text(attribute.texts().stream().filter(t -> t.kind() != ValueKind.NULL).toList());
    }
    json.writeEndObject();
  }

  private void data(Xml.Element element) {
    if (!element.elements().isEmpty()) {
      object(element, false, false);
    } else if (element.texts().isEmpty()) {
      json.writeString("");
    } else {
      text(element.texts());
    }
  }

  /// The text of all data without a name: what came as one list of strings looks like as many
  /// elements.
  private void unnamed(List<Xml.Element> elements) {
    json.writeStartObject();
    json.writeName(TEXT);
    boolean list = elements.size() > 1;
    if (list) {
      json.writeStartArray();
    }
    for (Xml.Element element : elements) {
      data(element);
    }
    if (list) {
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /// The text of an element or attribute: one value as what it is, several put together.
  private void text(List<Xml.Text> texts) {
    if (texts.size() == 1) {
      Xml.Text only = texts.getFirst();
      if (only.items().size() > 1) {
        json.writeStartArray();
        only.items().forEach(item -> item(only.kind(), item));
        json.writeEndArray();
      } else {
        item(only.kind(), only.items().isEmpty() ? "" : only.items().getFirst());
      }
      return;
    }
    StringBuilder whole = new StringBuilder();
    texts.forEach(t -> whole.append(String.join(",", t.items())));
    json.writeString(whole.toString());
  }

  private void item(ValueKind kind, String text) {
    switch (kind) {
      case NUMBER -> json.writeNumber(text);
      case TRUTH -> json.writeBoolean(Boolean.parseBoolean(text));
      default -> json.writeString(text);
    }
  }

  private static boolean isData(Xml.Element element) {
    return element.name().equals(DATA);
  }

  private static Optional<String> name(Xml.Element data) {
    for (Xml.Attribute attribute : data.attributes()) {
      if (attribute.name().equals("Name") && !attribute.empty()) {
        StringBuilder name = new StringBuilder();
        attribute.texts().forEach(t -> name.append(String.join(",", t.items())));
        return Optional.of(name.toString());
      }
    }
    return Optional.empty();
  }

  private static String free(String name, Map<String, Integer> taken) {
    String free = name;
    while (taken.putIfAbsent(free, 1) != null) {
      free = name + '_' + (taken.merge(name, 1, Integer::sum) - 1);
    }
    return free;
  }
}
