package fr.bastide.assessment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Effect;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Scorer;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Recomputes a plan from scratch, with nothing of the planner's own code: costs, days,
/// prerequisites, months, and the score by trying every answer the measures make possible.
final class PlanCheck {

  /// Combinations of answers tried at most.
  private static final int MOST = 20_000;

  private final Referential referential;
  private final PlanRequest request;
  private final Scorer scorer;

  PlanCheck(Referential referential, PlanRequest request) {
    this.referential = referential;
    this.scorer = new Scorer(referential);
    Set<String> done = new HashSet<>(request.done());
    for (Measure measure : referential.measures().values()) {
      List<Effect> asked =
          measure.effects().stream()
              .filter(e ->
                  referential
                      .question(e.question())
                      .filter(q -> request.sheet().depth().asks(q.depth()))
                      .isPresent())
              .toList();
      if (!request.forced().contains(measure.id())
          && !asked.isEmpty()
          && asked.stream().allMatch(e -> reached(request, e))) {
        done.add(measure.id());
      }
    }
    this.request =
        new PlanRequest(
            request.name(),
            request.sheet(),
            request.limits(),
            done,
            request.refused(),
            request.forced(),
            request.pooledWith());
  }

  /// Whether these measures, done in the best order, satisfy every limit and wish.
  boolean feasible(Set<String> plan) {
    return feasible(plan, "", 1);
  }

  /// The same when one measure costs `times` its price.
  boolean feasible(Set<String> plan, String special, double times) {
    Limits limits = request.limits();
    BigDecimal budget = BigDecimal.ZERO;
    BigDecimal setup = BigDecimal.ZERO;
    BigDecimal yearly = BigDecimal.ZERO;
    BigDecimal days = BigDecimal.ZERO;
    for (String id : plan) {
      Cost price = price(id);
      BigDecimal factor = id.equals(special) ? new BigDecimal(times) : BigDecimal.ONE;
      setup = setup.add(price.setup().toEuros().multiply(factor));
      yearly = yearly.add(price.yearly().toEuros().multiply(factor));
      budget = budget.add(overHorizon(price).multiply(factor));
      days = days.add(BigDecimal.valueOf(price.days()).setScale(3, RoundingMode.HALF_UP));
      if (request.refused().containsKey(id) || request.done().contains(id)) {
        return false;
      }
      for (String needed : measure(id).prerequisites()) {
        if (!plan.contains(needed) && !request.done().contains(needed)) {
          return false;
        }
      }
      if (end(id) > limits.months()) {
        return false;
      }
    }
    for (String id : request.forced()) {
      if (!plan.contains(id) && !request.done().contains(id)) {
        return false;
      }
    }
    return below(budget, limits.budget())
        && (limits.setup().isEmpty() || below(setup, limits.setup().get()))
        && (limits.yearly().isEmpty() || below(yearly, limits.yearly().get()))
        && days.doubleValue() <= limits.days() + 1e-6;
  }

  private static boolean below(BigDecimal amount, Money limit) {
    return amount.subtract(limit.toEuros()).doubleValue() <= 1e-9;
  }

  /// What counts against the budget.
  BigDecimal spent(Set<String> plan) {
    return plan.stream().map(id -> overHorizon(price(id))).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal overHorizon(Cost price) {
    return price
        .setup()
        .toEuros()
        .add(
            price
                .yearly()
                .toEuros()
                .multiply(BigDecimal.valueOf(request.limits().months()))
                .divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP));
  }

  private Cost price(String id) {
    Cost list = measure(id).cost(request.sheet().size());
    return measure(id)
        .pooling()
        .filter(p -> request.pooledWith() >= p.fromBodies())
        .map(p ->
            new Cost(
                new Money(Math.round(list.setup().cents() * p.setupShare())),
                new Money(Math.round(list.yearly().cents() * p.yearlyShare())),
                list.days()))
        .orElse(list);
  }

  private int end(String id) {
    int before = 0;
    for (String needed : measure(id).prerequisites()) {
      if (!request.done().contains(needed)) {
        before = Math.max(before, end(needed));
      }
    }
    return before + measure(id).months();
  }

  private Measure measure(String id) {
    return referential.measure(id).orElseThrow();
  }

  /// The score once the plan and what was already done are done: the best over all answers that
  /// these measures make possible.
  double total(Set<String> plan) {
    Set<String> all = new HashSet<>(plan);
    all.addAll(request.done());
    Map<String, List<Answer>> possible = new LinkedHashMap<>();
    for (String id : all) {
      for (Effect effect : measure(id).effects()) {
        Evidence evidence = Evidence.of(measure(id).evidence(), request.sheet().at());
        Answer today = request.sheet().answer(effect.question());
        if (today instanceof Answer.NotApplicable none && none.acceptedBy().isPresent()
            || reached(request, effect)) {
          continue;
        }
        possible
            .computeIfAbsent(effect.question(), q -> new ArrayList<>(List.of(today)))
            .add(new Answer.Given(effect.choice(), evidence));
      }
    }
    double combinations = 1;
    for (List<Answer> answers : possible.values()) {
      combinations *= answers.size();
    }
    return combinations <= MOST
        ? best(request.sheet(), new ArrayList<>(possible.entrySet()), 0)
        : ascent(request.sheet(), possible);
  }

