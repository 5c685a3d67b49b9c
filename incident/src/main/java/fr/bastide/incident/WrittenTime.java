package fr.bastide.incident;

import fr.bastide.incident.internal.Calendar;
import fr.bastide.incident.internal.Moments;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/// Instants and days as people write them, in the time of Paris: `mardi 24 novembre 2026 à 8 h 30`,
/// `Tuesday 24 November 2026 at 08:30`. Of the hour that comes twice in autumn it says which one.
public final class WrittenTime {

  private static final DateTimeFormatter ENGLISH_HOUR = DateTimeFormatter.ofPattern("HH:mm");

  private WrittenTime() {}

  /// An instant, to the minute.
  public static String of(Instant instant, Language language) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, Calendar.PARIS);
    String day = day(local.toLocalDate(), language);
    return switch (language) {
      case FR -> day + " à " + frenchHour(local) + which(instant, local, language);
      case EN -> day + " at " + ENGLISH_HOUR.format(local) + which(instant, local, language);
    };
  }

  /// The instant somebody wrote: `2026-11-24T08:30+01:00`, or in the time of Paris `2026-11-24
  /// 08:30`; nothing when it is none of this century. What is ambiguous is read as early as can be.
  public static Optional<Instant> parse(String written) {
    return Moments.parse(written).map(Moments.Moment::instant);
  }

  /// A day.
  public static String day(LocalDate day, Language language) {
    Locale locale = language.locale();
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    String month = day.getMonth().getDisplayName(TextStyle.FULL, locale);
    String number =
        language == Language.FR && day.getDayOfMonth() == 1
            ? "1er"
            : String.valueOf(day.getDayOfMonth());
    return weekday + " " + number + " " + month + " " + day.getYear();
  }

  /// An instant in both languages.
  public static Text text(Instant instant) {
    return new Text(of(instant, Language.FR), of(instant, Language.EN));
  }

  /// A day in both languages.
  public static Text text(LocalDate day) {
    return new Text(day(day, Language.FR), day(day, Language.EN));
  }

  private static String frenchHour(LocalDateTime local) {
    String hour = local.getHour() + "~h";
    int minute = local.getMinute();
    String written = minute == 0 ? hour : hour + "~" + (minute < 10 ? "0" : "") + minute;
    return written.replace('~', '\u00a0');
  }

  private static String which(Instant instant, LocalDateTime local, Language language) {
    if (!Calendar.comesTwice(local)) {
      return "";
    }
    boolean summer = Calendar.PARIS.getRules().isDaylightSavings(instant);
    return switch (language) {
      case FR -> summer ? " (heure d’été)" : " (heure d’hiver)";
      case EN -> summer ? " (summer time)" : " (winter time)";
    };
  }
}
