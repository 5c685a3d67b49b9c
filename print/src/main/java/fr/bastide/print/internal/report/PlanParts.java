package fr.bastide.print.internal.report;

import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.kernel.Money;
import fr.bastide.print.internal.report.WholeReport.LeftRow;
import fr.bastide.print.internal.report.WholeReport.PlanPart;
import fr.bastide.print.internal.report.WholeReport.StepRow;
import fr.bastide.print.plot.Plot;
import fr.bastide.print.plot.Plots;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a plan is said.
final class PlanParts {

  private static final int ROWS_OF_A_PAGE = 22;

  private final Frame frame;
  private final Plan plan;
  private final Steps steps;

  private PlanParts(Frame frame, Plan plan) {
    this.frame = frame;
    this.plan = plan;
    steps = new Steps(frame);
  }

  static PlanPart of(Frame frame, Plan plan) {
    return new PlanParts(frame, plan).part();
  }

  private PlanPart part() {
    List<StepRow> rows = new ArrayList<>();
    for (Plan.Step step : plan.steps()) {
      rows.add(row(rows.size() + 1, step));
    }
    return new PlanPart(
        lead(),
        cost(),
        frame.content().limits().map(this::limits),
        rows,
        timelines(),
        curve(),
        plan.leftOut().stream().map(this::left).toList(),
        proof());
  }

  /// The schedule in parts that fit a page each.
  private List<Plot> timelines() {
    YearMonth start = YearMonth.from(frame.content().date());
    int most = frame.paper() ? ROWS_OF_A_PAGE : Math.max(1, plan.steps().size());
    List<Plot> parts = new ArrayList<>();
    for (int from = 0; from == 0 || from < plan.steps().size(); from += most) {
      int to = Math.min(plan.steps().size(), from + most);
      Plan part =
          new Plan(
              plan.name(),
              plan.steps().subList(from, to),
              plan.before(),
              plan.projected(),
              plan.cost(),
              plan.spent(),
              plan.leftOut(),
              plan.proof());
      Plots plots = new Plots(frame.language(), frame.plots().palette(), "plan-" + from);
      parts.add(plots.timeline(part, frame.content().referential(), start));
    }
    return parts;
  }

  private String lead() {
    return frame.say(
        "whole.plan.lead",
        frame.words().count("measures", frame.language(), plan.steps().size()),
        frame.figures().score(plan.before().total().point()),
        frame.figures().score(plan.projected().total().point()),
        plan.before().grade(),
        plan.projected().grade());
  }

  private String cost() {
    return frame.say(
        "whole.plan.cost",
        frame.figures().money(plan.cost().setup()),
        frame.figures().money(plan.cost().yearly()),
        steps.days(plan.cost().days()),
        frame.figures().money(plan.spent()));
  }

  private String limits(Limits limits) {
    return frame.say(
        "whole.plan.limits",
        frame.figures().money(limits.budget()),
        steps.days(limits.days()),
        limits.months());
  }

  private Optional<Plot> curve() {
    if (frame.content().curve().isEmpty()) {
      return Optional.empty();
    }
    Optional<Money> budget = frame.content().limits().map(Limits::budget);
    return Optional.of(frame.plots().budgetCurve(frame.content().curve(), budget));
  }

  private StepRow row(int number, Plan.Step step) {
    return new StepRow(
        Integer.toString(number),
        steps.name(step.measure()),
        marks(step),
        steps.firstStep(step.measure()),
        frame.figures().money(step.cost().setup()),
        frame.figures().money(step.cost().yearly()),
        frame.figures().number(step.cost().days()),
        when(step),
        frame.figures().number(step.gain()));
  }

  private String when(Plan.Step step) {
    String first = frame.figures().shortMonth(steps.first(step));
    String last = frame.figures().shortMonth(steps.last(step));
    return first.equals(last) ? first : first + " – " + last;
  }

  private String marks(Plan.Step step) {
    List<String> marks = new ArrayList<>();
    if (step.urgent()) {
      marks.add(frame.say("mark.urgent"));
    }
    if (step.quickWin()) {
      marks.add(frame.say("mark.quick"));
    }
    if (step.forced()) {
      marks.add(frame.say("mark.forced"));
    }
    if (step.pooled()) {
      marks.add(frame.say("mark.pooled"));
    }
    return String.join(", ", marks);
  }

  private LeftRow left(Plan.LeftOut left) {
    return new LeftRow(steps.name(left.measure()), reason(left.whyNot()));
  }

  private String reason(Plan.WhyNot whyNot) {
    return switch (whyNot) {
      case Plan.WhyNot.TooExpensive(Money cost, Money entersAt, Plan.Threshold threshold) ->
          entersAt.compareTo(Money.ZERO) > 0
              ? frame.say(
                  "why.expensive." + threshold,
                  frame.figures().money(cost),
                  frame.figures().money(entersAt))
              : frame.say("why.free." + threshold, frame.figures().money(cost));
      case Plan.WhyNot.NotEnoughDays(double days) ->
          frame.say("why.days", frame.figures().number(days));
      case Plan.WhyNot.TooLong(int months) -> frame.say("why.long", months);
      case Plan.WhyNot.Covered(List<String> by) ->
          frame.say("why.covered", by.stream().map(steps::name).collect(Collectors.joining(", ")));
      case Plan.WhyNot.Refused(String reason) -> frame.say("why.refused", reason);
      case Plan.WhyNot.NeedsRefused(String prerequisite) ->
          frame.say("why.needs", steps.name(prerequisite));
    };
  }

  private String proof() {
    Plan.Proof proof = plan.proof();
    String bound = frame.figures().number(proof.bound());
    return proof.optimal()
        ? frame.say("proof.optimal", proof.solver(), bound)
        : frame.say("proof.gap", frame.figures().number(proof.gap()), bound, proof.solver());
  }
}
