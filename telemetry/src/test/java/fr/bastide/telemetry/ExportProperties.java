package fr.bastide.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.export.EcsWriter;
import fr.bastide.telemetry.export.OcsfWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever stands in an event, both exports are one JSON object with the members that their
/// schemas require.
class ExportProperties {

  private final JsonMapper jackson = JsonMapper.shared();
  private final FieldNames names = new FieldNames();
  private final Taxonomy taxonomy = new Taxonomy(names, new Origins());
  private final EventDraft draft = new EventDraft(names, taxonomy.origins());
  private final JsonRecords records = new JsonRecords(names);
  private final EcsWriter ecs = new EcsWriter();
  private final OcsfWriter ocsf = new OcsfWriter();

  @Test
  void everySampleCanBeExported() {
    for (String file : TaxonomyData.files()) {
      for (Map<?, ?> sample : TaxonomyData.samples(file)) {
        String shape = sample.get("shape") instanceof String named ? named : "json";
        check(jackson.writeValueAsString(sample.get("event")), shape);
      }
    }
  }

  @Test
  void anythingCanBeExported() {
    RandomGenerator random = Seed.random();
    RandomJson json = new RandomJson(random);
    for (int run = 0; run < 5_000; run++) {
      String event = json.object();
      String signs =
          "\"ecs\":{\"version\":1},\"process\":3,\"process.pid\":[4],\"product\":\"windows\"";
      check(event, "json");
      check("{" + signs + (event.equals("{}") ? "" : ",") + event.strip().substring(1), "json");
    }
  }

  private void check(String json, String shape) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    if (!records.fill(bytes, 0, bytes.length, Source.named("f"), draft)) {
      return;
    }
    taxonomy.apply(draft, shape);
    JsonNode inEcs = jackson.readTree(ecs.json(draft.event()));
    assertThat(inEcs.at("/ecs/version").isMissingNode()).as(json).isFalse();
    assertThat(inEcs.at("/event/kind").isMissingNode()).as(json).isFalse();
    JsonNode inOcsf = jackson.readTree(ocsf.json(draft.event()));
    for (String member :
        new String[] {
          "class_uid", "category_uid", "activity_id", "type_uid", "time", "severity_id"
        }) {
      assertThat(inOcsf.path(member).isIntegralNumber()).as("%s of %s", member, json).isTrue();
    }
    assertThat(inOcsf.path("type_uid").asLong())
        .isEqualTo(100 * inOcsf.path("class_uid").asLong() + inOcsf.path("activity_id").asLong());
  }
}
