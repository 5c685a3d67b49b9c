package fr.bastide.incident.internal;

import fr.bastide.document.Fields;
import fr.bastide.incident.reflex.Contact;
import fr.bastide.incident.reflex.ReflexCard;
import fr.bastide.incident.reflex.Step;
import fr.bastide.kernel.Text;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes reflex cards as JSON, in both languages.
public final class JsonReflex {

  /// The format, so that later ones can be told apart.
  static final String FORMAT = "incident-reflex/1";

  private static final ObjectWriteContext PRETTY =
      new ObjectWriteContext.Base() {
        @Override
        public DefaultPrettyPrinter getPrettyPrinter() {
          return new DefaultPrettyPrinter();
        }
      };

  private JsonReflex() {}

  /// See [fr.bastide.incident.file.Results#json].
  public static String write(String version, List<ReflexCard> cards) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(PRETTY, text)) {
      json.writeStartObject();
      json.writeStringProperty("bastide", FORMAT);
      json.writeStringProperty("version", version);
      json.writeArrayPropertyStart("cards");
      cards.forEach(card -> card(json, card));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void card(JsonGenerator json, ReflexCard card) {
    json.writeStartObject();
    json.writeStringProperty("kind", card.id());
    text(json, "name", card.name());
    text(json, "plain", card.plain());
    json.writeArrayPropertyStart("signs");
    card.clues()
        .forEach(clue -> {
          json.writeStartObject();
          json.writeStringProperty("sign", clue.sign().id());
          json.writeStringProperty("weight", Fields.spelling(clue.weight()));
          text(json, "text", clue.sign().text());
          json.writeEndObject();
        });
    json.writeEndArray();
    json.writeArrayPropertyStart("steps");
    card.steps().forEach(step -> step(json, step));
    json.writeEndArray();
    json.writeArrayPropertyStart("calls");
    card.calls().forEach(contact -> contact(json, contact));
    json.writeEndArray();
    words(json, "law", card.law());
    words(json, "sources", card.sources().stream().map(one -> one.address().toString()).toList());
    json.writeEndObject();
  }

  private static void step(JsonGenerator json, Step step) {
    json.writeStartObject();
    json.writeStringProperty("id", step.id());
    json.writeStringProperty("phase", Fields.spelling(step.phase()));
    json.writeStringProperty("who", Fields.spelling(step.who()));
    json.writeNumberProperty("minutes", step.minutes());
    text(json, "act", step.act());
    text(json, "why", step.why());
    text(json, "avoid", step.avoid());
    json.writeEndObject();
  }

  private static void contact(JsonGenerator json, Contact contact) {
    json.writeStartObject();
    json.writeStringProperty("id", contact.id());
    text(json, "name", contact.name());
    words(json, "numbers", contact.numbers());
    contact.address().ifPresent(uri -> json.writeStringProperty("address", uri.toString()));
    text(json, "help", contact.help());
    json.writeEndObject();
  }

  private static void words(JsonGenerator json, String name, List<String> words) {
    json.writeArrayPropertyStart(name);
    words.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, Text text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("fr", text.fr());
    json.writeStringProperty("en", text.en());
    json.writeEndObject();
  }
}
