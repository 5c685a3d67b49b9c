package fr.bastide.assessment.internal;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Choice;
import fr.bastide.assessment.Condition;
import fr.bastide.assessment.Cost;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Effect;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Pooling;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.References;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Scale;
import fr.bastide.assessment.Theme;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.kernel.BodySize;
import fr.bastide.kernel.Money;
import fr.bastide.kernel.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Invents referentials, answer sheets and requests from a seeded random generator.
final class PlanWorld {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final References NONE =
      new References(List.of(), List.of(), List.of(), List.of(), List.of());
  private static final Text TEXT = new Text("x", "x");

  private final RandomGenerator random;

  PlanWorld(RandomGenerator random) {
    this.random = random;
  }

  /// A referential of this many themes, questions and measures, with gates of both kinds, chains of
  /// prerequisites, shared effects and pooling.
  Referential referential(int themes, int questions, int measures) {
    List<Theme> barriers = new ArrayList<>();
    for (int k = 0; k < themes; k++) {
      barriers.add(new Theme("t" + k, TEXT, 1 + random.nextInt(5), TEXT));
    }
    List<Question> made = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      made.add(question(i, "t" + i % themes, made));
    }
    Map<String, Question> byId = new LinkedHashMap<>();
    made.forEach(q -> byId.put(q.id(), q));
    Map<String, Measure> all = new LinkedHashMap<>();
    for (int m = 0; m < measures; m++) {
      Measure measure = measure(m, made, List.copyOf(all.keySet()));
      all.put(measure.id(), measure);
    }
    return new Referential("test", scale(), barriers, byId, all);
  }

  private Scale scale() {
    return new Scale(
        "test",
        Map.of(
            EvidenceLevel.DECLARED, 0.5,
            EvidenceLevel.DOCUMENT, 0.75,
            EvidenceLevel.TECHNICAL_CHECK, 0.9,
            EvidenceLevel.BACK_TESTED, 1.0),
        Map.of(
            EvidenceLevel.DECLARED, 0.75,
            EvidenceLevel.DOCUMENT, 0.85,
            EvidenceLevel.TECHNICAL_CHECK, 0.95,
            EvidenceLevel.BACK_TESTED, 1.0),
        0.25,
        Map.of(Grade.A, 80.0, Grade.B, 65.0, Grade.C, 50.0, Grade.D, 30.0),
        List.of(),
        EvidenceLevel.TECHNICAL_CHECK);
  }

  private Question question(int number, String theme, List<Question> before) {
    int size = 2 + random.nextInt(4);
    List<Choice> choices = new ArrayList<>();
    for (int c = 0; c < size; c++) {
      double value = c == size - 1 ? 1 : Math.round(100.0 * c / (size - 1)) / 100.0;
      choices.add(new Choice("c" + c, value, TEXT));
    }
    List<Condition> conditions = new ArrayList<>();
    while (!before.isEmpty() && random.nextInt(100) < 22 && conditions.size() < 2) {
      Question on = before.get(random.nextInt(before.size()));
      String choice = "c" + random.nextInt(on.choices().size());
      conditions.add(
          random.nextInt(3) == 0
              ? new Condition.Exposed(on.id(), choice)
              : new Condition.Requires(on.id(), choice));
    }
    return new Question(
        theme + ".q" + number,
        theme,
        Depth.STANDARD,
        random.nextInt(12) == 0 && number > 20 ? 0 : 1 + random.nextInt(5),
        random.nextInt(10) == 0,
        TEXT,
        TEXT,
        TEXT,
        choices,
        conditions,
        12,
        Optional.empty(),
        NONE);
  }

  private Measure measure(int number, List<Question> questions, List<String> before) {
    Question main = questions.get(random.nextInt(questions.size()));
    Set<Question> raised = new HashSet<>(Set.of(main));
    while (random.nextInt(3) == 0) {
      raised.add(questions.get(random.nextInt(questions.size())));
    }
    List<Effect> effects = new ArrayList<>();
    for (Question question : questions) {
      if (raised.contains(question)) {
        int last = question.choices().size() - 1;
        int rank = random.nextInt(3) == 0 ? 1 + random.nextInt(last) : last;
        effects.add(new Effect(question.id(), "c" + rank));
      }
    }
    Set<String> needed = new HashSet<>();
    while (!before.isEmpty() && random.nextInt(100) < 20) {
      needed.add(before.get(random.nextInt(before.size())));
    }
    Optional<Pooling> pooling =
        random.nextInt(3) == 0
            ? Optional.of(new Pooling(2 + random.nextInt(5), 0.7, 0.6))
            : Optional.empty();
    return new Measure(
        String.format("%s.m%02d", main.theme(), number),
        main.theme(),
        TEXT,
        TEXT,
        TEXT,
        costs(),
        1 + random.nextInt(5),
        needed.stream().sorted().toList(),
        pooling,
        effects,
        EvidenceLevel.values()[random.nextInt(4)],
        NONE);
  }

  private Map<BodySize, Cost> costs() {
    double base = Math.exp(random.nextDouble() * 4);
    double yearly = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.5;
    double days = (1 + random.nextInt(16)) / 4.0;
    Map<BodySize, Cost> costs = new HashMap<>();
    double factor = 1;
    for (BodySize size : BodySize.values()) {
      costs.put(
          size,
          new Cost(
              Money.euros(Math.round(base * 6 * factor) * 10),
              Money.euros(Math.round(base * 6 * factor * yearly) * 10),
              days * Math.sqrt(factor)));
      factor *= 4;
    }
    return costs;
  }

  /// A sheet with a share of unknown answers, of evidence, of *not applicable*.
  AnswerSheet sheet(Referential referential, BodySize size, double maturity) {
    Map<String, Answer> answers = new HashMap<>();
    for (Question question : referential.questions().values()) {
      int draw = random.nextInt(100);
      if (draw < 20) {
        continue;
      }
      if (draw < 32) {
        answers.put(
            question.id(),
            new Answer.NotApplicable(
                "none", draw < 27 ? Optional.of("second person") : Optional.empty()));
        continue;
      }
      int rank = 0;
      while (rank < question.choices().size() - 1 && random.nextDouble() < maturity) {
        rank++;
      }
      answers.put(question.id(), new Answer.Given("c" + rank, evidence()));
    }
    return new AnswerSheet(Depth.STANDARD, size, TODAY, answers);
  }

  private Evidence evidence() {
    EvidenceLevel level = EvidenceLevel.values()[random.nextInt(4)];
    Optional<LocalDate> date =
        random.nextBoolean() ? Optional.of(TODAY.minusDays(random.nextInt(700))) : Optional.empty();
    return new Evidence(level, date, Optional.empty(), "");
  }

  /// A request with some measures done, refused and forced.
  PlanRequest request(String name, Referential referential, AnswerSheet sheet, Limits limits) {
    Set<String> done = new HashSet<>();
    Map<String, String> refused = new HashMap<>();
    Set<String> forced = new HashSet<>();
    for (String id : referential.measures().keySet()) {
      switch (random.nextInt(15)) {
        case 0 -> done.add(id);
        case 1 -> refused.put(id, "no");
        case 2 -> {
          if (random.nextInt(4) == 0) {
            forced.add(id);
          }
        }
        default -> {}
      }
    }
    return new PlanRequest(name, sheet, limits, done, refused, forced, 1 + random.nextInt(6));
  }

  /// Limits that bind: a share of what everything costs.
  Limits limits(Referential referential, BodySize size, double share) {
    long cents = 0;
    long setup = 0;
    long yearly = 0;
    double days = 0;
    int months = 12 + 6 * random.nextInt(3);
    for (Measure measure : referential.measures().values()) {
      Cost cost = measure.cost(size);
      cents += PlanMeasure.overHorizon(cost, months);
      setup += cost.setup().cents();
      yearly += cost.yearly().cents();
      days += cost.days();
    }
    return new Limits(
        new Money((long) (cents * share)),
        random.nextInt(4) == 0 ? Optional.of(new Money((long) (setup * share))) : Optional.empty(),
        random.nextInt(4) == 0 ? Optional.of(new Money((long) (yearly * share))) : Optional.empty(),
        days * share * (0.7 + random.nextDouble()),
        random.nextInt(5) == 0 ? 4 : months);
  }
}
