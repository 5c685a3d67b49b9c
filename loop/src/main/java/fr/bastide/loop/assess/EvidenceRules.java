package fr.bastide.loop.assess;

import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import java.time.LocalDate;

/// What the dates of evidence must be: those that count are known, are not of tomorrow, and last no
/// longer than the question lets them.
final class EvidenceRules {

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  private EvidenceRules() {}

  /// Refuses dates under which the evidence would not count as it says.
  static void check(Evidence evidence, int validityMonths, LocalDate today) {
    evidence.date().ifPresent(day -> requireSane("date", day));
    evidence.expires().ifPresent(day -> requireSane("expires", day));
    if (evidence.level() != EvidenceLevel.DECLARED && evidence.date().isEmpty()) {
      throw new Invalid(
          "date",
          new Text(
              "Indiquez le jour où cette preuve a été établie\u00a0: sans date, elle ne compte pas.",
              "Say on which day this evidence was established: without a date it does not count."));
    }
    evidence.date().ifPresent(day -> requirePast(day, today));
    if (evidence.date().isPresent() && evidence.expires().isPresent()) {
      requireWithin(
          evidence.expires().get(),
          evidence.date().get(),
          evidence.date().get().plusMonths(validityMonths));
    }
  }

  private static void requirePast(LocalDate day, LocalDate today) {
    if (day.isAfter(today)) {
      throw new Invalid(
          "date",
          new Text(
              "Cette date est dans le futur\u00a0: indiquez le jour où la preuve a été établie.",
              "This date is in the future: say on which day the evidence was established."));
    }
  }

  private static void requireWithin(LocalDate expires, LocalDate date, LocalDate last) {
    if (expires.isBefore(date)) {
      throw new Invalid(
          "expires",
          new Text(
              "La preuve expire avant d’avoir été établie\u00a0: vérifiez les deux dates.",
              "The evidence expires before it was established: check both dates."));
    }
    if (expires.isAfter(last)) {
      throw new Invalid(
          "expires",
          new Text(
              "Pour cette question, une preuve établie à cette date vaut au plus tard jusqu’au %s."
                  .formatted(last),
              "For this question, evidence established on that date is good until %s at the latest."
                  .formatted(last)));
    }
  }

  private static void requireSane(String field, LocalDate day) {
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw new Invalid(
          field,
          new Text(
              "Vérifiez l’année\u00a0: de %d à %d.".formatted(FIRST_YEAR, LAST_YEAR),
              "Check the year: from %d to %d.".formatted(FIRST_YEAR, LAST_YEAR)));
    }
  }
}
