package fr.bastide.web.plan;

import fr.bastide.assessment.plan.Limits;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Money;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.StoredPlan;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/// What was typed to make a plan; kept as typed until it can be read.
///
/// @param budget euros over the horizon
/// @param setup euros once, if bounded
/// @param yearly euros each year, if bounded
/// @param days person-days
/// @param months the horizon
/// @param pooled how many bodies buy together
/// @param choices what is said of each measure; one that is not here is left to the plan
/// @param reasons why each refused measure is refused
public record WishForm(
    String budget,
    String setup,
    String yearly,
    String days,
    String months,
    String pooled,
    Map<String, Choice> choices,
    Map<String, String> reasons) {

  /// Begins the name of the field in which one says what one thinks of a measure.
  static final String CHOICE = "m.";

  /// Begins the name of the field of a reason.
  static final String REASON = "why.";

  public WishForm {
    choices = Map.copyOf(choices);
    reasons = Map.copyOf(reasons);
  }

  /// What a body says of a measure before the plan is made.
  public enum Choice {
    /// Nothing: the plan decides.
    LEFT,
    DONE,
    FORCED,
    REFUSED
  }

  /// The form as sent.
  static WishForm of(MultiValueMap<String, String> fields) {
    Map<String, Choice> choices = new HashMap<>();
    Map<String, String> reasons = new HashMap<>();
    fields
        .toSingleValueMap()
        .forEach((name, value) -> {
          if (name.startsWith(CHOICE)) {
            read(value).ifPresent(c -> choices.put(name.substring(CHOICE.length()), c));
          } else if (name.startsWith(REASON) && !value.isBlank()) {
            reasons.put(name.substring(REASON.length()), value.strip());
          }
        });
    return new WishForm(
        field(fields, "budget"),
        field(fields, "setup"),
        field(fields, "yearly"),
        field(fields, "days"),
        field(fields, "months"),
        field(fields, "pooled"),
        choices,
        reasons);
  }

  /// What is proposed to a body that has no plan yet.
  static WishForm fresh(BodySize size) {
    int budget =
        switch (size) {
          case TINY -> 3_000;
          case SMALL -> 8_000;
          case MEDIUM -> 30_000;
          case LARGE -> 100_000;
        };
    int days =
        switch (size) {
          case TINY -> 10;
          case SMALL -> 20;
          case MEDIUM -> 40;
          case LARGE -> 80;
        };
    return new WishForm(
        Integer.toString(budget), "", "", Integer.toString(days), "12", "1", Map.of(), Map.of());
  }

  /// What is proposed to a body that makes its plan anew: the wishes of the one before, and where
  /// its measures are now.
  static WishForm again(StoredPlan before, PlanDesk.Wish wish) {
    Map<String, Choice> choices = new HashMap<>();
    Map<String, String> reasons = new HashMap<>(before.refused());
    before.forced().forEach(measure -> choices.put(measure, Choice.FORCED));
    before.refused().keySet().forEach(measure -> choices.put(measure, Choice.REFUSED));
    for (PlanItem item : before.items()) {
      switch (item.state()) {
        case DONE -> choices.put(item.measure(), Choice.DONE);
        case REFUSED -> {
          choices.put(item.measure(), Choice.REFUSED);
          reasons.put(item.measure(), item.note());
        }
        case TO_DO, DOING -> choices.remove(item.measure(), Choice.REFUSED);
      }
    }
    Limits limits = before.limits();
    return new WishForm(
        euros(limits.budget()),
        limits.setup().map(WishForm::euros).orElse(""),
        limits.yearly().map(WishForm::euros).orElse(""),
        plain(BigDecimal.valueOf(limits.days())),
        Integer.toString(limits.months()),
        Integer.toString(wish.pooledWith()),
        choices,
        reasons);
  }

  /// What is said of a measure.
  public Choice choice(String measure) {
    return choices.getOrDefault(measure, Choice.LEFT);
  }

  /// Why a measure is refused, as typed.
  public String reason(String measure) {
    return reasons.getOrDefault(measure, "");
  }

  /// The measures of which this is said.
  Set<String> all(Choice said) {
    return choices.entrySet().stream()
        .filter(entry -> entry.getValue() == said)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Choice> read(String written) {
    return Stream.of(Choice.values())
        .filter(choice -> choice != Choice.LEFT && choice.name().equals(written))
        .findFirst();
  }

  private static String field(MultiValueMap<String, String> fields, String name) {
    return Optional.ofNullable(fields.getFirst(name)).map(String::strip).orElse("");
  }

  private static String euros(Money money) {
    return plain(money.toEuros());
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
