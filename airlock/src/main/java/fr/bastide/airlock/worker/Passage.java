package fr.bastide.airlock.worker;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import java.time.Duration;
import java.util.Set;

/// What became of one file in the workshop.
///
/// @param outcome rebuilt and audited, or refused
/// @param found what the file was; [ContentType#UNKNOWN] when that could not be told
/// @param audit what the second parser said
/// @param confinement the protections of the worker that had it
/// @param taken how long it took, waiting for a free worker left out
public record Passage(
    Outcome outcome, ContentType found, Audit audit, Set<Protection> confinement, Duration taken) {

  public Passage {
    confinement = Set.copyOf(confinement);
  }
}
