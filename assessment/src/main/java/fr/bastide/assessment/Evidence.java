package fr.bastide.assessment;

import java.time.LocalDate;
import java.util.Optional;

/// What stands behind one answer, and until when it counts.
///
/// @param level how strong it is
/// @param date when it was established; without it, or before it, the answer is only declared
/// @param expires the last day on which it counts, afterwards the answer is only declared; it can
///   shorten the question's own validity, which runs from `date`, never lengthen it
/// @param note where to find it: a file name, a contract number, who checked
public record Evidence(
    EvidenceLevel level, Optional<LocalDate> date, Optional<LocalDate> expires, String note) {

  /// The longest note kept, in characters.
  public static final int MAX_NOTE = 2_000;

  /// Words only: nothing was shown.
  public static final Evidence DECLARED =
      new Evidence(EvidenceLevel.DECLARED, Optional.empty(), Optional.empty(), "");

  /// Evidence of this level established on a day, without a note.
  public static Evidence of(EvidenceLevel level, LocalDate date) {
    return new Evidence(level, Optional.of(date), Optional.empty(), "");
  }

  /// The last day on which it counts for a question whose evidence is good for so many months; none
  /// without the day it was established.
  public Optional<LocalDate> lastDay(int validityMonths) {
    return date.map(day -> {
      LocalDate end = day.plusMonths(validityMonths);
      return expires.filter(end::isAfter).orElse(end);
    });
  }

  /// The level that counts on a day: only declared before it was established, past its last day, or
  /// when nobody says of when it is.
  public EvidenceLevel standing(int validityMonths, LocalDate at) {
    boolean stands =
        date.filter(day -> !day.isAfter(at)).isPresent()
            && lastDay(validityMonths).filter(last -> !at.isAfter(last)).isPresent();
    return stands ? level : EvidenceLevel.DECLARED;
  }
}
