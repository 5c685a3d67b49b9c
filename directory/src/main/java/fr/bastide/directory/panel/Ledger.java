package fr.bastide.directory.panel;

import fr.bastide.document.CanonicalJson;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What earlier panels owe to each firm, in millionths of a place.
///
/// Whoever contends with n-1 equals for k places is owed k/n of a place, and has had one whole when
/// seated. A firm that has never contended is owed nothing: newcomers neither flood the panels nor
/// wait.
///
/// @param credits what each contender is owed; those who are not in it are owed nothing
/// @param draws how many draws are counted
/// @param digest SHA-256 that chains the draws in the order counted; empty for none
public record Ledger(SortedMap<String, Long> credits, int draws, String digest) {

  /// No panel yet.
  public static final Ledger EMPTY = new Ledger(Collections.emptySortedMap(), 0, "");

  public Ledger {
    credits = Collections.unmodifiableSortedMap(new TreeMap<>(credits));
  }

  /// The ledger after these draws, in this order.
  public static Ledger of(List<Draw> draws) {
    Ledger ledger = EMPTY;
    for (Draw draw : draws) {
      ledger = ledger.plus(draw);
    }
    return ledger;
  }

  /// What a contender is owed.
  public long credit(String contender) {
    return credits.getOrDefault(contender, 0L);
  }

  /// The ledger after one more draw.
  public Ledger plus(Draw draw) {
    SortedMap<String, Long> after = new TreeMap<>(credits);
    for (Map.Entry<String, Long> change : draw.changes().entrySet()) {
      after.merge(change.getKey(), change.getValue(), Math::addExact);
    }
    return new Ledger(after, draws + 1, CanonicalJson.sha256(digest + "\n" + draw.digest()));
  }
}
