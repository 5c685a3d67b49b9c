package fr.bastide.assessment.internal;

import fr.bastide.assessment.Effect;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.Plan.LeftOut;
import fr.bastide.assessment.plan.Plan.WhyNot;
import fr.bastide.kernel.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Why each candidate is not in a plan.
///
/// For a measure that costs too much, the threshold is exact: the plan that keeps the score and
/// takes the measure at the highest multiple of its price is itself an optimum of the same
/// equations. Below the threshold that very plan fits, so the condition is monotone in the price.
final class PlanWhyNot {

  /// A gain that is no gain.
  private static final double NOTHING = 1e-9;

  private final PlanModel model;
  private final boolean[] taken;
  private final double total;

  PlanWhyNot(PlanModel model, boolean[] taken) {
    this.model = model;
    this.taken = taken;
    this.total = model.answers.total(taken);
  }

  /// The reasons for the candidates left out, nearest to entering first.
  ///
  /// @param threshold the price in cents at which a measure would enter, by its number
  List<LeftOut> all(List<Measure> candidates, Threshold threshold) {
    List<Measure> left =
        candidates.stream()
            .filter(m -> !model.request.done().contains(m.id()))
            .filter(m -> model.number(m.id()) < 0 || !taken[model.number(m.id())])
            .toList();
    List<LeftOut> reasons =
        new ArrayList<>(
            left.parallelStream().map(m -> new LeftOut(m.id(), why(m, threshold))).toList());
    reasons.sort(
        Comparator.comparingInt((LeftOut out) -> order(out.whyNot()))
            .thenComparingLong(out -> distance(out.whyNot()))
            .thenComparing(LeftOut::measure));
    return List.copyOf(reasons);
  }

  /// At which price a measure would enter.
  interface Threshold {

    /// Cents over the horizon; the obstacle itself when money is none.
    WhyNot of(int measure);
  }

  private WhyNot why(Measure measure, Threshold threshold) {
    WhyNot barrier = model.barriers.get(measure.id());
    if (barrier != null) {
      return barrier;
    }
    int m = model.number(measure.id());
    if (m < 0 || model.answers.total(model.with(taken, m)) - total <= NOTHING) {
      return new WhyNot.Covered(coveredBy(measure));
    }
    return threshold.of(m);
  }

  /// The exact reason, by optimisation.
  static WhyNot exact(PlanMaster master, PlanLimits limits, boolean[] taken, int m) {
    PlanModel model = master.model;
    double least = model.answers.total(taken) - PlanMaster.TOLERANCE;
    PlanMaster mine = master.fork();
    Money cost = new Money(model.measures[m].cents());
    Optional<Long> price = mine.dearest(limits, m, least);
    if (price.isPresent()) {
      return new WhyNot.TooExpensive(cost, new Money(price.get()), Plan.Threshold.HIGHEST);
    }
    boolean daysAlone =
        limits.anyDays().allowFree(model, model.with(taken, m), m)
            || mine.dearest(limits.anyDays(), m, least).isPresent();
    return daysAlone
        ? new WhyNot.NotEnoughDays(days(model, taken, m))
        : new WhyNot.TooExpensive(cost, Money.ZERO, Plan.Threshold.HIGHEST);
  }

  /// A quick reason for a plan within a territory: what its gain is worth at the price of a point.
  static WhyNot atPrice(
      PlanModel model, PlanLimits limits, boolean[] taken, int m, double pointsPerCent) {
    boolean[] with = model.with(taken, m);
    PlanMeasure measure = model.measures[m];
    if (!limits.budget(PlanLimits.NONE).allow(model, with)
        && limits.budget(PlanLimits.NONE).anyDays().allow(model, with)) {
      return new WhyNot.NotEnoughDays(days(model, taken, m));
    }
    double gain = model.answers.total(with) - model.answers.total(taken);
    long others = added(model, taken, with, PlanMeasure::cents) - measure.cents();
    double worth = pointsPerCent <= 0 ? measure.cents() : gain / pointsPerCent - others;
    long entersAt = (long) Math.clamp(worth, 0, measure.cents());
    return new WhyNot.TooExpensive(
        new Money(measure.cents()), new Money(entersAt), Plan.Threshold.ABOUT);
  }

  private static double days(PlanModel model, boolean[] taken, int m) {
    return added(model, taken, model.with(taken, m), PlanMeasure::days) / PlanMeasure.DAY;
  }

  private static long added(
      PlanModel model, boolean[] taken, boolean[] with, ToLongFunction<PlanMeasure> quantity) {
    return model.sum(with, quantity) - model.sum(taken, quantity);
  }

  /// The measures of the plan, or already done, that raise the same questions.
  private List<String> coveredBy(Measure measure) {
    Set<String> questions =
        measure.effects().stream().map(Effect::question).collect(Collectors.toSet());
    return model.referential.measures().values().stream()
        .filter(other -> !other.id().equals(measure.id()))
        .filter(this::present)
        .filter(other -> other.effects().stream().anyMatch(e -> questions.contains(e.question())))
        .map(Measure::id)
        .sorted()
        .toList();
  }

  private boolean present(Measure measure) {
    int m = model.number(measure.id());
    return m >= 0 ? taken[m] : model.request.done().contains(measure.id());
  }

  private static int order(WhyNot whyNot) {
    return switch (whyNot) {
      case WhyNot.TooExpensive _ -> 0;
      case WhyNot.NotEnoughDays _ -> 1;
      case WhyNot.TooLong _ -> 2;
      case WhyNot.NeedsRefused _ -> 3;
      case WhyNot.Covered _ -> 4;
      case WhyNot.Refused _ -> 5;
    };
  }

  private static long distance(WhyNot whyNot) {
    return switch (whyNot) {
      case WhyNot.TooExpensive(Money cost, Money entersAt, Plan.Threshold _) ->
          cost.minus(entersAt).cents();
      case WhyNot.NotEnoughDays(double days) -> Math.round(days * PlanMeasure.DAY);
      case WhyNot.TooLong(int months) -> months;
      case WhyNot.NeedsRefused _, WhyNot.Covered _, WhyNot.Refused _ -> 0;
    };
  }
}
