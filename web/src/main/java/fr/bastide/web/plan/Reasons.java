package fr.bastide.web.plan;

import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Effect;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Plan.Threshold;
import fr.bastide.assessment.plan.Plan.WhyNot;
import fr.bastide.kernel.Money;
import fr.bastide.print.plot.Figures;
import fr.bastide.web.frame.Frame;
import java.util.List;
import java.util.stream.Collectors;

/// Says why a measure is in a plan or not, what it costs and what it changes, in words.
///
/// @param frame the page that says it
/// @param referential where measures and questions are
public record Reasons(Frame frame, Referential referential) {

  /// The name of a measure.
  public String name(String measure) {
    return referential.measure(measure).map(m -> frame.t(m.name())).orElse(measure);
  }

  /// Why a measure was left out, and what it would have to cost to enter.
  public String whyNot(WhyNot why) {
    Figures figures = new Figures(frame.language());
    return switch (why) {
      case WhyNot.TooExpensive(Money cost, Money enters, Threshold threshold) ->
          enters.cents() <= 0
              ? frame.t("plan.why-not.free." + threshold, figures.money(cost))
              : frame.t(
                  "plan.why-not.money." + threshold, figures.money(cost), figures.money(enters));
      case WhyNot.NotEnoughDays(double days) -> frame.t("plan.why-not.days", figures.number(days));
      case WhyNot.TooLong(int months) -> frame.t("plan.why-not.long", months);
      case WhyNot.Covered(List<String> by) ->
          frame.t(
              "plan.why-not.covered",
              by.stream().map(this::name).collect(Collectors.joining(frame.t("plan.comma"))));
      case WhyNot.Refused(String reason) -> frame.t("plan.why-not.refused", reason);
      case WhyNot.NeedsRefused(String prerequisite) ->
          frame.t("plan.why-not.needs", name(prerequisite));
    };
  }

  /// What a measure costs: once, then each year.
  public String price(Cost cost) {
    Figures figures = new Figures(frame.language());
    boolean once = cost.setup().cents() > 0;
    boolean yearly = cost.yearly().cents() > 0;
    if (once && yearly) {
      return frame.t("plan.price.both", figures.money(cost.setup()), figures.money(cost.yearly()));
    }
    if (yearly) {
      return frame.t("plan.price.yearly", figures.money(cost.yearly()));
    }
    return once ? figures.money(cost.setup()) : frame.t("plan.price.none");
  }

  /// A number of the body's own days.
  public String days(double days) {
    String number = new Figures(frame.language()).number(days);
    return days < 2 ? frame.t("plan.days.one", number) : frame.t("plan.days.many", number);
  }

  /// What a measure changes: each question with the answer it makes possible.
  public List<Change> changes(Measure measure) {
    return measure.effects().stream().flatMap(effect -> change(effect).stream()).toList();
  }

  /// One answer that becomes possible.
  public record Change(String question, String choice) {}

  private List<Change> change(Effect effect) {
    return referential
        .question(effect.question())
        .flatMap(question ->
            question
                .choice(effect.choice())
                .map(c -> new Change(frame.t(question.text()), frame.t(c.text()))))
        .stream()
        .toList();
  }
}
