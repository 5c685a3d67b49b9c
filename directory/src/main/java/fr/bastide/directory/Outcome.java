package fr.bastide.directory;

import java.time.LocalDate;
import java.util.Optional;

/// What became of a provider after a panel. Feeds the quality that everyone can see, and no draw.
///
/// @param provider whom it concerns
/// @param need reference of the need
/// @param on the day it was noted
/// @param result what happened
/// @param satisfaction what the body says of the work, 1 (not at all) to 5 (entirely), if it said
///   so
public record Outcome(
    EntryId provider, String need, LocalDate on, Result result, Optional<Integer> satisfaction) {

  /// What happened.
  public enum Result {
    /// The body chose another provider.
    NOT_CHOSEN,
    /// The provider did not want or could not.
    DECLINED,
    /// The provider never answered.
    UNANSWERED,
    /// The work was done.
    DONE,
    /// The work was begun and given up.
    ABANDONED
  }

  public Outcome {
    if (satisfaction.filter(mark -> mark < 1 || mark > 5).isPresent()) {
      throw new IllegalArgumentException("satisfaction goes from 1 to 5");
    }
  }
}
