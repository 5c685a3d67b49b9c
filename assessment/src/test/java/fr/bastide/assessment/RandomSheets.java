package fr.bastide.assessment;

import fr.bastide.kernel.BodySize;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes answer sheets of all kinds for a referential.
public final class RandomSheets {

  private static final LocalDate AT = LocalDate.of(2026, 11, 24);

  private final RandomGenerator random;

  public RandomSheets(RandomGenerator random) {
    this.random = random;
  }

  /// A sheet of any depth, careful or careless, good or bad.
  public AnswerSheet next(Referential referential) {
    return next(referential, Depth.values()[random.nextInt(3)]);
  }

  /// A sheet of this depth.
  public AnswerSheet next(Referential referential, Depth depth) {
    double known = random.nextDouble();
    double good = random.nextDouble();
    Map<String, Answer> answers = new HashMap<>();
    for (Question question : referential.questions().values()) {
      if (random.nextDouble() < 0.5 + known / 2) {
        answers.put(question.id(), answer(question, good));
      }
    }
    BodySize size = BodySize.values()[random.nextInt(4)];
    return new AnswerSheet(depth, size, AT, answers);
  }

  /// An answer of any kind; `good` is how often it is the best choice.
  public Answer answer(Question question, double good) {
    int kind = random.nextInt(20);
    if (kind == 0) {
      return Answer.UNKNOWN;
    }
    if (kind <= 2) {
      return new Answer.NotApplicable(
          "no object", random.nextBoolean() ? Optional.of("a colleague") : Optional.empty());
    }
    int last = question.choices().size() - 1;
    int rank = random.nextDouble() < good ? last : random.nextInt(last + 1);
    return new Answer.Given(question.choices().get(rank).id(), evidence());
  }

  private Evidence evidence() {
    EvidenceLevel level = EvidenceLevel.values()[random.nextInt(4)];
    Optional<LocalDate> date =
        random.nextInt(6) == 0
            ? Optional.empty()
            : Optional.of(AT.plusDays(30).minusDays(random.nextInt(600)));
    LocalDate least = date.orElse(AT.minusDays(200));
    Optional<LocalDate> expires =
        random.nextInt(3) > 0
            ? Optional.empty()
            : Optional.of(least.plusDays(random.nextInt(2_000)));
    return new Evidence(level, date, expires, "");
  }
}
