package fr.bastide.telemetry.internal.line;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.Seed;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StampsTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static Stamps at(String now) {
    return new Stamps(new LineClock(PARIS, InstantSource.fixed(Instant.parse(now))));
  }

  private static String bsd(String now, String text) {
    Stamps stamps = at(now);
    byte[] bytes = Scan.bytes(text);
    int end = stamps.bsd(bytes, 0, bytes.length);
    return end < 0 ? "none" : instant(stamps.micros()) + " to " + end;
  }

  private static String any(String text) {
    Stamps stamps = at("2026-11-25T11:00:00Z");
    byte[] bytes = Scan.bytes(text);
    return stamps.any(bytes, 0, bytes.length) < 0 ? "none" : instant(stamps.micros()).toString();
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
  }

  @Test
  void aTimeWithoutYearIsTheLatestNotMoreThanADayAhead() {
    assertThat(bsd("2027-01-01T00:30:00Z", "Dec 31 23:59:59 h")).startsWith("2026-12-31T22:59:59Z");
    assertThat(bsd("2027-01-01T00:30:00Z", "Jan  1 01:00:00 h")).startsWith("2027-01-01T00:00:00Z");
    assertThat(bsd("2026-12-31T20:00:00Z", "Jan  1 00:00:30 h")).startsWith("2026-12-31T23:00:30Z");
    assertThat(bsd("2026-12-31T20:00:00Z", "Jan  2 08:00:00 h")).startsWith("2026-01-02T07:00:00Z");
    assertThat(bsd("2026-11-25T11:00:00Z", "Feb 29 08:00:00 h")).startsWith("2024-02-29T07:00:00Z");
    assertThat(bsd("2026-11-25T11:00:00Z", "Feb 30 08:00:00 h")).isEqualTo("none");
  }

  @Test
  void devicesWriteTheYearTheFractionAndTheZoneWhereTheyLike() {
    String now = "2026-11-25T11:00:00Z";
    assertThat(bsd(now, "Nov 24 2025 02:13:00 h")).isEqualTo("2025-11-24T01:13:00Z to 20");
    assertThat(bsd(now, "Nov 24 02:13:00 2025 h")).isEqualTo("2025-11-24T01:13:00Z to 20");
    assertThat(bsd(now, "Nov 24 02:13:00.123 UTC: x")).isEqualTo("2026-11-24T02:13:00.123Z to 23");
    assertThat(bsd(now, "Nov 4 2:13:00 h")).isEqualTo("2026-11-04T01:13:00Z to 13");
    assertThat(bsd(now, "Jul  4 02:13:00 h")).startsWith("2026-07-04T00:13:00Z");
    assertThat(bsd(now, "Nov 24 02:13:00 +0200 h")).startsWith("2026-11-24T00:13:00Z");
    assertThat(bsd(now, "Nov 24 25:13:00 h")).isEqualTo("none");
  }

  @Test
  void otherFormsAreToldApart() {
    assertThat(any("1601-01-01T00:00:00Z")).isEqualTo("1601-01-01T00:00:00Z");
    assertThat(any("2026-11-24 02:13:00,5")).isEqualTo("2026-11-24T01:13:00.500Z");
    assertThat(any("2026/11/24 02:13:00")).isEqualTo("2026-11-24T01:13:00Z");
    assertThat(any("24/Nov/2026:02:13:00 -0530")).isEqualTo("2026-11-24T07:43:00Z");
    assertThat(any("Tue Nov 24 02:13:00 2026")).isEqualTo("2026-11-24T01:13:00Z");
    assertThat(any("1795482780")).isEqualTo("2026-11-24T01:13:00Z");
    assertThat(any("1795482780.5")).isEqualTo("2026-11-24T01:13:00.500Z");
    assertThat(any("1795482780123")).isEqualTo("2026-11-24T01:13:00.123Z");
    assertThat(any("1795482780123456789")).isEqualTo("2026-11-24T01:13:00.123456Z");
    assertThat(any("2026-13-24T02:13:00Z")).isEqualTo("none");
    assertThat(any("tomorrow")).isEqualTo("none");
  }

  /// Every form of the same moment is read as `java.time` reads it, over 600 years and the changes
  /// of summer time.
  @Test
  void agreesWithTheCalendarOfTheJdk() {
    RandomGenerator random = Seed.random();
    Stamps stamps = at("2026-11-25T11:00:00Z");
    DateTimeFormatter bsd = DateTimeFormatter.ofPattern("MMM dd yyyy HH:mm:ss", Locale.ROOT);
    DateTimeFormatter access = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss", Locale.ROOT);
    for (int i = 0; i < 20_000; i++) {
      LocalDateTime local =
          LocalDateTime.ofEpochSecond(
              random.nextLong(-11_000_000_000L, 7_000_000_000L), 0, ZoneOffset.UTC);
      long paris = local.atZone(PARIS).toEpochSecond() * 1_000_000;
      check(stamps, bsd.format(local), local, paris);
      check(stamps, local.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME), local, paris);
      check(stamps, access.format(local), local, paris);
    }
  }

  private static void check(Stamps stamps, String text, LocalDateTime local, long paris) {
    byte[] bytes = Scan.bytes(text.length() == 16 ? text + ":00" : text);
    assertThat(stamps.any(bytes, 0, bytes.length))
        .as("seed %d: %s", Seed.value(), text)
        .isPositive();
    boolean gap = PARIS.getRules().getValidOffsets(local).size() != 1;
    long most = gap ? 3_600_000_000L : 0;
    assertThat(Math.abs(stamps.micros() - paris))
        .as("seed %d: %s", Seed.value(), text)
        .isLessThanOrEqualTo(most);
  }
}
