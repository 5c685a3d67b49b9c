package fr.bastide.detection.stix;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;

/// The published JSON schemas of STIX 2.1, read from the corpus.
final class StixSchemas {

  private static final Path FOLDER = Path.of("../../shared/corpora/respond/stix/schemas");
  private static final String ADDRESS =
      "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(StixSchemas::text));
  private final Map<String, Schema> schemas = new HashMap<>();

  private StixSchemas() {}

  /// The schemas; the test is skipped aloud when they are not there.
  static StixSchemas get() {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER), "skipped: no corpus at " + FOLDER.toAbsolutePath().normalize());
    return new StixSchemas();
  }

  private static @Nullable String text(String address) {
    if (!address.startsWith(ADDRESS)) {
      return null;
    }
    try {
      return Files.readString(FOLDER.resolve(address.substring(ADDRESS.length())));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// What is wrong with an object, by the schema of its type; empty when nothing is.
  List<String> errors(JsonNode object) {
    String type = object.get("type").asString();
    return schemas
        .computeIfAbsent(type, this::schema)
        .validate(object.toString(), InputFormat.JSON)
        .stream()
        .map(error -> type + ": " + error)
        .toList();
  }

  private Schema schema(String type) {
    for (String folder : List.of("sdos", "sros", "observables", "common")) {
      String file = folder + "/" + type + ".json";
      if (Files.isRegularFile(FOLDER.resolve(file))) {
        return registry.getSchema(SchemaLocation.of(ADDRESS + file));
      }
    }
    throw new AssertionError("there is no schema for " + type);
  }
}
