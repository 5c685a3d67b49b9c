package fr.bastide.assessment;

import java.time.LocalDate;
import java.util.Optional;

/// What stands behind one answer, and until when it counts.
///
/// @param level how strong it is
/// @param date when it was established
/// @param expires the last day on which it counts; afterwards the answer is only declared. When
///   empty, the question's own validity runs from `date`
/// @param note where to find it: a file name, a contract number, who checked
public record Evidence(
    EvidenceLevel level, Optional<LocalDate> date, Optional<LocalDate> expires, String note) {

  /// The longest note kept, in characters.
  public static final int MAX_NOTE = 2_000;

  /// Words only: nothing was shown.
  public static final Evidence DECLARED =
      new Evidence(EvidenceLevel.DECLARED, Optional.empty(), Optional.empty(), "");

  /// Evidence of this level without date nor note.
  public static Evidence of(EvidenceLevel level) {
    return new Evidence(level, Optional.empty(), Optional.empty(), "");
  }
}
