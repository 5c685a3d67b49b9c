package fr.bastide.cli;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import java.util.Collection;
import java.util.List;

/// Prints a plan as text: what to do in order, what it brings, why not the rest, and the proof.
final class PlanPrinter {

  private static final int LEFT_OUT = 12;

  private final Console console;
  private final Referential referential;

  PlanPrinter(Console console, Referential referential) {
    this.console = console;
    this.referential = referential;
  }

  void print(Plan plan) {
    say(
        "%s\u00a0: de %.1f (%s) à %.1f (%s) points avec %d mesures",
        "%s: from %.1f (%s) to %.1f (%s) points with %d measures",
        plan.name(),
        plan.before().total().point(),
        plan.before().grade(),
        plan.projected().total().point(),
        plan.projected().grade(),
        plan.steps().size());
    say(
        "Dépense\u00a0: %s sur la période (mise en place %s, puis %s par an), %.1f jours internes",
        "Spending: %s over the period (setup %s, then %s a year), %.1f of one’s own days",
        plan.spent().format(console.language()),
        plan.cost().setup().format(console.language()),
        plan.cost().yearly().format(console.language()),
        plan.cost().days());
    console.out().println();
    plan.steps().forEach(this::step);
    if (!plan.leftOut().isEmpty()) {
      console.out().println();
      console.say("Pourquoi pas les autres\u00a0:", "Why not the others:");
      plan.leftOut().stream().limit(LEFT_OUT).forEach(this::leftOut);
      int more = plan.leftOut().size() - LEFT_OUT;
      if (more > 0) {
        console.say("  … et " + more + " autres (--json)", "  … and " + more + " more (--json)");
      }
    }
    console.out().println();
    proof(plan.spent(), plan.proof());
  }

  void proof(Money spent, Plan.Proof proof) {
    if (proof.optimal()) {
      say(
          "Optimum prouvé\u00a0: aucun autre choix ne fait mieux avec ces limites (%s, %d ms).",
          "Proven optimal: no other choice does better under these limits (%s, %d ms).",
          proof.solver(),
          proof.millis());
    } else {
      say(
          "À %.4f point au plus du meilleur plan possible (%s, %d ms).",
          "At most %.4f points from the best possible plan (%s, %d ms).",
          proof.gap(),
          proof.solver(),
          proof.millis());
    }
    say("Total engagé\u00a0: %s", "Total committed: %s", spent.format(console.language()));
  }

  private void step(Plan.Step step) {
    String marks =
        (step.urgent() ? word(" [urgent]", " [urgent]") : "")
            + (step.quickWin() ? word(" [facile]", " [quick win]") : "")
            + (step.forced() ? word(" [imposée]", " [forced]") : "")
            + (step.pooled() ? word(" [groupée]", " [pooled]") : "");
    say(
        "  mois %2d-%-2d  +%5.2f  %10s + %9s/an  %5.1f j  %s%s",
        "  month %2d-%-2d  +%5.2f  %10s + %9s/y  %5.1f d  %s%s",
        step.startMonth() + 1,
        step.endMonth() + 1,
        step.gain(),
        step.cost().setup().format(console.language()),
        step.cost().yearly().format(console.language()),
        step.cost().days(),
        name(step.measure()),
        marks);
  }

  private void leftOut(Plan.LeftOut one) {
    String why =
        switch (one.whyNot()) {
          case Plan.WhyNot.TooExpensive e -> tooExpensive(e);
          case Plan.WhyNot.NotEnoughDays d ->
              word("il manque des jours internes (%.1f j)", "not enough days (%.1f)", d.days());
          case Plan.WhyNot.TooLong t ->
              word("prendrait %d mois", "would take %d months", t.months());
          case Plan.WhyNot.Covered c ->
              word("déjà couverte par\u00a0: %s", "already covered by: %s", names(c.by()));
          case Plan.WhyNot.Refused r -> word("refusée\u00a0: %s", "refused: %s", r.reason());
          case Plan.WhyNot.NeedsRefused n ->
              word("suppose «\u00a0%s\u00a0»", "needs \"%s\"", name(n.prerequisite()));
        };
    console.out().println("  " + name(one.measure()) + " — " + why);
  }

  private String tooExpensive(Plan.WhyNot.TooExpensive why) {
    String cost = why.cost().format(console.language());
    String enters = why.entersAt().format(console.language());
    boolean free = why.entersAt().cents() == 0;
    return switch (why.threshold()) {
      case HIGHEST ->
          free
              ? word("coûte %s, n’entrerait que gratuite", "costs %s, would enter only free", cost)
              : word("coûte %s, entrerait à %s", "costs %s, would enter at %s", cost, enters);
      case AT_LEAST ->
          free
              ? word(
                  "coûte %s, aucun prix trouvé auquel elle entrerait",
                  "costs %s, no price found at which it would enter", cost)
              : word(
                  "coûte %s, entrerait à coup sûr à %s, peut-être à un peu plus",
                  "costs %s, would surely enter at %s, perhaps at a little more", cost, enters);
      case ABOUT ->
          free
              ? word(
                  "coûte %s, n’entrerait que presque gratuite",
                  "costs %s, would enter only if nearly free", cost)
              : word(
                  "coûte %s, entrerait vers %s", "costs %s, would enter at about %s", cost, enters);
    };
  }

  /// What a purchase together was too small for.
  void fullPrice(Collection<String> measures) {
    if (!measures.isEmpty()) {
      say(
          "Au prix plein, faute d’assez d’acheteurs parmi ces organismes : %s",
          "At full price, for want of buyers among these bodies: %s",
          names(measures.stream().sorted().toList()));
    }
  }

  private String names(List<String> measures) {
    return String.join(", ", measures.stream().map(this::name).toList());
  }

  private String name(String measure) {
    return referential.measure(measure).map(m -> m.name().in(console.language())).orElse(measure);
  }

  private void say(String fr, String en, Object... values) {
    console.out().println(word(fr, en, values));
  }

  private String word(String fr, String en, Object... values) {
    String format = console.language() == Language.FR ? fr : en;
    return String.format(console.language().locale(), format, values);
  }
}
