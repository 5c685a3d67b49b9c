package fr.bastide.detection.imports;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// An [ImportRecord] as JSON.
final class RecordJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private RecordJson() {}

  static byte[] write(ImportRecord about) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source", about.source());
    fields.put("version", about.version());
    fields.put("sha256", about.sha256());
    fields.put("at", about.at().toString());
    fields.put("files", about.files());
    fields.put("rules", about.rules());
    fields.put("correlations", about.correlations());
    fields.put("refused", about.refused());
    fields.put("licences", about.licences());
    return JSON.writeValueAsBytes(fields);
  }

  static ImportRecord read(byte[] json) throws IOException {
    try {
      JsonNode fields = JSON.readTree(json);
      List<String> licences =
          fields.path("licences").valueStream().map(licence -> licence.asString("")).toList();
      return new ImportRecord(
          fields.path("source").asString(""),
          fields.path("version").asString(""),
          fields.path("sha256").asString(""),
          Instant.parse(fields.path("at").asString("")),
          fields.path("files").asInt(0),
          fields.path("rules").asInt(0),
          fields.path("correlations").asInt(0),
          fields.path("refused").asInt(0),
          licences);
    } catch (JacksonException | DateTimeException broken) {
      throw new IOException(broken);
    }
  }
}
