package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Threat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was taken out so far, one line for each threat and place, in the order met.
final class Findings {

  private static final int MAX_LINES = 500;

  private record Line(Threat threat, String where) {}

  private final Map<Line, Integer> counts = new LinkedHashMap<>();

  void add(Threat threat, String where) {
    Line line = new Line(threat, where);
    // Past the bound everything of one kind is counted on one line, so that a receipt stays short.
    if (counts.size() >= MAX_LINES && !counts.containsKey(line)) {
      line = new Line(threat, "");
    }
    counts.merge(line, 1, Integer::sum);
  }

  /// The same threat at the same place once, however often it is met.
  void once(Threat threat, String where) {
    if (!counts.containsKey(new Line(threat, where))) {
      add(threat, where);
    }
  }

  List<Finding> list() {
    List<Finding> list = new ArrayList<>();
    counts.forEach((line, count) -> list.add(new Finding(line.threat(), line.where(), count)));
    return list;
  }
}
