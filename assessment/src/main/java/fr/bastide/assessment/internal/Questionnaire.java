package fr.bastide.assessment.internal;

import fr.bastide.assessment.AssessmentException;
import fr.bastide.assessment.Cap;
import fr.bastide.assessment.Choice;
import fr.bastide.assessment.Condition;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Theme;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The questions of one depth laid out in arrays, so that scoring allocates and looks up as little
/// as possible. Index `i` is a question, `k` a theme.
final class Questionnaire {

  final Question[] questions;
  final double[][] values;
  final double[] weights;
  final int[] themeOf;
  final Gate[][] gates;

  /// Question indexes, each after the questions its gates look at.
  final int[] order;

  final String[] themes;
  final double[] themeWeights;
  final double[] themeSums;
  final double totalWeight;
  final CapRule[] caps;
  final int[] vital;

  /// A condition, resolved: question `on`, opened from `rank` up (`requires`) or down.
  record Gate(boolean requires, int on, int rank) {}

  /// A cap on a question of this depth, resolved: lifted from `rank` up.
  record CapRule(Cap cap, int question, int rank) {}

  Questionnaire(Referential referential, Depth depth) {
    questions = referential.questions(depth).toArray(Question[]::new);
    int n = questions.length;
    values = new double[n][];
    weights = new double[n];
    themeOf = new int[n];
    Map<String, Integer> index = new HashMap<>(2 * n);
    for (int i = 0; i < n; i++) {
      values[i] = questions[i].choices().stream().mapToDouble(Choice::value).toArray();
      weights[i] = questions[i].weight();
      index.put(questions[i].id(), i);
    }
    gates = new Gate[n][];
    for (int i = 0; i < n; i++) {
      gates[i] = gates(questions[i], index);
    }
    order = order();
    List<Theme> asked = askedThemes(referential.themes());
    int m = asked.size();
    themes = asked.stream().map(Theme::id).toArray(String[]::new);
    themeWeights = asked.stream().mapToDouble(Theme::weight).toArray();
    themeSums = new double[m];
    for (int i = 0; i < n; i++) {
      themeOf[i] = List.of(themes).indexOf(questions[i].theme());
      if (themeOf[i] >= 0) {
        themeSums[themeOf[i]] += weights[i];
      }
    }
    double sum = 0;
    for (double weight : themeWeights) {
      sum += weight;
    }
    totalWeight = sum;
    caps = caps(referential, index);
    vital = java.util.stream.IntStream.range(0, n).filter(i -> questions[i].vital()).toArray();
  }

  /// The themes with at least one question that weighs.
  private List<Theme> askedThemes(List<Theme> all) {
    List<Theme> asked = new ArrayList<>();
    for (Theme theme : all) {
      for (Question question : questions) {
        if (question.weight() > 0 && question.theme().equals(theme.id())) {
          asked.add(theme);
          break;
        }
      }
    }
    return asked;
  }

  private Gate[] gates(Question question, Map<String, Integer> index) {
    Gate[] resolved = new Gate[question.conditions().size()];
    for (int g = 0; g < resolved.length; g++) {
      Condition condition = question.conditions().get(g);
      Integer on = index.get(condition.question());
      int rank = on == null ? -1 : questions[on].rank(condition.choice());
      if (on == null || rank < 0) {
        throw broken(question.id(), condition.question() + " / " + condition.choice());
      }
      resolved[g] = new Gate(condition instanceof Condition.Requires, on, rank);
    }
    return resolved;
  }

  private CapRule[] caps(Referential referential, Map<String, Integer> index) {
    List<CapRule> rules = new ArrayList<>();
    for (Cap cap : referential.scale().caps()) {
      Integer on = index.get(cap.question());
      if (on != null) {
        int rank = questions[on].rank(cap.choice());
        if (rank < 0) {
          throw broken(cap.id(), cap.question() + " / " + cap.choice());
        }
        rules.add(new CapRule(cap, on, rank));
      }
    }
    rules.sort(Comparator.comparing((CapRule rule) -> rule.cap().grade()).reversed());
    return rules.toArray(CapRule[]::new);
  }

  /// Repeatedly takes the questions all of whose gates were taken.
  private int[] order() {
    int n = questions.length;
    int[] sorted = new int[n];
    boolean[] taken = new boolean[n];
    int count = 0;
    while (count < n) {
      int before = count;
      for (int i = 0; i < n; i++) {
        if (!taken[i] && ready(gates[i], taken)) {
          taken[i] = true;
          sorted[count++] = i;
        }
      }
      if (count == before) {
        throw new AssessmentException(
            new Text(
                "Des questions se conditionnent en cercle dans ce référentiel.",
                "Questions of this referential open one another in a circle."));
      }
    }
    return sorted;
  }

  private static boolean ready(Gate[] gates, boolean[] taken) {
    for (Gate gate : gates) {
      if (!taken[gate.on()]) {
        return false;
      }
    }
    return true;
  }

  private static AssessmentException broken(String where, String what) {
    return new AssessmentException(
        new Text(
            "Dans ce référentiel, «\u00a0"
                + where
                + "\u00a0» renvoie à «\u00a0"
                + what
                + "\u00a0», qui n’est pas posé à cette profondeur.",
            "In this referential, \""
                + where
                + "\" points to \""
                + what
                + "\", which is not asked at this depth."));
  }
}
