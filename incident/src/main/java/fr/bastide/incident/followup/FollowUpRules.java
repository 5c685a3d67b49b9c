package fr.bastide.incident.followup;

import fr.bastide.incident.Facts;
import fr.bastide.incident.Reading;
import fr.bastide.incident.condition.Condition;
import fr.bastide.incident.condition.Truth;
import fr.bastide.incident.internal.Calendar;
import fr.bastide.incident.internal.Knowledge;
import fr.bastide.kernel.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When the centre comes back.
///
/// @param clocks questions about time: the first that has an answer is the day one counts from
/// @param rules the returns, the earliest first
public record FollowUpRules(List<String> clocks, List<Rule> rules) {

  /// One return.
  ///
  /// @param id which one
  /// @param months how long after
  /// @param when in which cases
  /// @param purpose what for
  public record Rule(String id, int months, Condition when, Text purpose) {}

  public FollowUpRules {
    clocks = List.copyOf(clocks);
    rules = List.copyOf(rules);
  }

  /// The rules that come with Bastide.
  public static FollowUpRules builtin() {
    return Knowledge.builtin().followUps();
  }

  /// The returns in a case; none as long as no day is known to count from. Of contradictory days
  /// the first counts, as for the deadlines.
  public List<FollowUp> followUps(Facts facts) {
    Optional<LocalDate> start = start(facts);
    List<FollowUp> found = new ArrayList<>();
    for (Rule rule : rules) {
      boolean holds =
          facts.readings(rule.when().questions()).stream()
              .anyMatch(reading -> rule.when().evaluate(reading).truth() == Truth.TRUE);
      if (start.isPresent() && holds) {
        LocalDate due = start.get().plusMonths(rule.months());
        found.add(
            new FollowUp(rule.id(), rule.months(), due, Calendar.workingDay(due), rule.purpose()));
      }
    }
    return found;
  }

  private Optional<LocalDate> start(Facts facts) {
    for (String clock : clocks) {
      Optional<Instant> first =
          facts.readings(List.of(clock)).stream()
              .map((Reading reading) -> reading.instant(clock))
              .flatMap(Optional::stream)
              .min(Instant::compareTo);
      if (first.isPresent()) {
        return first.map(Calendar::day);
      }
    }
    return Optional.empty();
  }
}
