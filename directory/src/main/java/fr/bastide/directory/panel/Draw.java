package fr.bastide.directory.panel;

import fr.bastide.directory.Directory;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.internal.DrawJson;
import fr.bastide.directory.sourcing.SourcingPolicy;
import fr.bastide.document.CanonicalJson;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A panel with everything it was drawn from, so that anyone can draw it again in ten years and
/// find the same to the byte.
///
/// @param need what for
/// @param snapshot the providers as they were
/// @param policy the sourcing policy in force for the body
/// @param seed the seed, recorded before the draw
/// @param history what earlier draws owe to those who contend here; nothing else of it
/// @param candidates every provider with every reason, by identifier
/// @param panel who is shown, nearer origins first, then by lot: no place is better than another
/// @param changes what this draw adds to the ledger, by contender
public record Draw(
    Need need,
    Snapshot snapshot,
    SourcingPolicy policy,
    long seed,
    Ledger history,
    List<Candidate> candidates,
    List<EntryId> panel,
    SortedMap<String, Long> changes) {

  /// The algorithm of this version, as `docs/adr` describes it.
  public static final String ALGORITHM = "bastide-panel/1";

  public Draw {
    candidates = List.copyOf(candidates);
    panel = List.copyOf(panel);
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
  }

  /// Draws a panel.
  ///
  /// @param seed any number, chosen before anyone knows the outcome
  /// @param ledger what earlier draws owe
  /// @throws fr.bastide.directory.DirectoryException when the policy is not yet in force on the day
  ///   of the need
  public static Draw of(
      Need need, Snapshot snapshot, SourcingPolicy policy, long seed, Ledger ledger) {
    return new Drawing(need, snapshot, policy, seed, ledger).draw();
  }

  /// Draws a panel from a directory.
  public static Draw of(
      Need need, Directory directory, SourcingPolicy policy, long seed, Ledger ledger) {
    return of(need, Snapshot.of(directory), policy, seed, ledger);
  }

  /// What identifies this draw: SHA-256 of its canonical JSON in which the snapshot stands by its
  /// digest and the candidates, which follow from the rest, are left out; in hexadecimal.
  public String digest() {
    return CanonicalJson.digest(DrawJson.bare(this));
  }
}
