package fr.bastide.assessment.internal;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Scale;
import fr.bastide.assessment.Score;
import java.util.Map;

/// Computes scores by the formula of `docs/adr/0010-score.md`; immutable and thread-safe.
public final class Scoring {

  private static final Grade[] GRADES = Grade.values();

  /// Forgives the last bits of a sum of floating-point numbers at a threshold.
  private static final double ROUNDING = 1e-9;

  final String scaleVersion;
  final double shift;
  final double[] lowTrust;
  final double[] pointTrust;
  final EvidenceLevel vitalEvidence;
  private final double[] thresholds;
  private final Questionnaire[] questionnaires;

  /// The scoring of a referential; lays out its questions once.
  public Scoring(Referential referential) {
    Scale scale = referential.scale();
    scaleVersion = scale.version();
    shift = scale.shift();
    lowTrust = byLevel(scale.lowTrust());
    pointTrust = byLevel(scale.pointTrust());
    vitalEvidence = scale.vitalEvidence();
    thresholds = new double[GRADES.length];
    for (Grade grade : GRADES) {
      thresholds[grade.ordinal()] = scale.thresholds().getOrDefault(grade, 0.0);
    }
    questionnaires = new Questionnaire[Depth.values().length];
    for (Depth depth : Depth.values()) {
      questionnaires[depth.ordinal()] = new Questionnaire(referential, depth);
    }
  }

  private static double[] byLevel(Map<EvidenceLevel, Double> trust) {
    double[] array = new double[EvidenceLevel.values().length];
    for (EvidenceLevel level : EvidenceLevel.values()) {
      array[level.ordinal()] = trust.getOrDefault(level, 0.0);
    }
    return array;
  }

  /// The score of an answer sheet.
  public Score score(AnswerSheet sheet) {
    return new Tally(this, questionnaires[sheet.depth().ordinal()], sheet).score();
  }

  /// The questions of one depth.
  Questionnaire questionnaire(Depth depth) {
    return questionnaires[depth.ordinal()];
  }

  /// The grade that a total alone gives.
  Grade grade(double point) {
    for (int g = 0; g < GRADES.length - 1; g++) {
      if (point + ROUNDING >= thresholds[g]) {
        return GRADES[g];
      }
    }
    return GRADES[GRADES.length - 1];
  }

  /// The whole, 0 to 100, from the harmonic sum over the themes of `weight / (score + shift)`.
  double total(double harmonicSum, double totalWeight) {
    if (totalWeight == 0) {
      return 0;
    }
    return 100 * Math.clamp(totalWeight / harmonicSum - shift, 0.0, 1.0);
  }
}