  /// Improves one answer after the other until nothing improves.
  private double ascent(AnswerSheet start, Map<String, List<Answer>> possible) {
    AnswerSheet sheet = start;
    double best = scorer.score(sheet).total().point();
    boolean better = true;
    while (better) {
      better = false;
      for (Map.Entry<String, List<Answer>> question : possible.entrySet()) {
        for (Answer answer : question.getValue()) {
          AnswerSheet next = sheet.with(question.getKey(), answer);
          double total = scorer.score(next).total().point();
          boolean same = next.answers().equals(sheet.answers());
          if (total > best + 1e-12 || total == best && !same && opens(question.getKey(), next)) {
            better |= total > best + 1e-12;
            best = total;
            sheet = next;
          }
        }
      }
    }
    return best;
  }

  /// Whether the answer is better than today's, so that it may open questions.
  private boolean opens(String question, AnswerSheet next) {
    return rank(question, next) > rank(question, request.sheet());
  }

  private int rank(String question, AnswerSheet sheet) {
    return sheet.answer(question) instanceof Answer.Given given
        ? referential.question(question).orElseThrow().rank(given.choice())
        : -1;
  }

  /// Whether the body says as much already: then the measure changes nothing.
  private boolean reached(PlanRequest request, Effect effect) {
    return request.sheet().answer(effect.question()) instanceof Answer.Given given
        && referential
            .question(effect.question())
            .filter(q -> q.rank(given.choice()) >= q.rank(effect.choice()))
            .isPresent();
  }

  private double best(AnswerSheet sheet, List<Map.Entry<String, List<Answer>>> possible, int from) {
    if (from == possible.size()) {
      return scorer.score(sheet).total().point();
    }
    double best = 0;
    for (Answer answer : new HashSet<>(possible.get(from).getValue())) {
      AnswerSheet next = sheet.with(possible.get(from).getKey(), answer);
      best = Math.max(best, best(next, possible, from + 1));
    }
    return best;
  }

  /// Checks everything a plan says about itself.
  void check(Plan plan) {
    Set<String> ids = new HashSet<>();
    Map<String, Plan.Step> before = new HashMap<>();
    Money setup = Money.ZERO;
    Money yearly = Money.ZERO;
    double days = 0;
    for (Plan.Step step : plan.steps()) {
      Measure measure = measure(step.measure());
      assertThat(ids.add(step.measure())).isTrue();
      assertThat(step.cost()).isEqualTo(price(step.measure()));
      for (String needed : measure.prerequisites()) {
        if (!request.done().contains(needed)) {
          assertThat(before).containsKey(needed);
          assertThat(Objects.requireNonNull(before.get(needed)).endMonth())
              .isLessThan(step.startMonth());
        }
      }
      assertThat(step.startMonth()).isNotNegative();
      assertThat(step.endMonth()).isEqualTo(step.startMonth() + measure.months() - 1);
      assertThat(step.endMonth()).isLessThan(request.limits().months());
      assertThat(step.forced()).isEqualTo(request.forced().contains(step.measure()));
      assertThat(step.gain()).isNotNegative();
      before.put(step.measure(), step);
      setup = setup.plus(step.cost().setup());
      yearly = yearly.plus(step.cost().yearly());
      days += step.cost().days();
    }
    assertThat(feasible(ids)).isTrue();
    assertThat(plan.cost().setup()).isEqualTo(setup);
    assertThat(plan.cost().yearly()).isEqualTo(yearly);
    assertThat(plan.cost().days()).isCloseTo(days, org.assertj.core.data.Offset.offset(0.01));
    assertThat(plan.spent().toEuros()).isEqualByComparingTo(spent(ids));
    assertThat(plan.projected().total().point())
        .isCloseTo(total(ids), org.assertj.core.data.Offset.offset(1e-9));
    assertThat(plan.proof().bound()).isGreaterThanOrEqualTo(plan.projected().total().point());
    assertThat(plan.steps().stream().filter(Plan.Step::urgent).count())
        .isEqualTo(Math.min(3, plan.steps().size()));
    Optional<String> doubled =
        plan.leftOut().stream().map(Plan.LeftOut::measure).filter(ids::contains).findAny();
    assertThat(doubled).isEmpty();
  }
}
