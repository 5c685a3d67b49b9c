package fr.bastide.web.board;

import fr.bastide.assessment.Grade;
import java.util.Map;
import java.util.Optional;

/// The territory in a few figures.
///
/// @param bodies how many bodies have a completed assessment
/// @param mean the mean of their scores; empty when there is none
/// @param grades how many have each grade
public record BoardFigures(int bodies, Optional<Double> mean, Map<Grade, Integer> grades) {

  public BoardFigures {
    grades = Map.copyOf(grades);
  }

  /// How many are at this grade or worse.
  public int atMost(Grade grade) {
    return grades.entrySet().stream()
        .filter(entry -> !entry.getKey().betterThan(grade))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
