package fr.bastide.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.directory.Directory;
import fr.bastide.directory.Small;
import fr.bastide.directory.panel.Draw;
import fr.bastide.directory.panel.Ledger;
import fr.bastide.directory.sample.SampleDirectory;
import fr.bastide.directory.sourcing.SourcingPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemasTest {

  private static String resource(String name) throws IOException {
    try (InputStream in = Directory.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Schema schema(String kind) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(resource(kind + ".schema.json"), InputFormat.JSON);
  }

  @ParameterizedTest
  @CsvSource({
    "vocabulary, vocabulary.yaml, months: 24, months: two years",
    "sourcing-policy, sourcing-policy.yaml, accept: other, accept: everything",
    "reasons, reasons.yaml, 'never-validated: {fr', 'never-validated: {de'",
    "sample, sample.yaml, weight: 8, weight: heavy",
    "directory, occitanie.yaml, 'id: seclab', 'id: Sec Lab'"
  })
  void everyFileFollowsItsSchemaAndTheSchemaSeesFaults(
      String kind, String file, String good, String bad) throws IOException {
    String yaml = resource(file);
    assertThat(schema(kind).validate(yaml, InputFormat.YAML)).isEmpty();
    assertThat(yaml).contains(good);
    assertThat(schema(kind).validate(yaml.replace(good, bad), InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void whatIsWrittenFollowsItsSchema() throws IOException {
    Directory sample = SampleDirectory.territory(3, 60, Small.DAY);
    assertThat(schema("directory").validate(DirectoryFiles.json(sample), InputFormat.JSON))
        .isEmpty();
    Draw draw = Draw.of(Small.need(), sample, SourcingPolicy.builtin(), -5, Ledger.EMPTY);
    Draw next =
        Draw.of(
            Small.need(), sample, SourcingPolicy.builtin(), 6, Ledger.of(java.util.List.of(draw)));
    assertThat(schema("draw").validate(DrawFiles.json(draw), InputFormat.JSON)).isEmpty();
    assertThat(schema("draw").validate(DrawFiles.json(next), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSamplesOfTheseTestsFollowTheirSchemas() throws IOException {
    assertThat(schema("need").validate(NeedFilesTest.GOOD, InputFormat.YAML)).isEmpty();
    assertThat(schema("body-policy").validate(PolicyFilesTest.BODY, InputFormat.YAML)).isEmpty();
    assertThat(
            schema("need")
                .validate(NeedFilesTest.GOOD.replace("incident", "fire"), InputFormat.YAML))
        .isNotEmpty();
    assertThat(
            schema("body-policy")
                .validate(PolicyFilesTest.BODY.replace("exclude", "allow"), InputFormat.YAML))
        .isNotEmpty();
  }
}
