package fr.bastide.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our score beside that of a national self-assessment, on its own answer sets; the figures are in
/// `docs/comparison.md`.
class NationalComparisonTest {

  /// Ranks of two instruments that ask half as much about the same subjects agree at least so far.
  private static final double FLOOR = 0.6;

  private static final Referential OURS = Referential.builtin();
  private static final Scorer SCORER = new Scorer(OURS);

  @BeforeAll
  static void corpus() {
    Assumptions.assumeFalse(
        NationalSelfAssessment.absent(), "skipped: no ../shared/corpora/assess beside the sources");
  }

  @Test
  void weReadTheirEngineAsItIs() throws IOException {
    NationalSelfAssessment theirs = new NationalSelfAssessment();
    assertThat(theirs.cases).hasSize(300);
    for (NationalSelfAssessment.Case one : theirs.cases) {
      Map<String, Double> computed = theirs.indicators(one.answers());
      one.indicators()
          .forEach((theme, expected) ->
              assertThat(computed.getOrDefault(theme, 0.0))
                  .as("set %s, %s", one.id(), theme)
                  .isCloseTo(expected, within(1e-9)));
    }
  }

  @Test
  void everyPairNamesQuestionsThatExist() throws IOException {
    NationalSelfAssessment theirs = new NationalSelfAssessment();
    Map<String, String> pairs = new NationalMapping().pairs();
    assertThat(theirs.questions.keySet()).containsAll(pairs.keySet());
    assertThat(OURS.questions(Depth.STANDARD).map(Question::id).toList())
        .containsAll(pairs.values());
  }

  @Test
  void theRanksAgree() throws IOException {
    NationalSelfAssessment theirs = new NationalSelfAssessment();
    NationalMapping mapping = new NationalMapping();
    List<Double> them = new ArrayList<>();
    List<Double> us = new ArrayList<>();
    for (NationalSelfAssessment.Case one : theirs.cases) {
      them.add(mean(one.indicators()));
      us.add(SCORER.score(mapping.sheet(theirs, one.answers())).total().point());
    }
    double correlation = spearman(them, us);
    say("rank correlation over %d answer sets: %.3f", them.size(), correlation);
    assertThat(correlation).isGreaterThan(FLOOR);
  }

  @Test
  void hidingABadAnswerPaysThereAndNeverHere() throws IOException {
    NationalSelfAssessment theirs = new NationalSelfAssessment();
    NationalMapping mapping = new NationalMapping();
    int hidden = 0;
    int paidThere = 0;
    int paidHere = 0;
    double mostThere = 0;
    for (NationalSelfAssessment.Case one : theirs.cases) {
      Map<String, Double> before = theirs.indicators(one.answers());
      Score ours = SCORER.score(mapping.sheet(theirs, one.answers()));
      for (NationalSelfAssessment.Told told : one.answers()) {
        if (mapping.pairs().containsKey(told.question())
            && theirs.value(told.choice()).filter(value -> value == 0).isPresent()) {
          List<NationalSelfAssessment.Told> fewer = new ArrayList<>(one.answers());
          fewer.remove(told);
          String theme = theirs.asked(told.question()).theme();
          double gain =
              theirs.indicators(fewer).getOrDefault(theme, 0.0) - before.getOrDefault(theme, 0.0);
          Score silent = SCORER.score(mapping.sheet(theirs, fewer));
          hidden++;
          paidThere += gain > 1e-12 ? 1 : 0;
          mostThere = Math.max(mostThere, gain);
          paidHere += better(silent, ours) ? 1 : 0;
        }
      }
    }
    say(
        "bad answers hidden one by one: %d; raised their indicator: %d (by %.2f of 3 at most); raised"
            + " our low, our point or our grade: %d",
        hidden, paidThere, mostThere, paidHere);
    assertThat(hidden).isGreaterThan(1_000);
    assertThat(paidThere).isGreaterThan(hidden / 2);
    assertThat(paidHere).isZero();
  }

  private static boolean better(Score after, Score before) {
    return after.total().low() > before.total().low() + 1e-9
        || after.total().point() > before.total().point() + 1e-9
        || after.grade().compareTo(before.grade()) < 0;
  }

  @Test
  void everyObjectiveOfOursExistsAndItsStandardIsLinkedToIt() throws IOException {
    JsonNode recyf =
        JsonMapper.shared()
            .readTree(NationalSelfAssessment.FOLDER.resolve("mss-recyf.json").toFile());
    Set<Integer> objectives = new TreeSet<>();
    recyf.get("mesuresReCyf").properties().forEach(one -> objectives.add(objective(one.getKey())));
    Set<String> links = new HashSet<>();
    Set<String> controls = new HashSet<>();
    for (Map.Entry<String, JsonNode> link : recyf.get("recyfVersIso").properties()) {
      for (JsonNode control : link.getValue()) {
        String[] parts = control.asString().split("-", -1);
        if (parts[0].equals("27002:2022")) {
          links.add(objective(link.getKey()) + " " + parts[1]);
          controls.add(parts[1]);
        }
      }
    }
    int pairs = 0;
    int linked = 0;
    Set<String> unlinked = new TreeSet<>();
    for (Question question : OURS.questions().values()) {
      References references = question.references();
      assertThat(objectives).as(question.id()).containsAll(references.recyf());
      if (!references.recyf().isEmpty() && !references.iso27002().isEmpty()) {
        pairs++;
        boolean found =
            references.recyf().stream()
                .anyMatch(
                    o -> references.iso27002().stream().anyMatch(c -> links.contains(o + " " + c)));
        linked += found ? 1 : 0;
      }
      references.iso27002().stream().filter(c -> !controls.contains(c)).forEach(unlinked::add);
    }
    say(
        "questions with a ReCyF objective and an ISO/IEC 27002 control: %d, of which their link table"
            + " joins %d; controls of ours outside their table: %s",
        pairs, linked, unlinked);
    assertThat(linked).isGreaterThan(pairs / 2);
  }

  /// The objective of a measure such as `10.B.2-EI/EE`.
  private static int objective(String measure) {
    return Integer.parseInt(measure.substring(0, measure.indexOf('.')));
  }

  private static double mean(Map<String, Double> indicators) {
    return indicators.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double spearman(List<Double> one, List<Double> other) {
    double[] a = ranks(one);
    double[] b = ranks(other);
    double middle = (a.length - 1) / 2.0;
    double both = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - middle) * (b[i] - middle);
      first += (a[i] - middle) * (a[i] - middle);
      second += (b[i] - middle) * (b[i] - middle);
    }
    return both / Math.sqrt(first * second);
  }

  /// Ranks from 0; equal values share the mean of theirs.
  private static double[] ranks(List<Double> values) {
    List<Integer> order =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparing(values::get))
            .toList();
    double[] ranks = new double[values.size()];
    for (int from = 0; from < order.size(); ) {
      int to = from;
      while (to < order.size() && values.get(order.get(to)).equals(values.get(order.get(from)))) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order.get(i)] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  private static void say(String format, Object... values) {
    System.out.println("national self-assessment: " + String.format(Locale.ROOT, format, values));
  }
}
