package fr.bastide.incident.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.Facet;
import fr.bastide.incident.Facts;
import fr.bastide.incident.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Due instants and in-force days of every duty, through the engine, against [PlainClock].
class DeadlineProperties {

  private static final int INSTANTS = 100_000;
  private static final long FIRST = PlainClock.days(2012, 1, 1) * 86_400;
  private static final long LAST = PlainClock.days(2060, 1, 1) * 86_400;
  private static final String NIS2 = "2027-01-01";

  /// The first and last day of each text with a clock, copied from the texts by hand and not from
  /// the data; empty when it has none.
  private record Law(String duty, String first, String last, Kind kind, int count) {}

  private enum Kind {
    HOURS,
    HOURS_BY_REGULATION,
    MONTHS,
    WORKING_DAYS
  }

  private static final List<Law> LAWS =
      List.of(
          new Law("complaint-insurance", "2023-04-24", "", Kind.HOURS, 72),
          new Law("cnil-initial", "2018-05-25", "", Kind.HOURS_BY_REGULATION, 72),
          new Law("nis2-early-warning", NIS2, "", Kind.HOURS, 24),
          new Law("nis2-notification", NIS2, "", Kind.HOURS, 72),
          new Law("insurer-notice", "1990-05-01", "", Kind.WORKING_DAYS, 5),
          new Law("trust-service", "2016-07-01", "", Kind.HOURS_BY_REGULATION, 24));

  private static final Switches SWITCHES =
      new Switches(Map.of("nis2-fr", java.time.LocalDate.parse(NIS2)));

  private final ObligationBook book = timed();

  @Test
  void everyDueInstantAndEveryDayInForceIsRight() {
    RandomGenerator random = Seed.random();
    Map<String, Integer> applied = new TreeMap<>();
    for (int i = 0; i < INSTANTS; i++) {
      long second = awareness(random, i);
      Facts facts = facts(Instant.ofEpochSecond(second));
      List<Verdict> verdicts = book.verdicts(facts, Instant.ofEpochSecond(second + 60), SWITCHES);
      for (Law law : LAWS) {
        Verdict verdict =
            verdicts.stream()
                .filter(v -> v.obligation().id().equals(law.duty()))
                .findFirst()
                .orElseThrow();
        check(law, verdict, second);
        applied.merge(law.duty(), verdict instanceof Verdict.Applies ? 1 : 0, Integer::sum);
      }
      checkFinalReport(verdicts, second);
    }
    assertThat(applied).hasSize(LAWS.size()).allSatisfy((duty, n) -> assertThat(n).isPositive());
  }

  private void check(Law law, Verdict verdict, long second) {
    String what = "seed " + Seed.value() + ", " + law.duty() + " at " + second;
    long day = PlainClock.localDay(second);
    boolean inForce = day >= day(law.first()) && (law.last().isEmpty() || day <= day(law.last()));
    assertThat(verdict instanceof Verdict.Applies).as(what).isEqualTo(inForce);
    if (verdict instanceof Verdict.Applies applies) {
      Due.At due = (Due.At) applies.due();
      assertThat(due.start().getEpochSecond()).as(what).isEqualTo(second);
      assertThat(due.at().getEpochSecond()).as(what).isEqualTo(due(law, second));
      Optional<Long> byRegulation =
          law.kind() == Kind.HOURS_BY_REGULATION
              ? Optional.of((second / 3600 + 1 + law.count()) * 3600)
              : Optional.empty();
      assertThat(due.byRegulation().map(Instant::getEpochSecond)).as(what).isEqualTo(byRegulation);
    }
  }

  private static long due(Law law, long second) {
    return switch (law.kind()) {
      case HOURS, HOURS_BY_REGULATION -> second + law.count() * 3600L;
      case MONTHS -> PlainClock.afterMonths(second, law.count());
      case WORKING_DAYS -> PlainClock.afterWorkingDays(second, law.count());
    };
  }

