package fr.bastide.loop.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.bastide.loop.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {

  private static Hours hours(String... more) {
    Map<String, String> fields = new HashMap<>(WrittenHours.of(Hours.usual()));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return WrittenHours.read(fields);
  }

  private static Hours.Openness at(Hours hours, String instant) {
    return hours.at(Instant.parse(instant));
  }

  private static Hours.Openness closed(String opens) {
    return new Hours.Openness.Closed(Optional.of(Instant.parse(opens)));
  }

  @Test
  void saysUntilWhenItIsOpen() {
    assertThat(at(Hours.usual(), "2026-11-25T09:00:00Z"))
        .isEqualTo(new Hours.Openness.Open(Instant.parse("2026-11-25T11:30:00Z")));
    assertThat(at(Hours.usual(), "2026-11-25T11:30:00Z")).isEqualTo(closed("2026-11-25T12:30:00Z"));
    assertThat(at(Hours.usual(), "2026-11-25T12:30:00Z"))
        .isEqualTo(new Hours.Openness.Open(Instant.parse("2026-11-25T16:30:00Z")));
  }

  @Test
  void opensAgainAfterTheWeekendAndTheHoliday() {
    assertThat(at(Hours.usual(), "2026-11-27T16:30:00Z")).isEqualTo(closed("2026-11-30T08:00:00Z"));
    // Christmas 2026 is a Friday: from Thursday evening to Monday.
    assertThat(at(Hours.usual(), "2026-12-24T17:00:00Z")).isEqualTo(closed("2026-12-28T08:00:00Z"));
    // Summer time begins on 29 March 2026: nine o'clock on Monday is 07:00 UTC.
    assertThat(at(Hours.usual(), "2026-03-28T10:00:00Z")).isEqualTo(closed("2026-03-30T07:00:00Z"));
  }

  @Test
  void aSingleDayCountsMoreThanTheWeekAndTheHoliday() {
    Hours hours = hours("days", "2026-12-25 22h-24h\n2026-12-28 fermé");
    assertThat(at(hours, "2026-12-25T21:30:00Z"))
        .isEqualTo(new Hours.Openness.Open(Instant.parse("2026-12-25T23:00:00Z")));
    assertThat(at(hours, "2026-12-28T09:00:00Z")).isEqualTo(closed("2026-12-29T08:00:00Z"));
  }

  @Test
  void aCentreThatNeverOpensSaysSo() {
    Hours hours =
        hours("monday", "", "tuesday", "", "wednesday", "", "thursday", "", "friday", "fermé");
    assertThat(at(hours, "2026-11-25T09:00:00Z"))
        .isEqualTo(new Hours.Openness.Closed(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    // Computed by hand from the published calendars of these years.
    "metropole, 2026-04-06, true",
    "metropole, 2026-05-14, true",
    "metropole, 2026-05-25, true",
    "metropole, 2027-03-29, true",
    "metropole, 2027-05-06, true",
    "metropole, 2027-05-17, true",
    "metropole, 2026-04-03, false",
    "metropole, 2026-12-26, false",
    "metropole, 2026-12-25, true",
    "alsace-moselle, 2026-04-03, true",
    "alsace-moselle, 2027-03-26, true",
    "alsace-moselle, 2026-12-26, true",
    "alsace-moselle, 2026-07-14, true",
    "guadeloupe, 2026-05-27, true",
    "guadeloupe, 2026-05-22, false",
    "martinique, 2026-05-22, true",
    "guyane, 2026-06-10, true",
    "reunion, 2026-12-20, true",
    "mayotte, 2026-04-27, true",
    "saint-martin, 2026-05-28, true",
    "saint-barthelemy, 2026-10-09, true",
    "saint-barthelemy, 2026-08-15, true",
  })
  void knowsTheHolidaysOfEachTerritory(String territory, LocalDate day, boolean holiday) {
    assertThat(Holidays.builtin().territory(territory).orElseThrow().on(day).isPresent())
        .isEqualTo(holiday);
  }

  @Test
  void overseasLivesByItsOwnTime() {
    assertThat(at(hours("territory", "reunion"), "2026-11-25T05:00:00Z"))
        .isEqualTo(new Hours.Openness.Open(Instant.parse("2026-11-25T08:30:00Z")));
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    Hours hours =
        hours(
            "territory", "alsace-moselle",
            "saturday", "10h - 12h30 ,14:00-18",
            "sunday", "0h-24h",
            "days", "2026-12-24 9h-12h\n2027-01-02 closed",
            "onCall", "astreinte@exemple.fr\nrenfort@exemple.fr",
            "again", "20");
    assertThat(WrittenHours.read(WrittenHours.of(hours))).isEqualTo(hours);
    assertThat(WrittenHours.of(hours))
        .containsEntry("saturday", "10:00-12:30, 14:00-18:00")
        .containsEntry("sunday", "00:00-24:00")
        .containsEntry("days", "2026-12-24 09:00-12:00\n2027-01-02 fermé");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9h",
        "9h-",
        "-12h",
        "12h-9h",
        "9h-25h",
        "9h-12h60",
        "9h-12h,11h-14h",
        "9-12,13-14,14-15,15-16,16-17,17-18,18-19",
        "matin",
        "9h-24h,10h-11h",
        "999999999999h-12h",
        "9h--12h"
      })
  void whatCannotBeUnderstoodSaysWhichFieldAndHow(String written) {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> hours("monday", written))
        .satisfies(e -> {
          assertThat(e.field()).isEqualTo("monday");
          assertThat(e.text().fr()).contains("9h-12h30");
        });
  }

  @Test
  void otherFieldsAreReadStrictlyToo() {
    for (String[] wrong :
        new String[][] {
          {"days", "demain fermé"},
          {"days", "2026-13-01 fermé"},
          {"days", "x".repeat(10_000)},
          {"onCall", "pas une adresse"},
          {"onCall", "a@b.fr,c@d.fr"},
          {"backup", "a@b\u2028.fr"},
          {"again", "1"},
          {"again", "bientôt"},
          {"territory", "atlantide"}
        }) {
      assertThatExceptionOfType(Invalid.class)
          .as(wrong[0] + " " + wrong[1].length())
          .isThrownBy(() -> hours(wrong[0], wrong[1]))
          .satisfies(e -> assertThat(e.field()).isEqualTo(wrong[0]));
    }
  }
}
