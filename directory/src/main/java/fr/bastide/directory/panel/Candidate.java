package fr.bastide.directory.panel;

import fr.bastide.directory.EntryId;
import fr.bastide.directory.sourcing.Rank;
import java.util.List;
import java.util.Optional;

/// A provider before a need: whether it is on the panel, and every reason.
///
/// @param provider who
/// @param standing what became of it
/// @param rank how near it is, unless it is excluded
/// @param credit what earlier panels owe it, in millionths of a place, before this draw
/// @param lot its lot: 64 hexadecimal digits, the smaller the earlier; empty when excluded
/// @param checks the reasons, in the order of the criteria; of an excluded one, those against it
public record Candidate(
    EntryId provider,
    Standing standing,
    Optional<Rank> rank,
    long credit,
    String lot,
    List<Check> checks) {

  /// What became of a provider.
  public enum Standing {
    /// On the panel.
    SEATED,
    /// It could have been.
    ELIGIBLE,
    /// It could not.
    EXCLUDED
  }

  public Candidate {
    checks = List.copyOf(checks);
  }
}
