package fr.bastide.loop.example;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Invents the answers of a body of some maturity.
public final class ExampleAnswers {

  private static final double UNKNOWN_SHARE = 0.12;

  private final Referential referential;
  private final RandomGenerator random;

  /// Invents by this source of chance: the same seed gives the same answers.
  public ExampleAnswers(Referential referential, RandomGenerator random) {
    this.referential = referential;
    this.random = random;
  }

  /// Answers to every question of a depth.
  ///
  /// @param maturity 0 (nothing in place) to 1 (everything)
  /// @param at the day on which evidence was established
  public Map<String, Answer> invent(Depth depth, double maturity, LocalDate at) {
    Map<String, Answer> answers = new HashMap<>();
    referential.questions(depth).forEach(q -> answers.put(q.id(), answer(q, maturity, at)));
    return answers;
  }

  private Answer answer(Question question, double maturity, LocalDate at) {
    if (random.nextDouble() < UNKNOWN_SHARE * (1.3 - maturity)) {
      return Answer.UNKNOWN;
    }
    int last = question.choices().size() - 1;
    double aim = Math.clamp(maturity + random.nextGaussian() * 0.28, 0, 1);
    int rank = (int) Math.round(aim * last);
    return new Answer.Given(question.choices().get(rank).id(), evidence(maturity, at));
  }

  private Evidence evidence(double maturity, LocalDate at) {
    double luck = random.nextDouble() * (0.6 + maturity);
    EvidenceLevel level =
        luck > 1.25
            ? EvidenceLevel.BACK_TESTED
            : luck > 0.95
                ? EvidenceLevel.TECHNICAL_CHECK
                : luck > 0.6 ? EvidenceLevel.DOCUMENT : EvidenceLevel.DECLARED;
    return level == EvidenceLevel.DECLARED
        ? Evidence.DECLARED
        : new Evidence(level, Optional.of(at), Optional.empty(), "");
  }
}
