package fr.bastide.assessment.internal;

import fr.bastide.assessment.Cap;
import fr.bastide.assessment.Effect;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.plan.Plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The measures of a plan as steps in the order to do them.
final class PlanSteps {

  private static final int URGENT = 3;
  private static final long QUICK_CENTS = 300_00;
  private static final double QUICK_DAYS = 3 * PlanMeasure.DAY;

  /// Cents that a person-day weighs beside money when effort is compared.
  private static final double DAY_CENTS = 300_00;

  private final PlanModel model;
  private final boolean[] taken;
  private final Score before;
  private final double[] gains;

  private PlanSteps(PlanModel model, boolean[] taken, Score before) {
    this.model = model;
    this.taken = taken;
    this.before = before;
    double total = model.answers.total(taken);
    gains = new double[model.size()];
    for (int m = 0; m < gains.length; m++) {
      if (taken[m]) {
        gains[m] = Math.max(0, total - model.answers.total(model.without(taken, m)));
      }
    }
  }

  /// The steps of a plan.
  static List<Step> of(PlanModel model, boolean[] taken, Score before) {
    return new PlanSteps(model, taken, before).steps();
  }

  private List<Step> steps() {
    List<Integer> wanted = wanted();
    List<Integer> first = new ArrayList<>();
    wanted.forEach(m -> append(m, first));
    Set<Integer> urgent = new HashSet<>(first.subList(0, Math.min(URGENT, first.size())));
    List<Integer> order = new ArrayList<>(first.subList(0, urgent.size()));
    wanted.stream().filter(this::quick).forEach(m -> append(m, order));
    wanted.forEach(m -> append(m, order));
    int[] start = PlanSchedule.of(model, taken, order);
    List<Step> steps = new ArrayList<>();
    order.stream()
        .sorted(Comparator.comparingInt((Integer m) -> start[m]).thenComparingInt(order::indexOf))
        .forEach(m -> steps.add(step(m, start[m], urgent.contains(m))));
    return steps;
  }

  private Step step(int m, int start, boolean urgent) {
    PlanMeasure measure = model.measures[m];
    return new Step(
        measure.id(),
        measure.price(),
        gains[m],
        start,
        start + measure.measure().months() - 1,
        urgent,
        quick(m),
        model.request.forced().contains(measure.id()),
        measure.pooled());
  }

  private boolean quick(int m) {
    return model.measures[m].cents() <= QUICK_CENTS && model.measures[m].days() <= QUICK_DAYS;
  }

  /// The measures, most wanted first: those that lift what bounds the grade, then those that raise
  /// a vital question, then by gain for the effort.
  private List<Integer> wanted() {
    List<Integer> wanted = new ArrayList<>();
    for (int m = 0; m < taken.length; m++) {
      if (taken[m]) {
        wanted.add(m);
      }
    }
    wanted.sort(
        Comparator.comparing(this::lifts, Comparator.reverseOrder())
            .thenComparing(this::vital, Comparator.reverseOrder())
            .thenComparing(this::ratio, Comparator.reverseOrder())
            .thenComparing(Comparator.naturalOrder()));
    return wanted;
  }

  /// How bad the worst cap is that the measure lifts: 0 for none, more for a worse grade.
  private int lifts(int m) {
    int worst = 0;
    for (Cap cap : model.referential.scale().caps()) {
      if (below(cap) && raises(m, cap.question(), cap.choice())) {
        worst = Math.max(worst, cap.grade().ordinal() - Grade.A.ordinal());
      }
    }
    return worst;
  }

  /// Whether a cap would bite today, whether or not the total already gives a worse grade.
  private boolean below(Cap cap) {
    Optional<Question> question = model.referential.question(cap.question());
    if (question.isEmpty() || !model.request.sheet().depth().asks(question.get().depth())) {
      return false;
    }
    return switch (model.request.sheet().answer(cap.question())) {
      case fr.bastide.assessment.Answer.Given given ->
          question.get().rank(given.choice()) < question.get().rank(cap.choice());
      case fr.bastide.assessment.Answer.NotApplicable none -> none.acceptedBy().isEmpty();
      case fr.bastide.assessment.Answer.Unknown _ -> true;
    };
  }

  private boolean raises(int m, String question, String choice) {
    int rank = model.referential.question(question).map(q -> q.rank(choice)).orElse(0);
    for (Effect effect : model.measures[m].measure().effects()) {
      if (effect.question().equals(question)
          && model.referential.question(question).map(q -> q.rank(effect.choice())).orElse(-1)
              >= rank) {
        return true;
      }
    }
    return false;
  }

  private boolean vital(int m) {
    return model.measures[m].measure().effects().stream()
        .anyMatch(e -> before.questions().stream().anyMatch(q -> lacks(q, e)));
  }

  private boolean lacks(Score.QuestionScore question, Effect effect) {
    return question.question().equals(effect.question())
        && question.value().point() < 1
        && model.referential.question(effect.question()).map(Question::vital).orElse(false);
  }

  private double ratio(int m) {
    PlanMeasure measure = model.measures[m];
    double effort = measure.cents() + measure.days() / PlanMeasure.DAY * DAY_CENTS;
    return gains[m] / (effort + 1);
  }

  /// Appends a measure after what it needs.
  private void append(int m, List<Integer> order) {
    if (!order.contains(m)) {
      for (int needed : model.needs[m]) {
        append(needed, order);
      }
      order.add(m);
    }
  }
}
