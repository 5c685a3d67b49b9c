package fr.bastide.loop.assess;

import fr.bastide.assessment.Depth;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import java.time.Instant;
import java.util.Optional;

/// An assessment of a body that is kept: open while people answer, then completed and never
/// changed.
///
/// @param id its identifier
/// @param body who is assessed
/// @param depth how far it goes
/// @param referential the version of the referential it answers to
/// @param startedAt when it was started
/// @param startedBy by whom
/// @param completedAt when it was completed, if it was
/// @param result the score at completion, or the latest one while open
/// @param example whether its answers are invented examples
public record Assessment(
    AssessmentId id,
    BodyId body,
    Depth depth,
    String referential,
    Instant startedAt,
    AccountId startedBy,
    Optional<Instant> completedAt,
    Optional<Result> result,
    boolean example) {

  /// Whether people may still answer.
  public boolean open() {
    return completedAt.isEmpty();
  }
}
