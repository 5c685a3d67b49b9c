package fr.bastide.directory;

import java.time.LocalDate;
import java.util.Optional;

/// A label that a provider or a solution says it holds.
///
/// @param label which one, an identifier of the label list
/// @param scope what exactly it covers, in the holder's words; may be empty
/// @param from first day in force, if given
/// @param until last day in force, if given
/// @param proof web address of the proof, if given
public record HeldLabel(
    String label,
    String scope,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Optional<String> proof) {

  /// Whether the label holds on a day. Without an end date it never does: a label whose end nobody
  /// gives cannot be relied on.
  public boolean inForce(LocalDate day) {
    return until.filter(last -> !day.isAfter(last)).isPresent()
        && from.filter(day::isBefore).isEmpty();
  }
}
