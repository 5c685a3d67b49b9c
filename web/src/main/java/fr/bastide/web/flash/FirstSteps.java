package fr.bastide.web.flash;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Effect;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The measures that raise the score most, one after the other, each counted on top of those before
/// it. Not a plan: no budget, no deadline, no proof that nothing else is better.
///
/// @param steps the measures, at most as many as asked for
/// @param reached the score once all of them are done, with the evidence they leave
public record FirstSteps(List<Step> steps, Score reached) {

  /// A gain below this is not worth a line, in points.
  private static final double WORTH = 0.05;

  public FirstSteps {
    steps = List.copyOf(steps);
  }

  /// One measure.
  ///
  /// @param measure the measure
  /// @param gain points of the total that it adds
  /// @param cost what it takes of this body
  /// @param before measures that must stand first
  public record Step(Measure measure, double gain, Cost cost, List<Measure> before) {

    public Step {
      before = List.copyOf(before);
    }
  }

  /// Chooses up to `most` measures for a sheet.
  static FirstSteps of(Referential referential, Scorer scorer, AnswerSheet sheet, int most) {
    List<Step> steps = new ArrayList<>();
    AnswerSheet reached = sheet;
    Score score = scorer.score(sheet);
    while (steps.size() < most) {
      Optional<Step> best = best(referential, scorer, reached, score);
      if (best.isEmpty()) {
        break;
      }
      steps.add(best.get());
      reached = raised(referential, reached, best.get().measure());
      score = scorer.score(reached);
    }
    return new FirstSteps(steps, score);
  }

  private static Optional<Step> best(
      Referential referential, Scorer scorer, AnswerSheet sheet, Score score) {
    Optional<Step> best = Optional.empty();
    for (Measure measure : referential.measures().values()) {
      AnswerSheet raised = raised(referential, sheet, measure);
      if (raised.equals(sheet)) {
        continue;
      }
      double gain = scorer.score(raised).total().point() - score.total().point();
      if (gain >= WORTH && best.map(b -> gain > b.gain()).orElse(true)) {
        List<Measure> before =
            measure.prerequisites().stream()
                .map(referential::measure)
                .flatMap(Optional::stream)
                .toList();
        best = Optional.of(new Step(measure, gain, measure.cost(sheet.size()), before));
      }
    }
    return best;
  }

  /// The sheet with what the measure changes for the better.
  private static AnswerSheet raised(Referential referential, AnswerSheet sheet, Measure measure) {
    AnswerSheet raised = sheet;
    for (Effect effect : measure.effects()) {
      Optional<Question> question =
          referential.question(effect.question()).filter(q -> sheet.depth().asks(q.depth()));
      if (question.isPresent()
          && question.get().rank(effect.choice())
              > rank(question.get(), sheet.answer(effect.question()))) {
        raised =
            raised.with(
                effect.question(),
                new Answer.Given(effect.choice(), Evidence.of(measure.evidence(), sheet.at())));
      }
    }
    return raised;
  }

  private static int rank(Question question, Answer answer) {
    return switch (answer) {
      case Answer.Given given -> question.rank(given.choice());
      case Answer.Unknown _ -> -1;
      case Answer.NotApplicable none -> none.acceptedBy().isPresent() ? Integer.MAX_VALUE : -1;
    };
  }
}
