package fr.bastide.assessment;

import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something a body can do to answer better.
///
/// @param id `theme.measure`, such as `backups.offline-copy`
/// @param theme the identifier of its theme
/// @param name what one does, in the imperative
/// @param description what it is and what it prevents, for a non-technical reader
/// @param firstStep the first thing to do on Monday morning
/// @param costs what it takes, for each size
/// @param months calendar months from start to effect, at least 1
/// @param prerequisites measures that must be done or planned as well
/// @param pooling the price when bought together, if that is possible
/// @param effects the answers it changes, at least one
/// @param evidence the level of evidence one has once it is done
/// @param references the identifiers it answers to
public record Measure(
    String id,
    String theme,
    Text name,
    Text description,
    Text firstStep,
    Map<BodySize, Cost> costs,
    int months,
    List<String> prerequisites,
    Optional<Pooling> pooling,
    List<Effect> effects,
    EvidenceLevel evidence,
    References references) {

  public Measure {
    costs = Map.copyOf(costs);
    prerequisites = List.copyOf(prerequisites);
    effects = List.copyOf(effects);
  }

  /// What it takes from a body of this size.
  public Cost cost(BodySize size) {
    Cost cost = costs.get(size);
    if (cost == null) {
      throw new IllegalStateException("measure " + id + " has no cost for " + size);
    }
    return cost;
  }
}
