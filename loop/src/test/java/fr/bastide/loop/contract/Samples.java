package fr.bastide.loop.contract;

import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Money;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.Result;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.StoredPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Values with everything in them that is easily lost.
public final class Samples {

  /// A moment to the microsecond, as a database keeps it.
  public static final Instant NOON = Instant.parse("2026-11-24T11:00:00.123456Z");

  /// French, with all that a wrong character set breaks.
  public static final String FRENCH =
      "L’élève a noté\u00a0: «\u00a0ça marche\u00a0», où ça\u202f? Œuvre à Aÿ – 10\u00a0€… 🏰\n"
          + "Deuxième ligne\t'%_\\\";--";

  private Samples() {}

  /// An open assessment.
  public static Assessment assessment(BodyId body, AccountId author, Instant startedAt) {
    return new Assessment(
        AssessmentId.random(),
        body,
        Depth.STANDARD,
        "2026.1",
        startedAt,
        author,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /// A result of this many points.
  public static Result result(double point, Grade grade) {
    return new Result(
        "échelle-1",
        new Score.Interval(point / 3, point, Math.min(100, point * 1.1)),
        grade,
        Map.of("backups", 100.0 / 3, "mail-web", 0.1 + 0.2, "governance", 0.0),
        17,
        83);
  }

  /// A plan with every reason why a measure may be left out.
  public static Plan plan(List<String> measures) {
    List<Plan.Step> steps = new ArrayList<>();
    for (String measure : measures) {
      boolean even = steps.size() % 2 == 0;
      steps.add(
          new Plan.Step(measure, cost(), 100.0 / 7, 0, steps.size() + 1, even, !even, even, !even));
    }
    return new Plan(
        "Saint-Barthélemy-d’Aÿ",
        steps,
        score(41.0 / 3),
        score(200.0 / 3),
        cost(),
        Money.euros(12_345),
        List.of(
            new Plan.LeftOut(
                "a.dear",
                new Plan.WhyNot.TooExpensive(
                    Money.euros(9_000), new Money(123_45), Plan.Threshold.HIGHEST)),
            new Plan.LeftOut("a.busy", new Plan.WhyNot.NotEnoughDays(2.5)),
            new Plan.LeftOut("a.long", new Plan.WhyNot.TooLong(18)),
            new Plan.LeftOut("a.covered", new Plan.WhyNot.Covered(List.of("b.one", "b.two"))),
            new Plan.LeftOut("a.refused", new Plan.WhyNot.Refused(FRENCH)),
            new Plan.LeftOut("a.needs", new Plan.WhyNot.NeedsRefused("a.refused"))),
        new Plan.Proof(true, 66.67, 1e-9, "SCIP", 321));
  }

  /// A plan that is kept, with one item a measure: to do, by the end of the year.
  public static StoredPlan storedPlan(
      BodyId body,
      AssessmentId assessment,
      AccountId author,
      Instant createdAt,
      List<String> measures) {
    return storedPlan(
        body,
        assessment,
        author,
        createdAt,
        plan(measures),
        measures.stream().map(m -> item(m, PlanItem.State.TO_DO)).toList());
  }

  /// A plan that is kept, with these items.
  public static StoredPlan storedPlan(
      BodyId body,
      AssessmentId assessment,
      AccountId author,
      Instant createdAt,
      Plan plan,
      List<PlanItem> items) {
    return new StoredPlan(
        PlanId.random(),
        body,
        assessment,
        new Limits(
            Money.euros(15_000),
            Optional.of(Money.euros(9_000)),
            Optional.of(new Money(1_234_56)),
            37.5,
            18),
        Set.of("b.one", "b.two"),
        Map.of("a.refused", FRENCH),
        plan,
        createdAt,
        author,
        items);
  }

  /// An item as a new plan has it.
  public static PlanItem item(String measure, PlanItem.State state) {
    return new PlanItem(
        measure,
        state,
        LocalDate.of(2026, 12, 31),
        Optional.empty(),
        "",
        "",
        NOON,
        1,
        Optional.empty());
  }

  private static Cost cost() {
    return new Cost(Money.euros(1_200), new Money(99_90), 2.25);
  }

  private static Score score(double point) {
    List<Score.QuestionScore> questions = new ArrayList<>();
    for (Score.Standing standing : Score.Standing.values()) {
      questions.add(
          new Score.QuestionScore(
              "backups." + standing.name().toLowerCase(java.util.Locale.ROOT),
              standing,
              new Score.Interval(0, 1.0 / 3, 1),
              0.7,
              standing == Score.Standing.ANSWERED
                  ? Optional.of(EvidenceLevel.BACK_TESTED)
                  : Optional.empty()));
    }
    return new Score(
        "échelle-1",
        new Score.Interval(point / 2, point, point + 20),
        Grade.D,
        Grade.C,
        List.of(
            new Score.CapBite("no-offline-backup", "backups.offline", Grade.D),
            new Score.CapBite(Score.VITAL_EVIDENCE, "backups.answered", Grade.B)),
        List.of(new Score.ThemeScore("backups", new Score.Interval(1, 2, 3), 4.5)),
        questions);
  }
}
