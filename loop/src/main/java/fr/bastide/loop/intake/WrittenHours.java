package fr.bastide.loop.intake;

import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Opening hours as the lead types them and as they are kept: `9h-12h30, 13:30-17:30`, one day a
/// line with `2026-12-24 9h-12h` or `2026-12-24 fermé`, one address a line.
public final class WrittenHours {

  /// The field that names the territory.
  public static final String TERRITORY = "territory";

  /// The field of single days.
  public static final String DAYS = "days";

  /// The field of the addresses that are told first.
  public static final String ON_CALL = "onCall";

  /// The field of the addresses that are told as well.
  public static final String BACKUP = "backup";

  /// The field of the minutes after which one is told again.
  public static final String AGAIN = "again";

  private static final int MOST_LINES = 100;
  private static final int MOST_SPANS = 6;
  private static final int LONGEST = 5_000;
  private static final int DATE = 10;
  private static final int LEAST_AGAIN = 5;
  private static final int MOST_AGAIN = 240;

  private WrittenHours() {}

  /// The field of a day of the week.
  public static String field(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  /// The hours as text, field by field.
  public static Map<String, String> of(Hours hours) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(TERRITORY, hours.territory().id());
    for (DayOfWeek day : DayOfWeek.values()) {
      fields.put(field(day), spans(hours.week().getOrDefault(day, List.of())));
    }
    List<String> days = new ArrayList<>();
    hours
        .days()
        .forEach((day, spans) -> days.add(day + " " + (spans.isEmpty() ? "fermé" : spans(spans))));
    fields.put(DAYS, String.join("\n", days));
    fields.put(ON_CALL, String.join("\n", hours.onCall()));
    fields.put(BACKUP, String.join("\n", hours.backup()));
    fields.put(AGAIN, Integer.toString(hours.againMinutes()));
    return fields;
  }

  /// Reads the fields.
  ///
  /// @throws Invalid when one cannot be understood; it says which and how to write it
  public static Hours read(Map<String, String> fields) {
    String id = fields.getOrDefault(TERRITORY, "");
    Holidays.Territory territory =
        Holidays.builtin()
            .territory(id)
            .orElseThrow(() ->
                new Invalid(
                    TERRITORY, new Text("Choisissez dans la liste.", "Choose from the list.")));
    Map<DayOfWeek, List<Hours.Span>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Hours.Span> spans = spans(field(day), fields.getOrDefault(field(day), ""));
      if (!spans.isEmpty()) {
        week.put(day, spans);
      }
    }
    return new Hours(
        territory,
        week,
        days(fields.getOrDefault(DAYS, "")),
        addresses(ON_CALL, fields.getOrDefault(ON_CALL, "")),
        addresses(BACKUP, fields.getOrDefault(BACKUP, "")),
        minutes(fields.getOrDefault(AGAIN, "")));
  }

  private static Map<LocalDate, List<Hours.Span>> days(String text) {
    Map<LocalDate, List<Hours.Span>> days = new TreeMap<>();
    for (String line : lines(DAYS, text)) {
      if (line.length() < DATE) {
        throw noDay(line);
      }
      try {
        LocalDate day = LocalDate.parse(line.substring(0, DATE));
        days.put(day, spans(DAYS, line.substring(DATE)));
      } catch (DateTimeException notOne) {
        throw noDay(line);
      }
    }
    return days;
  }

  private static Invalid noDay(String line) {
    return new Invalid(
        DAYS,
        new Text(
            "« %s » : commencez chaque ligne par une date, comme 2026-12-24 9h-12h."
                .formatted(line),
            "“%s”: begin each line with a date, such as 2026-12-24 9:00-12:00.".formatted(line)));
  }

  private static List<Hours.Span> spans(String field, String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.isEmpty() || List.of("fermé", "ferme", "closed", "-").contains(plain)) {
      return List.of();
    }
    List<Hours.Span> spans = new ArrayList<>();
    for (String part : plain.split(",", MOST_SPANS + 1)) {
      Hours.Span span = span(part.strip()).orElseThrow(() -> noSpan(field, text));
      boolean outOfOrder =
          spans.size() == MOST_SPANS
              || !spans.isEmpty()
                  && (spans.getLast().until().equals(LocalTime.MIDNIGHT)
                      || span.from().isBefore(spans.getLast().until()));
      if (outOfOrder) {
        throw noSpan(field, text);
      }
      spans.add(span);
    }
    return spans;
  }

  private static Invalid noSpan(String field, String text) {
    return new Invalid(
        field,
        new Text(
            "« %s » : écrivez les heures dans l’ordre, comme 9h-12h30, 13h30-17h30."
                .formatted(text.strip()),
            "“%s”: write the hours in order, such as 9:00-12:30, 13:30-17:30."
                .formatted(text.strip())));
  }

  private static Optional<Hours.Span> span(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return Optional.empty();
    }
    Optional<LocalTime> from = time(text.substring(0, dash).strip());
    Optional<LocalTime> until = time(text.substring(dash + 1).strip());
    boolean inOrder =
        from.isPresent()
            && until.isPresent()
            && (until.get().equals(LocalTime.MIDNIGHT) || from.get().isBefore(until.get()));
    return inOrder ? Optional.of(new Hours.Span(from.get(), until.get())) : Optional.empty();
  }

  /// `9`, `9h`, `9h30`, `09:30`; `24h` is midnight.
  private static Optional<LocalTime> time(String text) {
    String plain = text.replace("\u00a0", "").replace(" ", "").replace('h', ':');
    int colon = plain.indexOf(':');
    String hours = colon < 0 ? plain : plain.substring(0, colon);
    String minutes = colon < 0 || colon == plain.length() - 1 ? "0" : plain.substring(colon + 1);
    if (!figures(hours) || !figures(minutes)) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(hours);
    int minute = Integer.parseInt(minutes);
    if (hour == 24 && minute == 0) {
      return Optional.of(LocalTime.MIDNIGHT);
    }
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  private static boolean figures(String text) {
    return !text.isEmpty()
        && text.length() <= 2
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int minutes(String text) {
    String plain = text.strip();
    int minutes =
        plain.isEmpty()
            ? Hours.USUAL_AGAIN
            : plain.length() <= 3 && plain.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(plain)
                : 0;
    if (minutes < LEAST_AGAIN || minutes > MOST_AGAIN) {
      throw new Invalid(
          AGAIN,
          new Text(
              "Donnez un nombre de minutes de 5 à 240.",
              "Give a number of minutes from 5 to 240."));
    }
    return minutes;
  }

  private static List<String> addresses(String field, String text) {
    List<String> addresses = lines(field, text);
    if (!addresses.stream().allMatch(Addresses::plausible)) {
      throw new Invalid(field, Addresses.WRONG);
    }
    return addresses;
  }

  private static List<String> lines(String field, String text) {
    List<String> lines =
        text.length() > LONGEST
            ? List.of()
            : text.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    if (text.length() > LONGEST || lines.size() > MOST_LINES) {
      throw new Invalid(
          field,
          new Text(
              "C’est trop long : 100 lignes au plus.", "This is too long: 100 lines at most."));
    }
    return lines;
  }

  private static String spans(List<Hours.Span> spans) {
    List<String> written = new ArrayList<>();
    for (Hours.Span span : spans) {
      String until = span.until().equals(LocalTime.MIDNIGHT) ? "24:00" : span.until().toString();
      written.add(span.from() + "-" + until);
    }
    return String.join(", ", written);
  }
}
