package fr.bastide.assessment.internal;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.plan.Plan.WhyNot;
import fr.bastide.assessment.plan.PlanImpossible;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Checks that what a body insists on is possible at all.
final class PlanForced {

  private static final Text BUDGET = new Text("le budget", "the budget");
  private static final Text SETUP =
      new Text("le plafond de mise en place", "the bound on setup costs");
  private static final Text YEARLY =
      new Text("le plafond de coût annuel", "the bound on yearly costs");

  private PlanForced() {}

  /// @throws PlanImpossible naming the first limit that the forced measures break, and by how much
  static void check(PlanModel model, PlanLimits limits) {
    for (String id : new TreeSet<>(model.request.forced())) {
      if (model.request.done().contains(id)) {
        continue;
      }
      Optional<Measure> measure = model.referential.measure(id);
      if (measure.isEmpty()) {
        throw new PlanImpossible(
            new Text(
                "La mesure imposée «\u00a0" + id + "\u00a0» n’existe pas dans ce référentiel.",
                "The measure you insist on, \"" + id + "\", does not exist in this referential."));
      }
      WhyNot barrier = model.barriers.get(id);
      if (barrier != null) {
        throw new PlanImpossible(barred(model, measure.get(), barrier));
      }
    }
    over(limits.budget(), model.sum(model.forced, PlanMeasure::cents), BUDGET);
    over(limits.setup(), model.sum(model.forced, PlanMeasure::setupCents), SETUP);
    over(limits.yearly(), model.sum(model.forced, PlanMeasure::yearlyCents), YEARLY);
    days(limits.days(), model.sum(model.forced, PlanMeasure::days));
  }

  /// @throws PlanImpossible when what several bodies insist on exceeds their common budget
  static void checkTogether(List<PlanModel> models, long common) {
    over(
        common,
        models.stream().mapToLong(m -> m.sum(m.forced, PlanMeasure::cents)).sum(),
        new Text("le budget commun", "the common budget"));
  }

  private static Text barred(PlanModel model, Measure measure, WhyNot barrier) {
    String fr = "La mesure «\u00a0" + measure.name().fr() + "\u00a0» est imposée, mais ";
    String en = "You insist on the measure \"" + measure.name().en() + "\", but ";
    return switch (barrier) {
      case WhyNot.TooLong(int months) -> {
        int horizon = model.request.limits().months();
        yield new Text(
            fr
                + "il faut "
                + months
                + "\u00a0mois avec ses préalables, soit "
                + (months - horizon)
                + "\u00a0de plus que l’horizon de "
                + horizon
                + "\u00a0mois. Allongez l’horizon ou renoncez à l’imposer.",
            en
                + "with its prerequisites it takes "
                + months
                + " months, "
                + (months - horizon)
                + " more than the horizon of "
                + horizon
                + " months. Lengthen the horizon or stop insisting.");
      }
      case WhyNot.NeedsRefused(String needed) -> {
        Text name =
            model.referential.measure(needed).map(Measure::name).orElse(new Text(needed, needed));
        yield new Text(
            fr
                + "elle suppose «\u00a0"
                + name.fr()
                + "\u00a0», qui est refusée ou trop longue. Acceptez celle-ci ou renoncez à l’autre.",
            en
                + "it needs \""
                + name.en()
                + "\", which is refused or takes too long. Accept that one or stop insisting.");
      }
      default ->
          new Text(
              fr + "aussi refusée. Retirez le refus ou renoncez à l’imposer.",
              en + "it is refused as well. Withdraw the refusal or stop insisting.");
    };
  }

  private static void over(long limit, long taken, Text name) {
    if (taken > limit) {
      Money whole = new Money(taken);
      Money excess = new Money(taken - limit);
      throw new PlanImpossible(
          new Text(
              "Les mesures imposées et leurs préalables coûtent "
                  + whole.format(Language.FR)
                  + "\u00a0: c’est "
                  + excess.format(Language.FR)
                  + " de plus que "
                  + name.fr()
                  + ". Relevez cette limite ou imposez moins de mesures.",
              "The measures you insist on and their prerequisites cost "
                  + whole.format(Language.EN)
                  + ": that is "
                  + excess.format(Language.EN)
                  + " more than "
                  + name.en()
                  + ". Raise this limit or insist on fewer measures."));
    }
  }

  private static void days(long limit, long taken) {
    if (taken > limit) {
      String whole = number(taken);
      String excess = number(taken - limit);
      throw new PlanImpossible(
          new Text(
              "Les mesures imposées et leurs préalables demandent "
                  + whole.replace('.', ',')
                  + "\u00a0jours de travail\u00a0: c’est "
                  + excess.replace('.', ',')
                  + " de plus que prévu. Prévoyez plus de jours ou imposez moins de mesures.",
              "The measures you insist on and their prerequisites take "
                  + whole
                  + " person-days: that is "
                  + excess
                  + " more than allowed. Allow more days or insist on fewer measures."));
    }
  }

  private static String number(long days) {
    return java.math.BigDecimal.valueOf(days, 3).stripTrailingZeros().toPlainString();
  }
}
