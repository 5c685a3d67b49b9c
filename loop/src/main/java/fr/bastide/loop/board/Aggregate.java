package fr.bastide.loop.board;

import fr.bastide.assessment.Grade;
import fr.bastide.kernel.BodyForm;
import java.util.Map;
import java.util.Optional;

/// Figures about a group of bodies, never fewer than [#LEAST]: smaller groups are not shown.
///
/// @param departement the departement of the group; empty for the whole territory
/// @param form the form of the group; empty for all forms
/// @param bodies how many bodies have a completed assessment of the scale in use
/// @param meanPoint the mean of their scores
/// @param grades how many have each grade
public record Aggregate(
    Optional<String> departement,
    Optional<BodyForm> form,
    int bodies,
    double meanPoint,
    Map<Grade, Integer> grades) {

  /// The smallest group that is shown.
  public static final int LEAST = 5;

  public Aggregate {
    grades = Map.copyOf(grades);
  }
}
