package fr.bastide.airlock.internal;

import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Threat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was taken out of one file so far: one line for each threat and place, in the order met,
/// counted.
public final class Ledger {

  private static final int MAX_LINES = 500;

  private record Line(Threat threat, String where) {}

  private final Map<Line, Integer> counts = new LinkedHashMap<>();

  /// Writes one thing down.
  public void add(Threat threat, String where) {
    add(threat, where, 1);
  }

  /// Writes several things of one kind and place down.
  public void add(Threat threat, String where, int count) {
    Line line = new Line(threat, where);
    // Past the bound everything of one kind is counted on one line, so that a receipt stays short.
    if (counts.size() >= MAX_LINES && !counts.containsKey(line)) {
      line = new Line(threat, "");
    }
    counts.merge(line, count, Integer::sum);
  }

  /// The same threat at the same place once, however often it is met.
  public void once(Threat threat, String where) {
    if (!counts.containsKey(new Line(threat, where))) {
      add(threat, where);
    }
  }

  /// What was found in a file within, under the name of its holder.
  public void addAll(List<Finding> inner, String holder) {
    for (Finding finding : inner) {
      Finding seen = finding.within(holder);
      add(seen.threat(), seen.where(), seen.count());
    }
  }

  public List<Finding> list() {
    List<Finding> list = new ArrayList<>();
    counts.forEach((line, count) -> list.add(new Finding(line.threat(), line.where(), count)));
    return list;
  }
}
