package fr.bastide.incident.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.WrittenTime;
import fr.bastide.kernel.Language;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarExamplesTest {

  private static final Deadline.Hours SEVENTY_TWO = new Deadline.Hours(72, true);
  private static final Deadline.Months ONE_MONTH = new Deadline.Months(1, true);
  private static final Deadline.WorkingDays FIVE = new Deadline.WorkingDays(5);

  private static Instant at(String written) {
    return WrittenTime.parse(written).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "2022-10-27T07:00+02:00, 2022-10-30T06:00+01:00",
    "2026-03-27T12:00+01:00, 2026-03-30T13:00+02:00",
    "2026-11-24T08:30+01:00, 2026-11-27T08:30+01:00",
    "2026-10-22T02:30+02:00, 2026-10-25T02:30+02:00",
    "2026-10-22T03:30+02:00, 2026-10-25T02:30+01:00",
  })
  void seventyTwoHoursReallyGoBy(String start, String due) {
    assertThat(SEVENTY_TWO.due(at(start))).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-31T10:15+01:00, 2027-02-28T10:15+01:00",
    "2028-01-31T10:15+01:00, 2028-02-29T10:15+01:00",
    "2026-02-28T23:59+01:00, 2026-03-28T23:59+01:00",
    "2026-02-28T02:30+01:00, 2026-03-28T02:30+01:00",
    "2027-02-28T02:30+01:00, 2027-03-28T03:00+02:00",
    "2026-09-25T02:30+02:00, 2026-10-25T02:30+02:00",
  })
  void aMonthEndsOnItsLastDayAndAtTheChangeOfTheClock(String start, String due) {
    assertThat(ONE_MONTH.due(at(start))).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T08:30+01:00, 2026-12-01T23:59+01:00",
    "2026-04-30T08:30+02:00, 2026-05-11T23:59+02:00",
    "2026-12-23T18:00+01:00, 2026-12-31T23:59+01:00",
  })
  void workingDaysPassOverWeekEndsAndHolidays(String start, String due) {
    assertThat(FIVE.due(at(start))).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T08:30+01:00, 2026-11-27T09:00+01:00",
    "2026-11-24T08:00+01:00, 2026-11-27T09:00+01:00",
  })
  void theRegulationDoesNotCountTheHourOfTheEvent(String start, String due) {
    assertThat(SEVENTY_TWO.byRegulation(at(start))).contains(at(due));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-24T08:30+01:00 | mardi 24 novembre 2026 à 8~h~30 | Tuesday 24 November 2026 at 08:30",
        "2026-12-01T07:00+01:00 | mardi 1er décembre 2026 à 7~h | Tuesday 1 December 2026 at 07:00",
        "2026-10-25T02:05+02:00 | dimanche 25 octobre 2026 à 2~h~05 (heure d’été) | Sunday 25 October"
            + " 2026 at 02:05 (summer time)",
        "2026-10-25T02:05+01:00 | dimanche 25 octobre 2026 à 2~h~05 (heure d’hiver) | Sunday 25 October"
            + " 2026 at 02:05 (winter time)",
      })
  void instantsAreWrittenAsPeopleDo(String instant, String fr, String en) {
    assertThat(WrittenTime.of(at(instant), Language.FR)).isEqualTo(fr.replace('~', '\u00a0'));
    assertThat(WrittenTime.of(at(instant), Language.EN)).isEqualTo(en);
  }
}
