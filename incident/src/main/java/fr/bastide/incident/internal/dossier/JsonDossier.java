package fr.bastide.incident.internal.dossier;

import fr.bastide.document.Fields;
import fr.bastide.incident.dossier.Block;
import fr.bastide.incident.dossier.Dossier;
import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.dossier.Part;
import fr.bastide.incident.dossier.Piece;
import fr.bastide.incident.internal.Calendar;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes a document as JSON, as a stream. A line is a list of texts and blanks.
public final class JsonDossier {

  private static final String FORMAT = "incident-dossier/1";

  private static final ObjectWriteContext PRETTY =
      new ObjectWriteContext.Base() {
        @Override
        public DefaultPrettyPrinter getPrettyPrinter() {
          return new DefaultPrettyPrinter();
        }
      };

  private JsonDossier() {}

  /// The whole document.
  public static String write(Dossier dossier) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(PRETTY, text)) {
      json.writeStartObject();
      json.writeStringProperty("bastide", FORMAT);
      json.writeStringProperty("kind", dossier.kind());
      json.writeStringProperty("version", dossier.version());
      json.writeStringProperty("language", dossier.language().tag());
      json.writeStringProperty("title", dossier.title());
      json.writeStringProperty("reference", dossier.reference());
      json.writeStringProperty(
          "at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(dossier.at().atZone(Calendar.PARIS)));
      json.writeArrayPropertyStart("blanks");
      dossier.blanks().forEach(json::writeString);
      json.writeEndArray();
      json.writeArrayPropertyStart("parts");
      dossier.parts().forEach(part -> part(json, part));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void part(JsonGenerator json, Part part) {
    json.writeStartObject();
    json.writeStringProperty("role", Fields.spelling(part.role()));
    json.writeStringProperty("title", part.title());
    json.writeArrayPropertyStart("blocks");
    part.blocks().forEach(block -> block(json, block));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void block(JsonGenerator json, Block block) {
    json.writeStartObject();
    json.writeStringProperty("id", block.id());
    switch (block) {
      case Block.Heading heading -> {
        json.writeStringProperty("type", "heading");
        json.writeNumberProperty("level", heading.level());
        named(json, "text", heading.text());
      }
      case Block.Paragraph paragraph -> {
        json.writeStringProperty("type", "paragraph");
        named(json, "text", paragraph.text());
      }
      case Block.Items items -> {
        json.writeStringProperty("type", "list");
        json.writeBooleanProperty("ordered", items.ordered());
        all(json, "items", items.items());
      }
      case Block.Form form -> form(json, form);
      case Block.Table table -> table(json, table);
      case Block.Written written -> {
        json.writeStringProperty("type", "written");
        all(json, "paragraphs", written.paragraphs());
      }
      case Block.Contested contested -> {
        json.writeStringProperty("type", "contested");
        all(json, "written", contested.written().paragraphs());
        json.writeName("now");
        block(json, contested.now());
      }
    }
    json.writeEndObject();
  }

  private static void form(JsonGenerator json, Block.Form form) {
    json.writeStringProperty("type", "form");
    named(json, "caption", form.caption());
    json.writeArrayPropertyStart("rows");
    for (Block.Form.Row row : form.rows()) {
      json.writeStartObject();
      json.writeStringProperty("label", row.label());
      named(json, "value", row.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void table(JsonGenerator json, Block.Table table) {
    json.writeStringProperty("type", "table");
    named(json, "caption", table.caption());
    json.writeArrayPropertyStart("columns");
    table.columns().forEach(column -> json.writeString(column.head()));
    json.writeEndArray();
    json.writeArrayPropertyStart("rows");
    for (List<Line> row : table.rows()) {
      json.writeStartArray();
      row.forEach(cell -> line(json, cell));
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void all(JsonGenerator json, String name, List<Line> lines) {
    json.writeArrayPropertyStart(name);
    lines.forEach(line -> line(json, line));
    json.writeEndArray();
  }

  private static void named(JsonGenerator json, String name, Line line) {
    json.writeName(name);
    line(json, line);
  }

  private static void line(JsonGenerator json, Line line) {
    json.writeStartArray();
    for (Piece piece : line.pieces()) {
      json.writeStartObject();
      switch (piece) {
        case Piece.Words words -> json.writeStringProperty("text", words.text());
        case Piece.Blank blank -> json.writeStringProperty("blank", blank.label());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
