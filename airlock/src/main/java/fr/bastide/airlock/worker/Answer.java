package fr.bastide.airlock.worker;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import java.util.List;
import java.util.Set;

/// What a worker says; taken for hostile by whoever reads it.
sealed interface Answer {

  /// It is ready, and this much is kept from it.
  record Ready(Set<Protection> protections) implements Answer {}

  /// The file was rebuilt or refused.
  ///
  /// @param found what it was
  record Done(ContentType found, Outcome outcome) implements Answer {}

  /// What was found in a rebuilt file; empty when it may leave.
  record Inspected(List<Finding> remains) implements Answer {}

  /// The worker ran out of memory and ends.
  record OutOfMemory() implements Answer {}
}
