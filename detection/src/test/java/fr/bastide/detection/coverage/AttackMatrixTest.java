package fr.bastide.detection.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.detection.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AttackMatrixTest {

  private final AttackMatrix matrix = AttackMatrix.builtin();

  @Test
  void theDataFollowItsSchema() throws IOException {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("attack.schema.json"));
    assertThat(schema.validate(resource("attack.yaml"), InputFormat.YAML)).isEmpty();
  }

  /// The figures MITRE gives with version 19.
  @Test
  void asManyTacticsAndTechniquesAsAttackSays() {
    assertThat(matrix.tactics()).hasSize(15);
    assertThat(matrix.techniques()).hasSize(222 + 475);
    assertThat(matrix.techniques().stream().filter(Technique.Known::sub)).hasSize(475);
  }

  @Test
  void everyTechniqueHasTacticsOfTheMatrixAndEveryPartItsWhole() {
    for (Technique.Known technique : matrix.techniques()) {
      assertThat(matrix.tactics()).containsAll(technique.tactics());
      assertThat(matrix.find(technique.parent())).isInstanceOf(Technique.Known.class);
    }
  }

  @Test
  void identifiersAreInForceReplacedGoneOrUnknown() {
    assertThat(matrix.find("T1059.001"))
        .isInstanceOfSatisfying(
            Technique.Known.class, known -> assertThat(known.parent()).isEqualTo("T1059"));
    assertThat(matrix.find("T1562.001"))
        .isInstanceOfSatisfying(
            Technique.Revoked.class, old -> assertThat(old.by().id()).isEqualTo("T1685"));
    assertThat(matrix.find("T1064")).isInstanceOf(Technique.Deprecated.class);
    assertThat(matrix.find("T1059.099")).isInstanceOf(Technique.Unknown.class);
    assertThat(matrix.find("")).isInstanceOf(Technique.Unknown.class);
    assertThat(matrix.tactic("privilege_escalation")).containsExactly("privilege-escalation");
    assertThat(matrix.tactic("defense-evasion")).containsExactly("stealth", "defense-impairment");
  }

  private static String resource(String name) throws IOException {
    try (InputStream input = Rule.class.getResourceAsStream(name)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
