package fr.bastide.incident.internal.dossier;

import fr.bastide.incident.condition.Truth;
import fr.bastide.incident.dossier.CaseFile;
import fr.bastide.incident.dossier.Line;
import fr.bastide.incident.obligation.Verdict;
import java.util.Optional;

/// Says which texts stand in a document, and fills them.
final class Choices {

  private final CaseFile file;
  private final Known known;
  private final Slots slots;

  Choices(CaseFile file, Known known, Slots slots) {
    this.file = file;
    this.known = known;
    this.slots = slots;
  }

  /// The text of a choice, what stands there instead, or nothing.
  Optional<Line> line(Template.Choice choice) {
    Truth truth = known.holds(choice.when());
    if (truth == Truth.TRUE && choice.gate().isPresent()) {
      truth = passes(choice.gate().get());
    }
    return switch (truth) {
      case TRUE -> Optional.of(slots.fill(choice.text()));
      case UNKNOWN -> choice.unknown().map(slots::fill);
      case FALSE -> Optional.empty();
    };
  }

  /// A duty that is not done may still be: nobody knows. One that does not bind or is done is
  /// surely not open.
  private Truth passes(Template.Gate gate) {
    boolean done = slots.done(gate.duty()).isPresent();
    return switch (gate.state()) {
      case DONE -> done ? Truth.TRUE : Truth.UNKNOWN;
      case OPEN -> Truth.of(!done && binds(gate.duty()));
    };
  }

  private boolean binds(String duty) {
    return file.qualification().verdicts().stream()
        .filter(verdict -> verdict.obligation().id().equals(duty))
        .anyMatch(verdict -> !(verdict instanceof Verdict.DoesNotApply));
  }
}
