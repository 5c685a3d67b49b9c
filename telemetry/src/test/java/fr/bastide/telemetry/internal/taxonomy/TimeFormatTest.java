package fr.bastide.telemetry.internal.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.Seed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTest {

  @ParameterizedTest
  @CsvSource({
    "ISO, 2026-07-28T11:44:53Z, 2026-07-28T11:44:53Z",
    "ISO, 2026-07-28 11:44:53.919, 2026-07-28T11:44:53.919Z",
    "ISO, 2026-07-28T13:44:53.9191234567+02:00, 2026-07-28T11:44:53.919123Z",
    "ISO, 2026/07/28 13:44:53 +0200, 2026-07-28T11:44:53Z",
    "ISO, 2026-07-28 11:44:53 UTC, 2026-07-28T11:44:53Z",
    "ISO, '2026-07-28T11:44:53,5', 2026-07-28T11:44:53.5Z",
    "ISO, 1601-01-01T00:00:00Z, 1601-01-01T00:00:00Z",
    "ISO, 9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
    "EPOCH, 1785239093, 2026-07-28T11:44:53Z",
    "EPOCH, 1785239093.919123456, 2026-07-28T11:44:53.919123Z",
    "EPOCH, 1.785239093919123E9, 2026-07-28T11:44:53.919123Z",
    "EPOCH, -11644473600, 1601-01-01T00:00:00Z",
    "EPOCH_MS, 1785239093919, 2026-07-28T11:44:53.919Z",
    "EPOCH_US, 1785239093919123, 2026-07-28T11:44:53.919123Z",
    "EPOCH_NS, 1785239093919123456, 2026-07-28T11:44:53.919123Z",
    "FILETIME, 134297126939191234, 2026-07-28T11:44:53.919123Z",
    "FILETIME, 0, 1601-01-01T00:00:00Z",
    "HTTP, 28/Jul/2026:13:44:53 +0200, 2026-07-28T11:44:53Z",
    "US, 7/28/2026 11:44:53 AM, 2026-07-28T11:44:53Z",
    "US, 07/28/2026 12:44:53 AM, 2026-07-28T00:44:53Z",
    "US, 7/28/2026 1:44:53 PM, 2026-07-28T13:44:53Z",
    "JSON_DATE, /Date(1785239093919)/, 2026-07-28T11:44:53.919Z"
  })
  void reads(TimeFormat format, String text, Instant wanted) {
    assertThat(read(format, text)).isEqualTo(micros(wanted));
  }

  @ParameterizedTest
  @CsvSource({
    "ISO, 2026-13-28T11:44:53Z",
    "ISO, 2026-07-28T24:44:53Z",
    "ISO, 2026-07-28",
    "ISO, 2026-07-28T11:44:53 Paris",
    "ISO, 2026-07-28T11:44:53+99:00",
    "ISO, ''",
    "EPOCH, 99999999999999999999999",
    "EPOCH, 1e300",
    "EPOCH, x",
    "EPOCH, ''",
    "EPOCH_NS, 99999999999999999999",
    "EPOCH_MS, 999999999999999999",
    "FILETIME, 9223372036854775807",
    "HTTP, 28/Foo/2026:13:44:53 +0200",
    "US, 7/28/2026",
    "US, 28",
    "JSON_DATE, /Date(",
    "JSON_DATE, now"
  })
  void refuses(TimeFormat format, String text) {
    assertThat(read(format, text)).isEqualTo(Event.NO_TIME);
  }

  @Test
  void readsEveryDayAsTheJdkDoes() {
    RandomGenerator random = Seed.random();
    DateTimeFormatter http = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);
    for (int run = 0; run < 50_000; run++) {
      LocalDateTime time =
          LocalDateTime.of(1 + random.nextInt(9_999), 1 + random.nextInt(12), 1, 0, 0)
              .plusDays(random.nextInt(28))
              .plusSeconds(random.nextInt(86_400));
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(1_200) - 600));
      String iso = time + (time.getSecond() == 0 ? ":00" : "") + offset.getId();
      long wanted = time.toEpochSecond(offset) * 1_000_000;
      assertThat(read(TimeFormat.ISO, iso)).as("seed %s: %s", Seed.value(), iso).isEqualTo(wanted);
      if (time.getYear() > 1_000) {
        String text = time.atOffset(offset).format(http);
        assertThat(read(TimeFormat.HTTP, text)).as(text).isEqualTo(wanted);
      }
    }
  }

  @Test
  void survivesAnyBytes() {
    RandomGenerator random = Seed.random();
    byte[] letters = "0123456789-/:T.,+Z ()eAMP".getBytes(StandardCharsets.US_ASCII);
    for (int run = 0; run < 200_000; run++) {
      byte[] bytes = new byte[random.nextInt(40)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = letters[random.nextInt(letters.length)];
      }
      for (TimeFormat format : TimeFormat.values()) {
        format.read(bytes, 0, bytes.length);
      }
    }
  }

  private static long read(TimeFormat format, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return format.read(bytes, 0, bytes.length);
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
  }
}
