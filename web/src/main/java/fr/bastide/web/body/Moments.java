package fr.bastide.web.body;

import fr.bastide.kernel.Language;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.print.plot.Figures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// Days and hours as pages say them, in the time of France.
///
/// @param language whose habits are followed
public record Moments(Language language) {

  /// A day with its name: `mardi 24 novembre 2026`, `Tuesday 24 November 2026`.
  public String day(LocalDate day) {
    String name = day.format(DateTimeFormatter.ofPattern("EEEE", language.locale()));
    return name + "\u00a0" + new Figures(language).day(day);
  }

  /// The day of an instant, without its name: `24 novembre 2026`.
  public String date(Instant at) {
    return new Figures(language).day(on(at));
  }

  /// The hour of an instant: `8 h 30`, `08:30`.
  public String hour(Instant at) {
    ZonedDateTime there = at.atZone(AssessmentDesk.ZONE);
    return switch (language) {
      case FR -> there.format(DateTimeFormatter.ofPattern("H '\u00a0h\u00a0'mm")).replace(" ", "");
      case EN -> there.format(DateTimeFormatter.ofPattern("HH:mm"));
    };
  }

  /// Day and hour: `24 novembre 2026 à 8 h 30`, `24 November 2026 at 08:30`.
  public String dateAndHour(Instant at) {
    String between =
        switch (language) {
          case FR -> " à ";
          case EN -> " at ";
        };
    return date(at) + between + hour(at);
  }

  /// The day of an instant in France.
  public static LocalDate on(Instant at) {
    return LocalDate.ofInstant(at, AssessmentDesk.ZONE);
  }
}
