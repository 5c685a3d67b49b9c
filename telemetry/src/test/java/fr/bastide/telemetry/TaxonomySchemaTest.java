package fr.bastide.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The mapping data keep to their schema, and to what a schema cannot say.
class TaxonomySchemaTest {

  @Test
  void filesKeepToTheSchema() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("/fr/bastide/telemetry/taxonomy.schema.json"));
    List<String> faults = new ArrayList<>();
    for (String file : TaxonomyData.files()) {
      String json =
          JsonMapper.shared().writeValueAsString(TaxonomyData.load(TaxonomyData.mapping(file)));
      for (Error error : schema.validate(json, InputFormat.JSON)) {
        faults.add(file + ": " + error);
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void identifiersAreUnique() {
    Set<Object> seen = new HashSet<>();
    for (String file : TaxonomyData.files()) {
      for (Map<?, ?> entry : TaxonomyData.entries(file)) {
        assertThat(seen.add(String.valueOf(entry.get("id"))))
            .as("%s in %s", entry.get("id"), file)
            .isTrue();
      }
    }
  }

  @Test
  void everyBlockHasAWitness() {
    for (String file : TaxonomyData.files()) {
      for (Map<?, ?> entry : TaxonomyData.entries(file)) {
        for (Object block : TaxonomyData.list(entry.get("when"))) {
          boolean witnessed =
              ((Map<?, ?>) block)
                  .values().stream()
                      .anyMatch(wanted ->
                          !(wanted instanceof Map<?, ?> test)
                              || !(test.containsKey("not")
                                  || Boolean.FALSE.equals(test.get("exists"))));
          assertThat(witnessed).as("%s in %s", entry.get("id"), file).isTrue();
        }
      }
    }
  }

  private static String text(String path) throws IOException {
    try (InputStream in = TaxonomySchemaTest.class.getResourceAsStream(path)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
