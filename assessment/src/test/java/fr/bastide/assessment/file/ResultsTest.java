package fr.bastide.assessment.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Scorer;
import fr.bastide.assessment.Small;
import fr.bastide.assessment.file.AnswerFile.AssessedBody;
import fr.bastide.assessment.file.AnswerFile.Wishes;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.Plan.WhyNot;
import fr.bastide.assessment.plan.TerritoryPlan;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsTest {

  private final Referential referential = Small.referential();
  private final AnswerSheet sheet = Small.sheet("doors.locked", "always", "copies.exist", "none");
  private final Score score = new Scorer(referential).score(sheet);

  private AnswerFile file(String name) {
    return new AnswerFile(
        "small",
        new AssessedBody(name, Optional.empty(), BodyForm.COMMUNE, Optional.empty()),
        sheet,
        Wishes.NONE);
  }

  private Plan plan() {
    Cost cost = new Cost(Money.euros(20), Money.ZERO, 1);
    return new Plan(
        "X",
        List.of(new Plan.Step("copies.make", cost, 12.5, 0, 2, true, true, false, false)),
        score,
        score,
        cost,
        Money.euros(20),
        List.of(
            new Plan.LeftOut(
                "doors.buy-locks",
                new WhyNot.TooExpensive(
                    Money.euros(200), new Money(12_050), Plan.Threshold.AT_LEAST)),
            new Plan.LeftOut("copies.try", new WhyNot.Refused("=cmd()"))),
        new Plan.Proof(true, 80.25, 0, "exhaustive", 3));
  }

  @Test
  void jsonHoldsScoreAndPlan() {
    JsonNode json =
        new JsonMapper()
            .readTree(Results.json(file("Mirepoix"), referential, score, Optional.of(plan())));
    assertThat(json.at("/body/name").asString()).isEqualTo("Mirepoix");
    assertThat(json.at("/score/grade").asString()).isEqualTo(score.grade().name());
    assertThat(json.at("/score/point").asDouble()).isEqualTo(score.total().point());
    assertThat(json.at("/score/questions").size()).isEqualTo(5);
    assertThat(json.at("/score/questions/0/choice").asString()).isEqualTo("always");
    assertThat(json.at("/score/themes/1/name/fr").asString()).isEqualTo("Copies");
    assertThat(json.at("/plan/steps/0/measure").asString()).isEqualTo("copies.make");
    assertThat(json.at("/plan/leftOut/0/whyNot/entersAt").asDouble()).isEqualTo(120.5);
    assertThat(json.at("/plan/leftOut/0/whyNot/threshold").asString()).isEqualTo("at-least");
    assertThat(json.at("/plan/leftOut/1/whyNot/reason").asString()).isEqualTo("=cmd()");
    assertThat(json.at("/plan/proof/optimal").asBoolean()).isTrue();
  }

  @Test
  void severalBodiesUnderOneBudgetMakeOneObject() {
    TerritoryPlan territory =
        new TerritoryPlan(
            List.of(plan(), plan()),
            Money.euros(40),
            Set.of("copies.try"),
            new Plan.Proof(false, 161.5, 0.25, "exhaustive", 7));
    JsonNode json =
        new JsonMapper()
            .readTree(Results.json(List.of(file("A"), file("B")), referential, territory));
    assertThat(json.at("/plans").size()).isEqualTo(2);
    assertThat(json.at("/plans/1/body/name").asString()).isEqualTo("B");
    assertThat(json.at("/plans/1/plan/steps/0/measure").asString()).isEqualTo("copies.make");
    assertThat(json.at("/spent").asDouble()).isEqualTo(40);
    assertThat(json.at("/fullPrice/0").asString()).isEqualTo("copies.try");
    assertThat(json.at("/proof/bound").asDouble()).isEqualTo(161.5);
    assertThat(json.at("/proof/gap").asDouble()).isEqualTo(0.25);
  }

  @Test
  void csvHasOneRowForEachThing() {
    String csv =
        Results.csv(file("Mirepoix"), referential, score, Optional.of(plan()), Language.EN);
    List<String> rows = csv.lines().toList();
    assertThat(rows.getFirst()).startsWith("kind,id,name,standing,choice,evidence,low,point,high");
    assertThat(rows.stream().map(row -> row.substring(0, row.indexOf(','))))
        .containsExactly(
            "kind",
            "total",
            "theme",
            "theme",
            "question",
            "question",
            "question",
            "question",
            "question",
            "step",
            "left-out",
            "left-out");
    assertThat(csv)
        .contains("question,copies.exist,Is there a copy?,answered,none,declared,0,0,0,");
    assertThat(rows).allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(15));
  }

  @Test
  void csvRunsNothingInASpreadsheet() {
    for (String evil : List.of("=1+1", "+1", "-1", "@x", " =1", "\t=1", "\u00a0=x")) {
      String csv = Results.csv(file(evil), referential, score, Optional.empty(), Language.FR);
      String row = csv.lines().skip(1).findFirst().orElseThrow();
      assertThat(row).startsWith("total,,'");
    }
    String quoted =
        Results.csv(file("a \"b\", c"), referential, score, Optional.empty(), Language.FR);
    assertThat(quoted).contains("total,,\"a \"\"b\"\", c\",");
  }
}
