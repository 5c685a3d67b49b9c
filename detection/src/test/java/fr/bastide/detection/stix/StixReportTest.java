package fr.bastide.detection.stix;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Rule;
import fr.bastide.detection.match.Detector;
import fr.bastide.detection.rule.RuleReader;
import fr.bastide.document.CanonicalJson;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Formats;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Taxonomy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StixReportTest {

  private static final Instant MADE = Instant.parse("2026-11-25T10:00:00Z");

  private static final String RULE =
      """
      title: Anything
      id: 6f1d7a52-8f0e-4c52-9d3f-0a4c1be5a0da
      author: An Auditor
      license: DRL 1.1
      date: 2026-01-02
      modified: 2026-02-03
      level: high
      references:
        - https://example.org/why
        - not an address
      tags:
        - attack.initial_access
        - attack.t1059.001
      logsource:
        product: windows
      detection:
        any:
          Computer|exists: true
        condition: any
      """;

  private static final String EVENTS =
      """
      {"product":"windows","category":"process_creation","Computer":"PC-1","UtcTime":"2026-11-24 01:00:00.123","ProcessId":"540","Image":"C:\\\\Windows\\\\cmd.exe","CommandLine":"cmd /c \\"odd\\" \\ud800\\u0001","CurrentDirectory":"C:\\\\","User":"CORP\\\\alice","ParentImage":"C:\\\\a.exe","ParentProcessId":"12","Hashes":"MD5=0123456789abcdef0123456789abcdef,SHA256=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}
      {"product":"windows","category":"network_connection","Computer":"PC-1","UtcTime":"2026-11-24 01:01:00.000","SourceIp":"198.51.100.3","SourcePort":"49152","DestinationIp":"2001:DB8::1","DestinationPort":"443","Protocol":"TCP","Image":"C:\\\\a.exe"}
      {"product":"windows","category":"registry_set","Computer":"PC-2","UtcTime":"2026-11-24 01:02:00.000","TargetObject":"HKLM\\\\SOFTWARE\\\\Run\\\\Odd","Details":"a.exe","Image":"C:\\\\a.exe"}
      {"product":"windows","category":"dns_query","Computer":"PC-2","UtcTime":"2026-11-24 01:03:00.000","QueryName":"example.com"}
      {"product":"windows","Computer":"PC-3"}
      """;

  private static final Set<String> SCOS =
      Set.of(
          "artifact",
          "directory",
          "domain-name",
          "email-addr",
          "file",
          "ipv4-addr",
          "ipv6-addr",
          "network-traffic",
          "process",
          "url",
          "user-account",
          "windows-registry-key");

  private final Taxonomy taxonomy = new Taxonomy(new FieldNames(), new Origins());

  private static StixReport report(Optional<TlpMarking> marking) {
    return new StixReport(rule -> "title: " + rule.title() + "\n", marking, MADE);
  }

  private void match(StixReport report, List<Rule> rules, InputStream input, String name)
      throws IOException {
    Detector.Session session = new Detector(taxonomy.names(), rules).session();
    Formats.reader(Formats.AUTO, taxonomy)
        .orElseThrow()
        .read(
            input,
            Source.named(name),
            event -> session.match(event, rule -> report.match(rule, event)),
            trouble -> {});
  }

  private JsonNode bundle(Optional<TlpMarking> marking) throws IOException {
    StixReport report = report(marking);
    List<Rule> rules = new RuleReader().readText("rule.yml", RULE).book().rules();
    match(
        report,
        rules,
        new ByteArrayInputStream(EVENTS.getBytes(StandardCharsets.UTF_8)),
        "events.json");
    return written(report);
  }

  private static JsonNode written(StixReport report) {
    StringWriter text = new StringWriter();
    report.write(text);
    return JsonMapper.shared().readTree(text.toString());
  }

  private static List<JsonNode> of(JsonNode bundle, String type) {
    List<JsonNode> found = new ArrayList<>();
    bundle
        .get("objects")
        .forEach(object -> {
          if (object.get("type").asString().equals(type)) {
            found.add(object);
          }
        });
    return found;
  }

  @Test
  void observablesHaveTheIdentifiersOfTheSpecification() throws IOException {
    JsonNode bundle = bundle(Optional.empty());
    // the specification's own example
    assertThat(of(bundle, "ipv4-addr").getFirst().get("id").asString())
        .isEqualTo("ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4");
    assertThat(of(bundle, "ipv6-addr").getFirst().get("value").asString()).isEqualTo("2001:db8::1");
  }

  @Test
  void canonicalFormSortsAndEscapesAsTheStandardSays() {
    Map<String, Object> value = new HashMap<>();
    value.put("b", List.of(1, "é\u0001\"\\\n/"));
    value.put("a", Map.of());
    assertThat(CanonicalJson.compact(value))
        .isEqualTo("{\"a\":{},\"b\":[1,\"é\\u0001\\\"\\\\\\n/\"]}");
  }

  @Test
  void anIndicatorIsTheRuleWithItsAuthor() throws IOException {
    JsonNode indicator = of(bundle(Optional.empty()), "indicator").getFirst();
    assertThat(indicator.get("pattern_type").asString()).isEqualTo("sigma");
    assertThat(indicator.get("pattern").asString()).isEqualTo("title: Anything\n");
    assertThat(indicator.get("description").asString()).contains("An Auditor", "DRL 1.1");
    assertThat(indicator.get("created").asString()).isEqualTo("2026-01-02T00:00:00.000Z");
    assertThat(indicator.get("modified").asString()).isEqualTo("2026-02-03T00:00:00.000Z");
    assertThat(indicator.at("/kill_chain_phases/0/phase_name").asString())
        .isEqualTo("initial-access");
    assertThat(of(bundle(Optional.empty()), "indicator").getFirst().get("id"))
        .isEqualTo(indicator.get("id"));
    JsonNode technique = of(bundle(Optional.empty()), "attack-pattern").getFirst();
    assertThat(technique.at("/external_references/0/external_id").asString())
        .isEqualTo("T1059.001");
  }

  @Test
  void aSightingSaysWhatWhereAndHowOften() throws IOException {
    JsonNode bundle = bundle(Optional.empty());
    List<JsonNode> sightings = of(bundle, "sighting");
    assertThat(sightings).hasSize(3);
    JsonNode first = sightings.getFirst();
    assertThat(first.get("count").asInt()).isEqualTo(2);
    assertThat(first.get("first_seen").asString()).isEqualTo("2026-11-24T01:00:00.123Z");
    assertThat(first.get("last_seen").asString()).isEqualTo("2026-11-24T01:01:00.000Z");
    assertThat(first.get("observed_data_refs")).hasSize(2);
    JsonNode key = of(bundle, "windows-registry-key").getFirst();
    assertThat(key.get("key").asString()).isEqualTo("HKEY_LOCAL_MACHINE\\SOFTWARE\\Run");
    assertThat(key.at("/values/0/name").asString()).isEqualTo("Odd");
  }

  @ParameterizedTest
  @EnumSource(TlpMarking.class)
  void everythingCarriesItsMarking(TlpMarking tlp) throws IOException {
    JsonNode bundle = bundle(Optional.of(tlp));
    JsonNode definition = of(bundle, "marking-definition").getFirst();
    assertThat(definition.toString()).contains("\"tlp_2_0\":\"" + tlp.word() + "\"");
    bundle
        .get("objects")
        .forEach(object -> {
          if (object != definition) {
            assertThat(object.at("/object_marking_refs/0")).isEqualTo(definition.get("id"));
          }
        });
    assertThat(TlpMarking.of("TLP:" + tlp.word())).contains(tlp);
  }

  @Test
  void namesOfTheNetAreToldFromOtherText() {
    assertThat(WebNames.domain("example.com")).isTrue();
    for (String no : List.of("", "host", "10.0.0.1", "-a.com", "a-.com", "a..b", "a.b.", "é.fr")) {
      assertThat(WebNames.domain(no)).as(no).isFalse();
    }
    assertThat(WebNames.url("https://example.com/a?b=c")).isTrue();
    for (String no : List.of("/index.php", "javascript:alert(1)", "https://", "http://a b/", "")) {
      assertThat(WebNames.url(no)).as(no).isFalse();
    }
    assertThat(RegistryHives.expand("HKU\\S-1")).contains("HKEY_USERS\\S-1");
    assertThat(RegistryHives.expand("HKLMX\\a")).isEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhereAndIdentifiersAreUnique() throws IOException {
    sound(bundle(Optional.of(TlpMarking.AMBER)));
  }

  @Test
  void everyObjectKeepsToThePublishedSchemas() throws IOException {
    StixSchemas schemas = StixSchemas.get();
    bundle(Optional.of(TlpMarking.GREEN))
        .get("objects")
        .forEach(object -> assertThat(schemas.errors(object)).as(object.toString()).isEmpty());
  }

  @Test
  void recordingsOfAttacksKeepToThePublishedSchemas() throws IOException {
    StixSchemas schemas = StixSchemas.get();
    Path logs = Path.of("../../shared/corpora/detect/evtx/EVTX-ATTACK-SAMPLES");
    Path sigma = Path.of("../../shared/corpora/detect/sigma-rules/rules/windows");
    Assumptions.assumeTrue(Files.isDirectory(logs) && Files.isDirectory(sigma), "skipped: no logs");
    StixReport report = report(Optional.of(TlpMarking.CLEAR));
    List<Rule> rules = new RuleReader().read(sigma).book().rules();
    try (Stream<Path> files = Files.walk(logs)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".evtx")).sorted().toList()) {
        try (InputStream input = Files.newInputStream(file)) {
          match(report, rules, input, file.getFileName().toString());
        }
      }
    }
    JsonNode bundle = written(report);
    assertThat(bundle.get("objects").size()).isGreaterThan(1_000);
    List<String> errors = new ArrayList<>();
    Map<String, Integer> checked = new HashMap<>();
    bundle
        .get("objects")
        .forEach(object -> {
          if (checked.merge(object.get("type").asString(), 1, Integer::sum) <= 150) {
            errors.addAll(schemas.errors(object));
          }
        });
    assertThat(errors.stream().limit(20)).isEmpty();
    sound(bundle);
  }

  /// What the schemas do not say: unique identifiers, references that resolve, times in order,
  /// observables that have no author and at least one for each observation.
  private static void sound(JsonNode bundle) {
    Map<String, JsonNode> byId = new HashMap<>();
    bundle
        .get("objects")
        .forEach(object ->
            assertThat(byId.put(object.get("id").asString(), object))
                .as(object.toString())
                .isNull());
    for (JsonNode object : byId.values()) {
      String type = object.get("type").asString();
      assertThat(object.get("id").asString()).startsWith(type + "--");
      assertThat(object.get("spec_version").asString()).isEqualTo("2.1");
      if (SCOS.contains(type)) {
        assertThat(object.has("created_by_ref")).isFalse();
        assertThat(object.has("created")).isFalse();
      } else if (!type.equals("marking-definition")) {
        assertThat(object.get("created").asString())
            .isLessThanOrEqualTo(object.get("modified").asString());
      }
      object
          .propertyStream()
          .forEach(property -> {
            if (property.getKey().endsWith("_ref")) {
              assertThat(byId).containsKey(property.getValue().asString());
            } else if (property.getKey().endsWith("_refs")) {
              property.getValue().forEach(ref -> assertThat(byId).containsKey(ref.asString()));
            }
          });
      if (type.equals("sighting")) {
        assertThat(object.get("first_seen").asString())
            .isLessThanOrEqualTo(object.get("last_seen").asString());
      }
      if (type.equals("observed-data")) {
        object
            .get("object_refs")
            .forEach(ref ->
                assertThat(SCOS)
                    .contains(ref.asString().substring(0, ref.asString().indexOf("--"))));
      }
    }
  }
}
