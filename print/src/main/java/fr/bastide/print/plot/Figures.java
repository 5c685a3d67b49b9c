package fr.bastide.print.plot;

import fr.bastide.assessment.Score;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/// Scores, amounts and dates as people read them in one language; spaces inside never break.
///
/// @param language whose habits are followed
public record Figures(Language language) {

  private static final char NO_BREAK = '\u00a0';

  /// A score as a whole number, rounded down so that it never shows a threshold that is not
  /// reached.
  public String score(double score) {
    return Long.toString((long) Math.floor(score + 1e-9));
  }

  /// An interval of scores: `48–71`.
  public String range(Score.Interval interval) {
    return score(interval.low()) + "–" + score(interval.high());
  }

  /// A number of points or days, with one decimal when it has one: `4,2`.
  public String number(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(language.locale());
    format.setMaximumFractionDigits(1);
    format.setRoundingMode(RoundingMode.HALF_UP);
    double tidy = Math.abs(number) < 0.05 ? 0.0 : number;
    return format.format(tidy).replace(' ', NO_BREAK);
  }

  /// An amount of euros: `12 500 €`, `€12,500`.
  public String money(Money money) {
    return money.format(language);
  }

  /// A day: `24 novembre 2026`, `1er décembre 2026`, `24 November 2026`.
  public String day(LocalDate day) {
    String first = language == Language.FR && day.getDayOfMonth() == 1 ? "1er" : "";
    String number = first.isEmpty() ? Integer.toString(day.getDayOfMonth()) : first;
    return number
        + NO_BREAK
        + day.format(DateTimeFormatter.ofPattern("MMMM yyyy", language.locale()))
            .replace(' ', NO_BREAK);
  }

  /// A day in a narrow place: `24/11/2026`.
  public String shortDay(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy", language.locale()));
  }

  /// A month: `novembre 2026`.
  public String month(YearMonth month) {
    return month
        .format(DateTimeFormatter.ofPattern("MMMM yyyy", language.locale()))
        .replace(' ', NO_BREAK);
  }

  /// A month in a narrow place: `nov. 26`.
  public String shortMonth(YearMonth month) {
    return month
        .format(DateTimeFormatter.ofPattern("MMM yy", language.locale()))
        .replace(' ', NO_BREAK);
  }
}
