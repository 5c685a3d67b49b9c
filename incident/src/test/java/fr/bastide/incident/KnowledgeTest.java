package fr.bastide.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import fr.bastide.incident.file.FactsFiles;
import fr.bastide.incident.obligation.InForce;
import fr.bastide.incident.obligation.Obligation;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.rsit.Taxonomy;
import fr.bastide.incident.severity.SeverityScale;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The knowledge that comes with Bastide keeps its promises.
class KnowledgeTest {

  private final ObligationBook book = ObligationBook.builtin();

  private static String resource(String name) throws IOException {
    try (InputStream in = KnowledgeTest.class.getResourceAsStream("/fr/bastide/incident/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(resource(name), InputFormat.JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "questions.yaml",
        "definitions.yaml",
        "severity.yaml",
        "rsit.yaml",
        "classification.yaml",
        "followups.yaml",
        "obligations/book.yaml",
        "obligations/complaint.yaml",
        "obligations/personal-data.yaml",
        "obligations/health.yaml",
        "obligations/authorities.yaml",
        "obligations/nis2.yaml",
        "obligations/finance.yaml",
        "obligations/trust.yaml",
        "obligations/purchase.yaml"
      })
  void everyFileFollowsItsSchema(String file) throws IOException {
    assertThat(schema("knowledge.schema.json").validate(resource(file), InputFormat.YAML))
        .isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsWrong() throws IOException {
    Schema schema = schema("knowledge.schema.json");
    String complaint = resource("obligations/complaint.yaml");
    for (String wrong :
        List.of(
            complaint.replace("hours: 72", "hours: 0"),
            complaint.replace("force: law", "force: wish"),
            complaint.replace("confidence: high", "confidence: sure"),
            complaint.replace("    deadline: without-delay\n", ""))) {
      assertThat(wrong).isNotEqualTo(complaint);
      assertThat(schema.validate(wrong, InputFormat.YAML)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void templatesAndCasesFollowTheSchemaOfFacts(Language language) throws IOException {
    Schema schema = schema("facts.schema.json");
    String template = FactsFiles.template(Questionnaire.builtin(), language);
    assertThat(schema.validate(template, InputFormat.YAML)).isEmpty();
    for (String name : CaseFiles.NAMES) {
      assertThat(schema.validate(CaseFiles.text(name), InputFormat.YAML)).as(name).isEmpty();
    }
    assertThat(schema.validate(template.replace("form: unknown", "form: castle"), InputFormat.YAML))
        .isNotEmpty();
  }

  @Test
  void theSchemaOfFactsKnowsEveryQuestionAndEveryDuty() throws IOException {
    JsonNode schema = new JsonMapper().readTree(resource("facts.schema.json"));
    List<String> questions = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (Questionnaire.Group group : book.questionnaire().groups()) {
      groups.add(group.id());
      for (String name : names(schema.at("/properties/" + group.id() + "/properties"))) {
        questions.add(group.id() + "." + name);
      }
    }
    assertThat(questions).containsExactlyElementsOf(book.questionnaire().questions().keySet());
    assertThat(names(schema.at("/properties/done/properties")))
        .containsExactlyElementsOf(book.duties().keySet());
    assertThat(names(schema.at("/properties"))).containsAll(groups).contains("format", "name");
  }

  private static List<String> names(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }

  @Test
  void everyFormOfBodyCanBeChosen() {
    Question form = book.questionnaire().question("body.form").orElseThrow();
    assertThat(form.choices().stream().map(Question.Choice::id))
        .containsExactlyElementsOf(
            Arrays.stream(BodyForm.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList());
  }

  @Test
  void successiveTextsFollowEachOtherWithoutOverlap() {
    book.duties()
        .forEach((duty, texts) -> {
          for (int i = 1; i < texts.size(); i++) {
            LocalDate last = day(texts.get(i - 1).inForce().until().orElseThrow());
            LocalDate first = day(texts.get(i).inForce().from().orElseThrow());
            assertThat(first).as(duty + " " + texts.get(i).edition()).isEqualTo(last.plusDays(1));
          }
        });
  }

  private static LocalDate day(InForce.Limit limit) {
    return ((InForce.Limit.On) limit).day();
  }

  @Test
  void noQuestionIsAskedForNothing() {
    Set<String> used = new HashSet<>(Set.of("body.population", "body.staff", "clocks.reported"));
    for (Obligation one : book.obligations()) {
      used.addAll(one.binds().questions());
      used.addAll(one.when().questions());
      used.addAll(one.unless().questions());
      used.addAll(one.trigger().clocks());
      one.trigger().cautious().ifPresent(used::add);
    }
    SeverityScale.builtin().rules().forEach(rule -> used.addAll(rule.when().questions()));
    Taxonomy.builtin().rules().forEach(rule -> used.addAll(rule.when().questions()));
    fr.bastide.incident.followup.FollowUpRules.builtin()
        .rules()
        .forEach(rule -> used.addAll(rule.when().questions()));
    assertThat(used).containsAll(book.questionnaire().questions().keySet());
  }

  @Test
  void frenchIsTypesetAsFrench() {
    for (Text text : texts()) {
      assertThat(text.fr())
          .doesNotContain("'")
          .doesNotContain(" :")
          .doesNotContain(" ;")
          .doesNotContain(" ?")
          .doesNotContain("« ")
          .doesNotContain(" »");
    }
  }

  private List<Text> texts() {
    List<Text> texts = new ArrayList<>();
    for (Question question : book.questionnaire().questions().values()) {
      texts.addAll(List.of(question.label(), question.ask()));
      question.help().ifPresent(texts::add);
      question.choices().forEach(choice -> texts.add(choice.label()));
    }
    for (Obligation one : book.obligations()) {
      Obligation.Filing filing = one.filing();
      texts.addAll(
          List.of(
              one.title(), one.article(), one.explanation(), filing.authority(), filing.form()));
      texts.add(filing.proof());
      one.note().ifPresent(texts::add);
    }
    Taxonomy.builtin().types().values().stream()
        .flatMap(type -> Stream.of(type.name(), type.meaning()))
        .forEach(texts::add);
    return texts;
  }

  @Test
  void theTaxonomyIsTheReferenceOne() throws IOException {
    Path corpus = Path.of("../../shared/corpora/respond/taxonomies/rsit/machinetag.json");
    assumeTrue(Files.isRegularFile(corpus), "skipped: the reference taxonomy is not there");
    JsonNode reference = new JsonMapper().readTree(Files.readString(corpus));
    Set<String> ids = new HashSet<>();
    for (JsonNode category : reference.at("/values")) {
      for (JsonNode type : category.at("/entry")) {
        ids.add(category.at("/predicate").asString() + "/" + type.at("/value").asString());
      }
    }
    assertThat(Taxonomy.builtin().types().keySet()).containsExactlyInAnyOrderElementsOf(ids);
  }
}
