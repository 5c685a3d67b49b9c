package fr.bastide.assessment;

import fr.bastide.assessment.internal.Scoring;

/// Computes scores by the scale of one referential; thread-safe, made once.
public final class Scorer {

  private final Scoring scoring;

  /// A scorer for this referential.
  public Scorer(Referential referential) {
    scoring = new Scoring(referential);
  }

  /// The score of an answer sheet.
  public Score score(AnswerSheet sheet) {
    return scoring.score(sheet);
  }

  /// What changed from one score to the next; refused across scale versions and depths.
  public Comparison compare(Score before, Score after) {
    return Comparison.of(before, after);
  }
}
