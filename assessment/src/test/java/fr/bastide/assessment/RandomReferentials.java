package fr.bastide.assessment;

import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes small referentials full of gates and caps, without measures.
public final class RandomReferentials {

  private static final Text TEXT = new Text("texte", "text");
  private static final References NONE =
      new References(List.of(), List.of(), List.of(), List.of(), List.of());

  private final RandomGenerator random;

  public RandomReferentials(RandomGenerator random) {
    this.random = random;
  }

  /// A referential of 1 to 5 themes with 1 to 6 questions each.
  public Referential next() {
    List<Theme> themes = new ArrayList<>();
    Map<String, Question> questions = new LinkedHashMap<>();
    int count = random.nextInt(1, 6);
    for (int k = 0; k < count; k++) {
      String theme = "theme" + k;
      themes.add(new Theme(theme, TEXT, random.nextInt(1, 6), TEXT));
      int size = random.nextInt(1, 7);
      for (int i = 0; i < size; i++) {
        Question question = question(theme, theme + ".q" + i, List.copyOf(questions.values()));
        questions.put(question.id(), question);
      }
    }
    Scale scale = scale(List.copyOf(questions.values()));
    return new Referential("random", scale, themes, questions, Map.of());
  }

  private Question question(String theme, String id, List<Question> earlier) {
    Depth depth = Depth.values()[random.nextInt(3)];
    List<Condition> conditions = new ArrayList<>();
    List<Question> gates = earlier.stream().filter(q -> q.depth().compareTo(depth) <= 0).toList();
    while (!gates.isEmpty() && conditions.size() < 3 && random.nextInt(100) < 55) {
      Question gate = gates.get(random.nextInt(gates.size()));
      int last = gate.choices().size() - 1;
      conditions.add(
          random.nextBoolean()
              ? new Condition.Requires(gate.id(), "c" + random.nextInt(1, last + 1))
              : new Condition.Exposed(gate.id(), "c" + random.nextInt(0, last)));
    }
    return new Question(
        id,
        theme,
        depth,
        random.nextInt(0, 6),
        random.nextInt(4) == 0,
        TEXT,
        TEXT,
        TEXT,
        choices(),
        conditions,
        random.nextInt(1, 25),
        Optional.empty(),
        NONE);
  }

  private List<Choice> choices() {
    int count = random.nextInt(2, 6);
    double[] inner = random.doubles(count - 2L, 0.01, 0.99).sorted().distinct().toArray();
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("c0", 0, TEXT));
    for (double value : inner) {
      choices.add(new Choice("c" + choices.size(), value, TEXT));
    }
    choices.add(new Choice("c" + choices.size(), 1, TEXT));
    return choices;
  }

  private Scale scale(List<Question> questions) {
    Map<EvidenceLevel, Double> low = new EnumMap<>(EvidenceLevel.class);
    Map<EvidenceLevel, Double> point = new EnumMap<>(EvidenceLevel.class);
    double leastLow = 0;
    double leastPoint = 0;
    for (EvidenceLevel level : EvidenceLevel.values()) {
      leastLow += random.nextDouble() * (1 - leastLow);
      leastPoint = Math.max(leastPoint, leastLow);
      leastPoint += random.nextDouble() * (1 - leastPoint);
      low.put(level, leastLow);
      point.put(level, leastPoint);
    }
    double[] least = random.doubles(4, 0, 90).sorted().toArray();
    Map<Grade, Double> thresholds =
        Map.of(Grade.A, least[3], Grade.B, least[2], Grade.C, least[1], Grade.D, least[0]);
    List<Cap> caps = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Question question = questions.get(random.nextInt(questions.size()));
      int rank = random.nextInt(1, question.choices().size());
      Grade grade = Grade.values()[random.nextInt(1, 5)];
      caps.add(new Cap("cap" + i, question.id(), "c" + rank, grade, TEXT));
    }
    return new Scale(
        "random",
        low,
        point,
        random.nextDouble(0.02, 1),
        thresholds,
        caps,
        EvidenceLevel.values()[random.nextInt(4)]);
  }
}
