package fr.bastide.loop.plan;

import fr.bastide.assessment.EvidenceLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Where one measure of a plan is.
///
/// @param measure the measure's identifier
/// @param state where it is
/// @param due by when it should be done
/// @param evidence what shows that it is done; only when done
/// @param note the reason of a refusal, or what to know
/// @param changedBy how to name whoever changed it last; empty when nobody did
/// @param changedAt when it was last changed
/// @param version 1 at first, one more for each change
/// @param remindedAt when a reminder was last sent
public record PlanItem(
    String measure,
    State state,
    LocalDate due,
    Optional<EvidenceLevel> evidence,
    String note,
    String changedBy,
    Instant changedAt,
    int version,
    Optional<Instant> remindedAt) {

  /// Where a measure is.
  public enum State {
    TO_DO,
    DOING,
    DONE,
    REFUSED
  }
}
