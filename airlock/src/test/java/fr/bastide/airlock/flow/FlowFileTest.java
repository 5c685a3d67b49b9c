package fr.bastide.airlock.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.airlock.Reason;
import fr.bastide.document.Finding;
import fr.bastide.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowFileTest {

  @Test
  void readsEachFlowWithItsOwnRules() {
    Flows flows = Sample.flows();
    Flow civil = flows.flow("etat-civil").orElseThrow();
    assertThat(civil.vital()).isTrue();
    assertThat(civil.policyName()).isEqualTo("standard");
    assertThat(civil.quota()).isEqualTo(new Quota(5, 10_000_000, 4_000_000));
    assertThat(civil.retention()).isEqualTo(Duration.ofDays(10));
    assertThat(civil.releasable()).containsExactlyInAnyOrder(Reason.SIGNED, Reason.ENCRYPTED);
    assertThat(flows.flow("publication").orElseThrow().policy().pixels()).isTrue();
    assertThat(flows.in(Flow.Direction.IN))
        .extracting(Flow::id)
        .containsExactly("etat-civil", "urbanisme", "courrier");
    assertThat(flows.commands("carla")).isTrue();
    assertThat(flows.sees("alice", civil)).isTrue();
    assertThat(flows.sees("bruno", flows.flow("courrier").orElseThrow())).isFalse();
    assertThat(flows.user("alice").orElseThrow().toString()).doesNotContain("$2b$");
  }

  @Test
  void theSampleFollowsTheSchema() throws IOException {
    Schema schema = schema();
    assertThat(schema.validate(Sample.FILE, InputFormat.YAML)).isEmpty();
    assertThat(
            schema.validate(
                Sample.FILE.replace("direction: out", "direction: up"), InputFormat.YAML))
        .isNotEmpty();
  }

  private static Schema schema() throws IOException {
    try (InputStream in =
        FlowFileTest.class.getResourceAsStream("/fr/bastide/airlock/flows.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
  }

  @Test
  void everyFaultIsToldAtOnceWithItsLineInBothLanguages() {
    String wrong =
        Sample.FILE
            .replace("flows-version: 1", "flows-version: 7")
            .replace("policy: strict", "policy: stritc")
            .replace("commanders: [carla]", "commanders: [karla]")
            .replace("releasable: [signed, encrypted]", "releasable: [signd]")
            .replace("id: urbanisme", "id: état civil")
            .replace("largest-megabytes: 4", "largest-megabytes: 900")
            .replace("ssh-ed25519 AAAA", "ssh-ed25519 BBBB");
    assertThat(errors(wrong))
        .contains(
            "1: flows-version: \"7\" does not exist here; did you mean \"1\"?",
            "11: commanders: \"karla\" does not exist here; did you mean \"carla\"?")
        .anyMatch(line -> line.startsWith("10: users.keys: A public SSH key"))
        .anyMatch(line -> line.contains("\"signd\" does not exist here; did you mean \"signed\"?"))
        .anyMatch(line -> line.contains("\"stritc\" does not exist here; did you mean \"strict\"?"))
        .anyMatch(line -> line.contains("flows.id: An identifier has lower-case letters"))
        .anyMatch(line -> line.contains("A number from 1 to 64 is needed"));
  }

  @Test
  void twoFlowsOfOneNameAndUsersOfNobodyAreRefused() {
    assertThat(errors(Sample.FILE.replace("id: urbanisme", "id: etat-civil")))
        .anyMatch(line -> line.contains("\"etat-civil\" is there twice"));
    assertThat(errors(Sample.FILE.replace("senders: [bruno]", "senders: [nobody]")))
        .anyMatch(line -> line.contains("flows.senders: \"nobody\" does not exist here"));
    assertThat(errors("flows-version: 1\nbody: {fr: a, en: b}\ncontact: {fr: a, en: b}\n"))
        .contains("1: flows: At least one flow is needed.");
  }

  @Test
  void whatWillDisappointIsAWarning() {
    String lonely =
        Sample.FILE
            .replace("vital: true", "vital: false")
            .replace("commanders: [carla]", "commanders: []")
            .replace("approvers: [bruno, carla]", "approvers: []");
    assertThat(FlowFile.read(lonely.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            FlowReading.Usable.class,
            usable ->
                assertThat(usable.findings())
                    .hasSize(3)
                    .allMatch(one -> one.gravity() == Finding.Gravity.WARNING));
  }

  @Test
  void digestsOfPasswordsAreKnownByTheirShape() {
    assertThat(
            List.of(
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2g",
                "$2y$10$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW"))
        .allMatch(PasswordDigest::wellFormed);
    assertThat(
            List.of(
                "",
                "secret",
                "$argon2id$v=19$m=99999999,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaA",
                "$argon2id$v=19$m=19456,t=2$c2FsdHNhbHRzYWx0$aGFzaGhhc2hoYXNoaGFzaGhhc2g",
                "$2b$31$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
                "$2b$12$short"))
        .noneMatch(PasswordDigest::wellFormed);
  }

  private static List<String> errors(String yaml) {
    return switch (FlowFile.read(yaml.getBytes(StandardCharsets.UTF_8))) {
      case FlowReading.Unusable unusable ->
          unusable.findings().stream().map(finding -> finding.format(Language.EN)).toList();
      case FlowReading.Usable _ -> throw new AssertionError("usable");
    };
  }
}