  /// One month after the end of the 72 hours, as long as nothing was notified.
  private static void checkFinalReport(List<Verdict> verdicts, long second) {
    Verdict report =
        verdicts.stream()
            .filter(v -> v.obligation().id().equals("nis2-final-report"))
            .findFirst()
            .orElseThrow();
    if (report instanceof Verdict.Applies applies) {
      assertThat(((Due.At) applies.due()).at().getEpochSecond())
          .as("seed " + Seed.value() + ", final report at " + second)
          .isEqualTo(PlainClock.afterMonths(second + 72 * 3600L, 1));
    }
  }

  @Test
  void monthsAndRegulationAgreeWithPlainArithmetic() {
    RandomGenerator random = Seed.random();
    for (int i = 0; i < INSTANTS; i++) {
      long second = awareness(random, i);
      int months = random.nextInt(1, 25);
      Deadline.Months deadline = new Deadline.Months(months, true);
      String what = "seed " + Seed.value() + ", " + months + " months after " + second;
      long due = PlainClock.afterMonths(second, months);
      assertThat(deadline.due(Instant.ofEpochSecond(second)).getEpochSecond())
          .as(what)
          .isEqualTo(due);
      assertThat(
              deadline.byRegulation(Instant.ofEpochSecond(second)).orElseThrow().getEpochSecond())
          .as(what)
          .isEqualTo(PlainClock.endOf(PlainClock.nextWorking(PlainClock.localDay(due))));
    }
  }

  /// Half anywhere; the rest within two days of a change of the clock or of a first or last day,
  /// and at the ends of months.
  private static long awareness(RandomGenerator random, int i) {
    int year = random.nextInt(2012, 2060);
    long around = random.nextLong(-2 * 1440, 2 * 1440) * 60;
    long second =
        switch (i % 8) {
          case 0 -> PlainClock.change(year, 3) + around;
          case 1 -> PlainClock.change(year, 10) + around;
          case 2 -> borders().get(random.nextInt(borders().size())) * 86_400 + around;
          case 3 -> PlainClock.days(year, random.nextInt(1, 13), 28) * 86_400 + 2 * around;
          default -> random.nextLong(FIRST / 60, LAST / 60) * 60;
        };
    return Math.max(FIRST, second);
  }

  private static List<Long> borders() {
    List<Long> borders = new ArrayList<>();
    for (Law law : LAWS) {
      if (day(law.first()) > FIRST / 86_400) {
        borders.add(day(law.first()));
      }
    }
    borders.add(PlainClock.days(2024, 5, 20));
    return borders;
  }

  private static long day(String written) {
    return PlainClock.days(
        Integer.parseInt(written.substring(0, 4)),
        Integer.parseInt(written.substring(5, 7)),
        Integer.parseInt(written.substring(8, 10)));
  }

  private static Facts facts(Instant certain) {
    return Facet.none()
        .is("body.form", "commune")
        .yes("body.cyber-insurance", "incident.malicious", "incident.ransomware")
        .yes("data.personal", "data.controller", "data.unavailable")
        .is("data.risk", "some")
        .is("body.nis2-entity", "essential")
        .is("body.trust-service", "qualified")
        .yes("effects.significant", "effects.trust-service")
        .at("clocks.certain", certain)
        .at("clocks.breach-aware", certain)
        .at("clocks.significant-aware", certain)
        .facts();
  }

  /// The book without the duties that have no hour, to judge more instants in the same time.
  private static ObligationBook timed() {
    ObligationBook all = ObligationBook.builtin();
    return new ObligationBook(
        all.version(),
        all.questionnaire(),
        all.switches(),
        all.obligations().stream().filter(o -> o.deadline() instanceof Deadline.Timed).toList());
  }

  @Test
  void noDutyWithAnHourIsLeftOut() {
    List<String> checked = new ArrayList<>(LAWS.stream().map(Law::duty).toList());
    checked.add("nis2-final-report");
    assertThat(book.duties().keySet()).containsExactlyInAnyOrderElementsOf(checked);
  }
}
