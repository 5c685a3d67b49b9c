package fr.bastide.airlock.flow;

import fr.bastide.kernel.Text;

/// What somebody's wish comes to: a step for the journal, or a no with its reason.
public sealed interface Decision {

  /// It is done.
  record Done(FlowEvent event) implements Decision {}

  /// It is not, and nothing changed.
  record Denied(Text why) implements Decision {}
}
