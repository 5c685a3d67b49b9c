package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Matcher;
import java.math.BigDecimal;

/// Numbers and parts of dates that a field is compared with.
final class Comparisons {

  private Comparisons() {}

  static Matcher matcher(ModifierChain chain, Yaml.Scalar scalar) throws Refused {
    Matcher.Comparison comparison =
        switch (chain.one(Modifier.Kind.ORDER).orElse(Modifier.NEQ)) {
          case GT -> Matcher.Comparison.MORE;
          case GTE -> Matcher.Comparison.AT_LEAST;
          case LT -> Matcher.Comparison.LESS;
          case LTE -> Matcher.Comparison.AT_MOST;
          default -> Matcher.Comparison.EQUAL;
        };
    BigDecimal number = number(scalar);
    var part = chain.one(Modifier.Kind.TIME);
    if (part.isEmpty()) {
      return new Matcher.Compare(comparison, number);
    }
    Matcher.Unit unit =
        switch (part.get()) {
          case MINUTE -> Matcher.Unit.MINUTE;
          case HOUR -> Matcher.Unit.HOUR;
          case DAY -> Matcher.Unit.DAY;
          case WEEK -> Matcher.Unit.WEEK;
          case MONTH -> Matcher.Unit.MONTH;
          default -> Matcher.Unit.YEAR;
        };
    return new Matcher.TimePart(unit, comparison, within(unit, number, scalar.line()));
  }

  static BigDecimal number(Yaml.Scalar scalar) throws Refused {
    var number = Decimals.parse(scalar.text());
    if (number.isEmpty()) {
      String shown = Refused.clip(scalar.text());
      throw new Refused(
          scalar.line(),
          "«\u00a0" + shown + "\u00a0» n’est pas un nombre décimal\u00a0: écrivez par exemple 100.",
          "'" + shown + "' is no decimal number: write for example 100.");
    }
    return number.get();
  }

  private static int within(Matcher.Unit unit, BigDecimal number, int line) throws Refused {
    int least = unit == Matcher.Unit.MINUTE || unit == Matcher.Unit.HOUR ? 0 : 1;
    int most =
        switch (unit) {
          case MINUTE -> 59;
          case HOUR -> 23;
          case DAY -> 31;
          case WEEK -> 53;
          case MONTH -> 12;
          case YEAR -> 9999;
        };
    boolean whole =
        number.compareTo(BigDecimal.valueOf(least)) >= 0
            && number.compareTo(BigDecimal.valueOf(most)) <= 0
            && number.stripTrailingZeros().scale() <= 0;
    if (!whole) {
      throw new Refused(
          line,
          "Cette partie de date va de " + least + " à " + most + "\u00a0: corrigez le nombre.",
          "This part of a date goes from " + least + " to " + most + ": mend the number.");
    }
    return number.intValue();
  }
}
