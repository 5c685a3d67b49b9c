package fr.bastide.directory.panel;

import fr.bastide.document.CanonicalJson;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// The rotation among equals: whoever is owed most is seated, lots decide between those owed the
/// same.
///
/// This is the greedy algorithm of the fair carpool (R. Fagin, J. H. Williams, "A fair carpool
/// scheduling algorithm", IBM Journal of Research and Development 27, 1983). A lot is the SHA-256
/// of algorithm, seed, reference of the need and contender, one a line: any program can compute it,
/// and no contender changes the lot of another.
final class Lots {

  /// One place, in the unit of the ledger.
  static final long PLACE = 1_000_000;

  private final String prefix;
  private final Map<String, String> drawn = new HashMap<>();

  Lots(long seed, String reference) {
    prefix = Draw.ALGORITHM + "\n" + seed + "\n" + reference + "\n";
  }

  /// The lot of a contender.
  String lot(String contender) {
    return drawn.computeIfAbsent(contender, key -> CanonicalJson.sha256(prefix + key));
  }

  /// Who gets the places, and enters what each is owed now into the changes.
  List<String> seat(
      Collection<String> contenders, int places, Ledger ledger, SortedMap<String, Long> changes) {
    int seats = Math.min(places, contenders.size());
    List<String> seated =
        contenders.stream()
            .sorted(
                Comparator.comparing(ledger::credit, Comparator.<Long>reverseOrder())
                    .thenComparing(this::lot))
            .limit(seats)
            .toList();
    long share = PLACE * seats / contenders.size();
    for (String contender : contenders) {
      long change = seated.contains(contender) ? share - PLACE : share;
      if (change != 0) {
        changes.merge(contender, change, Math::addExact);
      }
    }
    return seated;
  }
}
