package fr.bastide.detection.internal.match;

import fr.bastide.detection.Matcher.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The checks of all rules, each once and with a number.
final class Checks {

  private final Map<Check, Integer> numbers = new HashMap<>();
  private final List<Check> checks = new ArrayList<>();
  private final List<Integer> uses = new ArrayList<>();

  /// The number of a check, given now if it has none.
  int number(Check check) {
    Integer known = numbers.get(check);
    if (known != null) {
      return known;
    }
    int number = checks.size();
    numbers.put(check, number);
    checks.add(check);
    uses.add(0);
    return number;
  }

  /// The number of the check for a folded text at a place of a field.
  int literal(int local, Position position, Literal literal) {
    return number(new Check.OfField(local, new LiteralTest(position, literal)));
  }

  /// Notes that a rule asks for a check.
  void use(int number) {
    uses.set(number, uses.get(number) + 1);
  }

  int uses(int number) {
    return uses.get(number);
  }

  Check check(int number) {
    return checks.get(number);
  }

  int count() {
    return checks.size();
  }

  Check[] all() {
    return checks.toArray(Check[]::new);
  }
}
