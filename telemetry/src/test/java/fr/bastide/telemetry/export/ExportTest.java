package fr.bastide.telemetry.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.JsonRecords;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {

  private static final String PROCESS =
      """
      {"Channel":"Security","EventID":4688,"Provider_Name":"Microsoft-Windows-Security-Auditing",
       "Computer":"mairie-01","EventRecordID":991,"UtcTime":"2026-07-28 11:44:53.919","Level":0,
       "SubjectUserSid":"S-1-5-21-1","SubjectUserName":"alice","SubjectDomainName":"CORP",
       "NewProcessId":"0x21c","NewProcessName":"C:\\\\Windows\\\\vssadmin.exe","ProcessId":"0x10",
       "ParentProcessName":"C:\\\\Windows\\\\cmd.exe","CommandLine":"vssadmin delete shadows",
       "Odd":"kept","Nothing":null,"List":[1,2.5,"x"]}
      """;

  private final FieldNames names = new FieldNames();
  private final Taxonomy taxonomy = new Taxonomy(names, new Origins());
  private final JsonMapper jackson = JsonMapper.shared();
  private final EcsWriter ecs = new EcsWriter();
  private final OcsfWriter ocsf = new OcsfWriter();

  @Test
  void writesAProcessInEcs() {
    JsonNode json = jackson.readTree(ecs.json(event(PROCESS, new Source("mirepoix", "x.evtx"))));
    assertThat(json.at("/@timestamp").asString()).isEqualTo("2026-07-28T11:44:53.919Z");
    assertThat(json.at("/ecs/version").asString()).isEqualTo("9.0.0");
    assertThat(json.at("/organization/id").asString()).isEqualTo("mirepoix");
    assertThat(json.at("/event/category/0").asString()).isEqualTo("process");
    assertThat(json.at("/event/kind").asString()).isEqualTo("event");
    assertThat(json.at("/event/code").asString()).isEqualTo("4688");
    assertThat(json.at("/host/name").asString()).isEqualTo("mairie-01");
    assertThat(json.at("/host/os/type").asString()).isEqualTo("windows");
    assertThat(json.at("/process/name").asString()).isEqualTo("vssadmin.exe");
    assertThat(json.at("/process/pid").asLong()).isEqualTo(540);
    assertThat(json.at("/process/parent/pid").asLong()).isEqualTo(16);
    assertThat(json.at("/process/parent/executable").asString()).isEqualTo("C:\\Windows\\cmd.exe");
    assertThat(json.at("/user/name").asString()).isEqualTo("alice");
    assertThat(json.at("/user/domain").asString()).isEqualTo("CORP");
    assertThat(json.at("/winlog/channel").asString()).isEqualTo("Security");
    assertThat(json.at("/winlog/event_data/Odd").asString()).isEqualTo("kept");
    assertThat(json.at("/winlog/event_data/List").toString()).isEqualTo("[1,2.5,\"x\"]");
    assertThat(json.at("/winlog/event_data/Nothing").isMissingNode()).isTrue();
  }

  @Test
  void writesAProcessInOcsf() {
    JsonNode json = jackson.readTree(ocsf.json(event(PROCESS, Source.named("x.evtx"))));
    assertThat(json.at("/class_uid").asLong()).isEqualTo(1007);
    assertThat(json.at("/category_uid").asLong()).isEqualTo(1);
    assertThat(json.at("/activity_id").asLong()).isEqualTo(1);
    assertThat(json.at("/type_uid").asLong()).isEqualTo(100_701);
    assertThat(json.at("/severity_id").asLong()).isEqualTo(1);
    assertThat(json.at("/time").asLong()).isEqualTo(1_785_239_093_919L);
    assertThat(json.at("/metadata/version").asString()).isEqualTo("1.6.0");
    assertThat(json.at("/metadata/product/vendor_name").asString()).isEqualTo("Bastide");
    assertThat(json.at("/device/hostname").asString()).isEqualTo("mairie-01");
    assertThat(json.at("/device/type_id").isNumber()).isTrue();
    assertThat(json.at("/process/file/name").asString()).isEqualTo("vssadmin.exe");
    assertThat(json.at("/process/cmd_line").asString()).isEqualTo("vssadmin delete shadows");
    assertThat(json.at("/actor/process/file/path").asString()).isEqualTo("C:\\Windows\\cmd.exe");
    assertThat(json.at("/actor/user/name").asString()).isEqualTo("alice");
    assertThat(json.at("/unmapped/Odd").asString()).isEqualTo("kept");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Channel\":\"Security\",\"EventID\":4624}|300201",
        "{\"Channel\":\"Security\",\"EventID\":4732}|300603",
        "{\"Channel\":\"Security\",\"EventID\":1102}|100801",
        "{\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",\"EventID\":13}|20100202",
        "{\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",\"EventID\":12,\"EventType\":\"CreateKey\"}|20100101",
        "{\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",\"EventID\":3}|400101",
        "{\"product\":\"x\",\"category\":\"webserver\",\"cs-method\":\"POST\"}|400206",
        "{\"eventSource\":\"iam.amazonaws.com\",\"eventName\":\"CreateUser\"}|600399",
        "{\"a\":1}|0"
      })
  void namesTheTypeInOcsf(String json, long type) {
    JsonNode written = jackson.readTree(ocsf.json(event(json, Source.named(""))));
    assertThat(written.at("/type_uid").asLong()).isEqualTo(type);
    assertThat(written.at("/time").isNumber()).isTrue();
    assertThat(written.at("/metadata/product/name").isMissingNode()).isFalse();
  }

  @Test
  void keepsTheNamesOfEcsAndUnknownOnes() {
    String json =
        "{\"ecs\":{\"version\":\"8.0.0\"},\"winlog\":{\"channel\":\"Security\",\"event_id\":4634,"
            + "\"event_data\":{\"a\":\"1\",\"a.b\":\"2\"}},\"host\":\"flat\",\"tags\":[\"t\",\"u\"]}";
    JsonNode written = jackson.readTree(ecs.json(event(json, Source.named(""))));
    assertThat(written.at("/winlog/event_data/a").asString()).isEqualTo("1");
    assertThat(written.at("/tags/1").asString()).isEqualTo("u");
    assertThat(written.at("/winlog/event_data/a.b").asString()).isEqualTo("2");
    assertThat(written.at("/bastide/host").asString()).isEqualTo("flat");
    assertThat(written.at("/event/action").asString()).isEqualTo("logged-out");
    JsonNode other =
        jackson.readTree(ecs.json(event("{\"a\":{\"b\":true},\"a.c\":1e999}", Source.named(""))));
    assertThat(other.at("/bastide/a.b").asBoolean()).isTrue();
    assertThat(other.at("/bastide/a.c").asString()).isEqualTo("1e999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7", "2001:db8::1"})
  void tellsAddressesFromNames(String address) {
    String json =
        "{\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"x\",\"sourceIPAddress\":\"%s\"}";
    Event event = event(json.formatted(address), Source.named(""));
    assertThat(jackson.readTree(ecs.json(event)).at("/source/ip").asString()).isEqualTo(address);
    Event named = event(json.formatted("cafe.amazonaws.com"), Source.named(""));
    JsonNode written = jackson.readTree(ecs.json(named));
    assertThat(written.at("/source/ip").isMissingNode()).isTrue();
    assertThat(written.at("/source/address").asString()).isEqualTo("cafe.amazonaws.com");
  }

  @Test
  void dataKeepToTheirSchema() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("/fr/bastide/telemetry/export.schema.json"));
    for (String file : List.of("ecs", "ocsf")) {
      Object yaml =
          new Load(LoadSettings.builder().build())
              .loadFromString(text("/fr/bastide/telemetry/export/" + file + ".yaml"));
      assertThat(schema.validate(jackson.writeValueAsString(yaml), InputFormat.JSON))
          .as(file)
          .isEmpty();
    }
  }

  private Event event(String json, Source source) {
    EventDraft draft = new EventDraft(names, taxonomy.origins());
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThat(new JsonRecords(names).fill(bytes, 0, bytes.length, source, draft)).isTrue();
    taxonomy.apply(draft, "json");
    return draft.event();
  }

  private static String text(String path) throws IOException {
    try (InputStream in = ExportTest.class.getResourceAsStream(path)) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
