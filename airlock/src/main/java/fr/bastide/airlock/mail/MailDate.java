package fr.bastide.airlock.mail;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Dates of messages (RFC 5322, section 3.3), read as broken writers write them too.
final class MailDate {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final int LONGEST = 200;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2200;

  private MailDate() {}

  static Optional<OffsetDateTime> read(String field) {
    List<String> words = words(field.substring(0, Math.min(field.length(), LONGEST)));
    try {
      for (int month = 0; month < words.size(); month++) {
        String word = words.get(month);
        int index = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
        if (index >= 0) {
          return read(words, month, index + 1);
        }
      }
    } catch (DateTimeException | NumberFormatException none) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<OffsetDateTime> read(List<String> words, int at, int month) {
    // Day before the month, year and time after it; C's asctime has the day and the year elsewhere.
    boolean usual = at > 0 && isNumber(words.get(at - 1));
    int day = number(words, usual ? at - 1 : at + 1);
    int time = -1;
    for (int i = at + 1; i < words.size() && time < 0; i++) {
      time = words.get(i).indexOf(':') > 0 ? i : -1;
    }
    if (time < 0) {
      return Optional.empty();
    }
    int year = number(words, usual ? at + 1 : time + 1);
    year += year < 50 ? 2000 : year < 1000 ? 1900 : 0;
    String[] clock = words.get(time).split(":", -1);
    int seconds = clock.length > 2 ? Math.min(59, Integer.parseInt(clock[2])) : 0;
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.empty();
    }
    ZoneOffset zone = usual && time + 1 < words.size() ? zone(words.get(time + 1)) : ZoneOffset.UTC;
    return Optional.of(
        OffsetDateTime.of(
            year,
            month,
            day,
            Integer.parseInt(clock[0]),
            Integer.parseInt(clock[1]),
            seconds,
            0,
            zone));
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int number(List<String> words, int at) {
    return Integer.parseInt(at < words.size() ? words.get(at) : "");
  }

  private static ZoneOffset zone(String word) {
    if (word.length() == 5 && (word.charAt(0) == '+' || word.charAt(0) == '-')) {
      int hours = Integer.parseInt(word.substring(1, 3));
      int minutes = Integer.parseInt(word.substring(3, 5));
      int sign = word.charAt(0) == '-' ? -1 : 1;
      return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
    return switch (word) {
      case "est", "cdt" -> ZoneOffset.ofHours(-5);
      case "edt" -> ZoneOffset.ofHours(-4);
      case "cst", "mdt" -> ZoneOffset.ofHours(-6);
      case "mst", "pdt" -> ZoneOffset.ofHours(-7);
      case "pst" -> ZoneOffset.ofHours(-8);
      default -> ZoneOffset.UTC;
    };
  }

  /// Words in lower case, without commas and comments.
  private static List<String> words(String field) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int comments = 0;
    for (char c : (field + " ").toCharArray()) {
      comments += c == '(' ? 1 : 0;
      if (comments == 0 && c != ',' && c != '-' && c > ' ') {
        word.append(c);
      } else if (comments == 0 && c == '-' && word.isEmpty()) {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString().toLowerCase(Locale.ROOT));
        word.setLength(0);
      }
      comments -= c == ')' && comments > 0 ? 1 : 0;
    }
    return words;
  }

  static String write(OffsetDateTime date) {
    String month = MONTHS.get(date.getMonthValue() - 1);
    int offset = date.getOffset().getTotalSeconds() / 60;
    return String.format(
        Locale.ROOT,
        "%s, %d %s%s %04d %02d:%02d:%02d %s%02d%02d",
        DAYS.get(date.getDayOfWeek().getValue() - 1),
        date.getDayOfMonth(),
        month.substring(0, 1).toUpperCase(Locale.ROOT),
        month.substring(1),
        date.getYear(),
        date.getHour(),
        date.getMinute(),
        date.getSecond(),
        offset < 0 ? "-" : "+",
        Math.abs(offset) / 60,
        Math.abs(offset) % 60);
  }
}
