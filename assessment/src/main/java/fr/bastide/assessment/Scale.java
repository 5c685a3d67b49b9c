package fr.bastide.assessment;

import java.util.List;
import java.util.Map;

/// How answers become a score. Versioned: scores of different scales are never compared.
///
/// @param version such as `2026.1`
/// @param lowTrust the share of an answer's value that counts for `low`, by evidence level
/// @param pointTrust the same for `point`
/// @param shift how much a missing barrier weighs on the whole; see the ADR on the score
/// @param thresholds the least `point` for each grade, 0 to 100; E has none
/// @param caps the weaknesses that bound the grade
/// @param vitalEvidence the least level of evidence on every vital question for the grade A
public record Scale(
    String version,
    Map<EvidenceLevel, Double> lowTrust,
    Map<EvidenceLevel, Double> pointTrust,
    double shift,
    Map<Grade, Double> thresholds,
    List<Cap> caps,
    EvidenceLevel vitalEvidence) {

  public Scale {
    lowTrust = Map.copyOf(lowTrust);
    pointTrust = Map.copyOf(pointTrust);
    thresholds = Map.copyOf(thresholds);
    caps = List.copyOf(caps);
  }
}
