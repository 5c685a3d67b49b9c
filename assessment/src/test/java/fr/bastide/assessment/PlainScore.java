package fr.bastide.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// The score as the ADR words it, written for reading and not for speed: an independent check of
/// the engine. It asks the two questions directly: what if all that is unknown were at its worst,
/// and what if it were at its best?
final class PlainScore {

  private final Referential referential;
  private final AnswerSheet sheet;

  PlainScore(Referential referential, AnswerSheet sheet) {
    this.referential = referential;
    this.sheet = sheet;
  }

  /// Where a question stands: nothing to protect, or a share of its best and a choice.
  private record Stand(boolean top, int rank, boolean own) {}

  double low() {
    return total(question -> value(question, false, referential.scale().lowTrust()));
  }

  double point() {
    return total(this::pointOf);
  }

  double high() {
    return total(question -> value(question, true, Map.of()));
  }

  /// The point if these questions counted 1.
  double pointWith(Predicate<Question> perfect) {
    return total(question -> perfect.test(question) ? 1 : pointOf(question));
  }

  private double pointOf(Question question) {
    return value(question, false, referential.scale().pointTrust());
  }

  boolean capped(Cap cap) {
    Optional<Question> question = referential.question(cap.question());
    if (question.isEmpty() || !sheet.depth().asks(question.get().depth())) {
      return false;
    }
    Stand stand = stand(question.get(), false);
    return !stand.top() && stand.rank() < question.get().rank(cap.choice());
  }

  private double value(Question question, boolean hopeful, Map<EvidenceLevel, Double> trust) {
    Stand stand = stand(question, hopeful);
    if (stand.top()) {
      return 1;
    }
    double value = question.choices().get(stand.rank()).value();
    boolean given = stand.own() && sheet.answer(question.id()) instanceof Answer.Given;
    return given && !hopeful ? value * trust.getOrDefault(level(question), 0.0) : value;
  }

  private Stand stand(Question question, boolean hopeful) {
    boolean missing = false;
    for (Condition condition : question.conditions()) {
      Question on = referential.question(condition.question()).orElseThrow();
      Stand other = stand(on, hopeful);
      int bound = on.rank(condition.choice());
      if (other.top()) {
        return new Stand(true, 0, false);
      }
      switch (condition) {
        case Condition.Exposed _ -> {
          if (other.rank() > bound) {
            return new Stand(true, 0, false);
          }
        }
        case Condition.Requires _ -> missing |= other.rank() < bound;
      }
    }
    int last = question.choices().size() - 1;
    int assumed = hopeful ? last : 0;
    if (missing) {
      return new Stand(false, 0, false);
    }
    return switch (sheet.answer(question.id())) {
      case Answer.Given given -> new Stand(false, question.rank(given.choice()), true);
      case Answer.NotApplicable none when none.acceptedBy().isPresent() -> new Stand(true, 0, true);
      case Answer.NotApplicable _, Answer.Unknown _ -> new Stand(false, assumed, true);
    };
  }

  private EvidenceLevel level(Question question) {
    Evidence evidence = ((Answer.Given) sheet.answer(question.id())).evidence();
    if (evidence.date().isEmpty()) {
      return EvidenceLevel.DECLARED;
    }
    LocalDate date = evidence.date().get();
    LocalDate end = date.plusMonths(question.validityMonths());
    if (evidence.expires().isPresent() && evidence.expires().get().isBefore(end)) {
      end = evidence.expires().get();
    }
    return date.isAfter(sheet.at()) || end.isBefore(sheet.at())
        ? EvidenceLevel.DECLARED
        : evidence.level();
  }

  private double total(ToDoubleFunction<Question> value) {
    double shift = referential.scale().shift();
    Map<String, Double> barriers = new HashMap<>();
    for (Theme theme : referential.themes()) {
      List<Question> asked = List.copyOf(referential.questions(sheet.depth(), theme.id()));
      double weights = asked.stream().mapToDouble(Question::weight).sum();
      if (weights > 0) {
        double sum = asked.stream().mapToDouble(q -> q.weight() * value.applyAsDouble(q)).sum();
        barriers.put(theme.id(), sum / weights);
      }
    }
    double weights = 0;
    double inverse = 0;
    for (Theme theme : referential.themes()) {
      if (barriers.containsKey(theme.id())) {
        weights += theme.weight();
        inverse += theme.weight() / (barriers.get(theme.id()) + shift);
      }
    }
    return weights == 0 ? 0 : 100 * (weights / inverse - shift);
  }
}
