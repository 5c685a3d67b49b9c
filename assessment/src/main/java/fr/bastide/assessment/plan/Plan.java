package fr.bastide.assessment.plan;

import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Score;
import fr.bastide.kernel.Money;
import java.util.List;
import java.util.Objects;

/// The measures to take under the limits, why these, and why not the others.
///
/// @param name the body's name
/// @param steps in the order to do them; prerequisites before what needs them
/// @param before the score today
/// @param projected the score once all steps are done, with the evidence they leave
/// @param cost what it takes: setup and yearly as they are paid, days in all
/// @param spent what counts against the budget over the horizon
/// @param leftOut the other candidate measures, nearest to entering first
/// @param proof how sure it is that no better plan exists
public record Plan(
    String name,
    List<Step> steps,
    Score before,
    Score projected,
    Cost cost,
    Money spent,
    List<LeftOut> leftOut,
    Proof proof) {

  public Plan {
    steps = List.copyOf(steps);
    leftOut = List.copyOf(leftOut);
  }

  /// One measure to take.
  ///
  /// @param measure its identifier
  /// @param cost what it takes of this body, pooling counted
  /// @param gain points of the total's `point` that the plan would lose without it, its dependents
  ///   going with it
  /// @param startMonth month in which to start, 0 the first
  /// @param endMonth month by whose end it is done, 0 the first
  /// @param urgent one of the three to do first
  /// @param quickWin costs nearly nothing and takes at most three days
  /// @param forced in the plan because the body wants it
  /// @param pooled whether its price is the one of a purchase together
  public record Step(
      String measure,
      Cost cost,
      double gain,
      int startMonth,
      int endMonth,
      boolean urgent,
      boolean quickWin,
      boolean forced,
      boolean pooled) {}

  /// A candidate measure that is not in the plan.
  ///
  /// @param measure its identifier
  /// @param whyNot the reason
  public record LeftOut(String measure, WhyNot whyNot) {}

  /// Why a measure is not in the plan.
  public sealed interface WhyNot {

    /// It would enter if it cost less, its setup and yearly cost keeping their proportion.
    ///
    /// @param cost what it costs over the horizon
    /// @param entersAt a cost over the horizon at which a plan with it is as good as this one; zero
    ///   when it would have to be free, or when what it needs first is too dear even then
    /// @param threshold how far to trust that cost
    record TooExpensive(Money cost, Money entersAt, Threshold threshold) implements WhyNot {

      public TooExpensive {
        // Plans kept before it was told have none: what holds for every plan.
        threshold = Objects.requireNonNullElse(threshold, Threshold.AT_LEAST);
      }
    }

    /// Money is not the obstacle: even free, the plan has no person-days left for it.
    ///
    /// @param days person-days that it and what it needs would take beside the plan
    record NotEnoughDays(double days) implements WhyNot {}

    /// With its prerequisites it takes longer than the horizon.
    ///
    /// @param months how long, from the start of the first prerequisite
    record TooLong(int months) implements WhyNot {}

    /// Everything it brings is already brought by the plan, or by today's answers.
    ///
    /// @param by the measures of the plan, or done before, that raise the same questions
    record Covered(List<String> by) implements WhyNot {

      public Covered {
        by = List.copyOf(by);
      }
    }

    /// The body refused it.
    record Refused(String reason) implements WhyNot {}

    /// It needs a measure that was refused or cannot be done in time.
    record NeedsRefused(String prerequisite) implements WhyNot {}
  }

  /// How far to trust the price at which a measure would enter.
  public enum Threshold {
    /// The highest price, proven: it enters at this price and not at more.
    HIGHEST,

    /// It surely enters at this price, for a plan that says so was found by exchanging measures; it
    /// may enter at a little more.
    AT_LEAST,

    /// What it is worth at the price of the last euro of a common budget: neither sure nor highest.
    ABOUT
  }

  /// How sure it is that no better plan exists.
  ///
  /// @param optimal whether the optimum is proven (gap below one millionth of a point)
  /// @param bound no plan can reach more points than this
  /// @param gap how far, in points, this plan may be from the best one
  /// @param solver which solver proved it
  /// @param millis wall time until the plan was proven, the reasons for what it leaves out aside
  public record Proof(boolean optimal, double bound, double gap, String solver, long millis) {}
}
