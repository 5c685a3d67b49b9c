package fr.bastide.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.assessment.file.AnswerFiles;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The referential that comes with Bastide keeps its promises.
class BuiltinReferentialTest {

  private static final String FOLDER = "/fr/bastide/assessment/";

  private final Referential builtin = Referential.builtin();

  private static String resource(String name) throws IOException {
    try (InputStream in = BuiltinReferentialTest.class.getResourceAsStream(FOLDER + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void conforms(String kind, String name, String yaml) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource(kind + ".schema.json"), InputFormat.JSON);
    assertThat(schema.validate(yaml, InputFormat.YAML)).as(name).isEmpty();
  }

  @Test
  void everyFileFollowsItsSchema() throws IOException {
    conforms("referential", "referential.yaml", resource("referential/referential.yaml"));
    conforms("scale", "scale.yaml", resource("referential/scale.yaml"));
    for (Theme theme : builtin.themes()) {
      String file = theme.id() + ".yaml";
      conforms("questions", file, resource("referential/questions/" + file));
      conforms("measures", file, resource("referential/measures/" + file));
    }
  }

  @Test
  void templatesFollowTheSchemaOfAnswers() throws IOException {
    for (Depth depth : Depth.values()) {
      conforms("answers", "template", AnswerFiles.template(builtin, depth, Language.FR));
    }
  }

  @Test
  void schemasRefuseWhatIsWrong() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("scale.schema.json"), InputFormat.JSON);
    String wrong = resource("referential/scale.yaml").replace("shift: 0.25", "shift: none");
    assertThat(schema.validate(wrong, InputFormat.YAML)).isNotEmpty();
  }

  @Test
  void asksEnoughAndHasARemedyForIt() {
    assertThat(builtin.themes()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(builtin.questions()).hasSizeGreaterThanOrEqualTo(80);
    assertThat(builtin.measures()).hasSizeGreaterThanOrEqualTo(70);
    assertThat(builtin.scale().caps()).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void flashIsTwelveQuestions() {
    assertThat(builtin.questions(Depth.FLASH).map(Question::id))
        .containsExactlyInAnyOrder(
            "governance.referent",
            "people.training",
            "identities.mfa-mail",
            "identities.admin-accounts",
            "endpoints.updates",
            "endpoints.protection",
            "remote-access.exposure",
            "backups.offline",
            "backups.restore-test",
            "mail-web.payment-change",
            "incident.first-hour",
            "continuity.paper-mode");
  }

  @Test
  void vitalQuestionsAreFew() {
    assertThat(builtin.questions().values().stream().filter(Question::vital).map(Question::id))
        .hasSizeBetween(5, 15)
        .contains("identities.mfa-admin", "remote-access.mfa", "backups.offline");
  }

  @Test
  void coversTheWholeSecurityPath() {
    assertThat(builtin.questions().values().stream().flatMap(q -> q.references().path().stream()))
        .contains(PathTheme.values());
  }

  @Test
  void textsAreTypesetAndTranslated() {
    List<Text> texts = new ArrayList<>();
    for (Question question : builtin.questions().values()) {
      texts.addAll(List.of(question.text(), question.why(), question.how()));
      question.choices().forEach(choice -> texts.add(choice.text()));
      question.evidence().ifPresent(texts::add);
    }
    for (Measure measure : builtin.measures().values()) {
      texts.addAll(List.of(measure.name(), measure.description(), measure.firstStep()));
    }
    builtin.themes().forEach(theme -> texts.addAll(List.of(theme.name(), theme.summary())));
    builtin.scale().caps().forEach(cap -> texts.add(cap.reason()));
    assertThat(texts)
        .allSatisfy(text -> {
          assertThat(text.fr()).doesNotContain("'").doesNotContainPattern("[\\w)] [;?!:»]");
          assertThat(text.fr()).doesNotContainPattern("« ");
        });
  }

  @Test
  void biggerBodiesPayAtLeastAsMuch() {
    for (Measure measure : builtin.measures().values()) {
      List<Cost> costs = Stream.of(fr.bastide.kernel.BodySize.values()).map(measure::cost).toList();
      for (int i = 0; i + 1 < costs.size(); i++) {
        assertThat(costs.get(i).setup())
            .as(measure.id())
            .isLessThanOrEqualTo(costs.get(i + 1).setup());
      }
    }
  }
}
