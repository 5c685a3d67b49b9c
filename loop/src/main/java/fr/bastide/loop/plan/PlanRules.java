package fr.bastide.loop.plan;

import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import fr.bastide.loop.FreeText;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a wish and a move must be to be kept.
final class PlanRules {

  private static final int MAX_NOTE = 1_000;
  private static final Money MOST_BUDGET = Money.euros(100_000_000);
  private static final int MOST_DAYS = 100_000;
  private static final int MOST_MONTHS = 60;
  private static final int MOST_BODIES = 10_000;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final Referential referential;

  PlanRules(Referential referential) {
    this.referential = referential;
  }

  void check(PlanDesk.Wish wish) {
    Set<String> named = new HashSet<>();
    for (Set<String> ids : List.of(wish.done(), wish.refused().keySet(), wish.forced())) {
      ids.forEach(id -> requireOnce(id, named));
    }
    wish.refused().values().forEach(reason -> FreeText.require("refused", reason, MAX_NOTE));
    Limits limits = wish.limits();
    boolean sane =
        sane(limits.budget())
            && limits.setup().map(PlanRules::sane).orElse(true)
            && limits.yearly().map(PlanRules::sane).orElse(true)
            && limits.days() >= 0
            && limits.days() <= MOST_DAYS
            && limits.months() >= 1
            && limits.months() <= MOST_MONTHS
            && wish.pooledWith() >= 1
            && wish.pooledWith() <= MOST_BODIES;
    if (!sane) {
      throw new Invalid(
          "limits",
          new Text(
              "Vérifiez le budget (0 à 100\u00a0M€), les jours (0 à 100\u00a0000) et la durée (1 à"
                  + " 60\u00a0mois).",
              "Check the budget (0 to €100m), the days (0 to 100,000) and the months (1 to 60)."));
    }
  }

  private static boolean sane(Money amount) {
    return amount.cents() >= 0 && amount.compareTo(MOST_BUDGET) <= 0;
  }

  private void requireOnce(String id, Set<String> named) {
    if (referential.measure(id).isEmpty()) {
      throw new Invalid(
          "measure",
          new Text("L’une de ces mesures n’existe pas.", "One of these measures does not exist."));
    }
    if (!named.add(id)) {
      throw new Invalid(
          "measure",
          new Text(
              "La mesure «\u00a0%s\u00a0» ne peut être à la fois faite, refusée ou imposée."
                  .formatted(id),
              "The measure \"%s\" cannot be done, refused and forced at once.".formatted(id)));
    }
  }

  /// The item after a move.
  static PlanItem moved(
      PlanItem present, PlanDesk.Move move, Caller caller, Instant now, int seen) {
    String note = move.note().strip();
    FreeText.require("note", note, MAX_NOTE);
    if (move.state() == PlanItem.State.REFUSED && note.isEmpty()) {
      throw new Invalid(
          "note",
          new Text("Dites pourquoi cette mesure est refusée.", "Say why this measure is refused."));
    }
    if (move.state() == PlanItem.State.DONE && move.evidence().isEmpty()) {
      throw new Invalid(
          "evidence",
          new Text(
              "Dites ce qui montre que c’est fait\u00a0: déclaration, document, contrôle ou essai"
                  + " réel.",
              "Say what shows that it is done: word, document, check or real trial."));
    }
    move.due().ifPresent(PlanRules::requireSane);
    return new PlanItem(
        present.measure(),
        move.state(),
        move.due().orElse(present.due()),
        move.state() == PlanItem.State.DONE ? move.evidence() : Optional.empty(),
        note,
        caller.name(),
        now,
        seen + 1,
        present.remindedAt());
  }

  private static void requireSane(LocalDate due) {
    if (due.getYear() < FIRST_YEAR || due.getYear() > LAST_YEAR) {
      throw new Invalid(
          "due",
          new Text(
              "Vérifiez l’année de l’échéance\u00a0: de %d à %d.".formatted(FIRST_YEAR, LAST_YEAR),
              "Check the year of the due date: from %d to %d.".formatted(FIRST_YEAR, LAST_YEAR)));
    }
  }
}
