package fr.bastide.web.plan;

import fr.bastide.assessment.plan.Limits;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import fr.bastide.loop.FreeText;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.plan.PlanDesk;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a [WishForm], or says of each field what is wrong.
final class WishReader {

  private static final int MOST_EUROS = 100_000_000;
  private static final int MOST_DAYS = 100_000;
  private static final int MOST_MONTHS = 60;
  private static final int MOST_BODIES = 10_000;
  private static final int LONGEST_REASON = 1_000;

  private final WishForm form;
  private final Map<String, Text> wrong = new LinkedHashMap<>();

  private WishReader(WishForm form) {
    this.form = form;
  }

  /// What came of reading a form.
  sealed interface Outcome {

    /// It could be read.
    record Understood(PlanDesk.Wish wish) implements Outcome {}

    /// It could not.
    ///
    /// @param wrong what is wrong, by field, in the order of the form
    record Misunderstood(Map<String, Text> wrong) implements Outcome {}
  }

  static Outcome read(WishForm form) {
    return new WishReader(form).read();
  }

  private Outcome read() {
    Money budget = money("budget", form.budget()).orElse(Money.ZERO);
    double days = days();
    int months = whole("months", form.months(), MOST_MONTHS);
    Optional<Money> setup =
        form.setup().isEmpty() ? Optional.empty() : money("setup", form.setup());
    Optional<Money> yearly =
        form.yearly().isEmpty() ? Optional.empty() : money("yearly", form.yearly());
    int pooled = form.pooled().isEmpty() ? 1 : whole("pooled", form.pooled(), MOST_BODIES);
    Map<String, String> refused = refused();
    if (!wrong.isEmpty()) {
      return new Outcome.Misunderstood(wrong);
    }
    Set<String> done = form.all(WishForm.Choice.DONE);
    Set<String> forced = form.all(WishForm.Choice.FORCED);
    Limits limits = new Limits(budget, setup, yearly, days, months);
    return new Outcome.Understood(new PlanDesk.Wish(limits, done, refused, forced, pooled));
  }

  private Optional<Money> money(String field, String typed) {
    Optional<Money> money =
        Amounts.money(typed).filter(m -> m.compareTo(Money.euros(MOST_EUROS)) <= 0);
    if (money.isEmpty()) {
      wrong.put(
          field,
          new Text(
              "Indiquez un montant en euros, par exemple 15 000.",
              "Give an amount in euros, for example 15,000."));
    }
    return money;
  }

  private double days() {
    Optional<BigDecimal> days =
        Amounts.number(form.days()).filter(d -> d.compareTo(BigDecimal.valueOf(MOST_DAYS)) <= 0);
    if (days.isEmpty()) {
      wrong.put(
          "days",
          new Text(
              "Indiquez un nombre de jours, par exemple 20.",
              "Give a number of days, for example 20."));
    }
    return days.map(BigDecimal::doubleValue).orElse(0.0);
  }

  private int whole(String field, String typed, int most) {
    Optional<Integer> number =
        Amounts.number(typed)
            .filter(n -> n.stripTrailingZeros().scale() <= 0)
            .filter(n -> n.compareTo(BigDecimal.ONE) >= 0)
            .filter(n -> n.compareTo(BigDecimal.valueOf(most)) <= 0)
            .map(BigDecimal::intValueExact);
    if (number.isEmpty()) {
      wrong.put(
          field,
          new Text(
              "Indiquez un nombre entier de 1 à %d.".formatted(most),
              "Give a whole number from 1 to %d.".formatted(most)));
    }
    return number.orElse(1);
  }

  private Map<String, String> refused() {
    Map<String, String> refused = new HashMap<>();
    for (String measure : form.all(WishForm.Choice.REFUSED)) {
      String reason = form.reason(measure);
      String field = WishForm.REASON + measure;
      if (reason.isBlank()) {
        wrong.put(
            field,
            new Text(
                "Dites pourquoi cette mesure est refusée.", "Say why this measure is refused."));
      }
      try {
        FreeText.require(field, reason, LONGEST_REASON);
      } catch (Invalid invalid) {
        wrong.put(field, invalid.text());
      }
      refused.put(measure, reason);
    }
    return refused;
  }
}
