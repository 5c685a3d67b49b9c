package fr.bastide.print.internal.report;

import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.kernel.Money;
import java.time.YearMonth;
import java.util.Optional;

/// How the steps of a plan are said.
final class Steps {

  private final Frame frame;

  Steps(Frame frame) {
    this.frame = frame;
  }

  String name(String measure) {
    return measure(measure).map(m -> m.name().in(frame.language())).orElse(measure);
  }

  String firstStep(String measure) {
    return measure(measure).map(m -> m.firstStep().in(frame.language())).orElse("");
  }

  /// The month by whose end a step is done.
  YearMonth last(Plan.Step step) {
    int lasting = Math.max(1, measure(step.measure()).map(Measure::months).orElse(1));
    return YearMonth.from(frame.content().date()).plusMonths(step.startMonth() + lasting - 1L);
  }

  YearMonth first(Plan.Step step) {
    return YearMonth.from(frame.content().date()).plusMonths(step.startMonth());
  }

  String price(Cost cost) {
    boolean setup = cost.setup().compareTo(Money.ZERO) > 0;
    boolean yearly = cost.yearly().compareTo(Money.ZERO) > 0;
    String once = frame.figures().money(cost.setup());
    String each = frame.figures().money(cost.yearly());
    if (setup && yearly) {
      return frame.say("official.price", once, each);
    }
    if (setup) {
      return frame.say("official.price.once", once);
    }
    return yearly ? frame.say("official.price.yearly", each) : frame.say("official.price.free");
  }

  String days(double days) {
    boolean one = days <= 1;
    return frame.say(one ? "days.one" : "days.many", frame.figures().number(days));
  }

  private Optional<Measure> measure(String id) {
    return frame.content().referential().measure(id);
  }
}
