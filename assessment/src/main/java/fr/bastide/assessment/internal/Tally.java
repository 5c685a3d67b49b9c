package fr.bastide.assessment.internal;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Grade;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Score.CapBite;
import fr.bastide.assessment.Score.Interval;
import fr.bastide.assessment.Score.QuestionScore;
import fr.bastide.assessment.Score.Standing;
import fr.bastide.assessment.Score.ThemeScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Counts one answer sheet.
///
/// Every question gets two *states*: the rank of the choice it stands at when all that nobody knows
/// is at its worst, and the same when it is at its best; [#TOP] when there is nothing to protect.
/// Gates look at states, so chains of gates need no rule of their own, and everything here is a
/// monotone function of the states: that is why hiding an answer cannot help.
final class Tally {

  /// The state of a question that has no object here: better than any rank.
  static final int TOP = Integer.MAX_VALUE;

  private static final int OPEN = 1;
  static final int CLOSED = 0;
  private static final int BEST = 2;

  private static final Interval NOTHING = new Interval(0, 0, 0);
  private static final Interval EVERYTHING = new Interval(1, 1, 1);
  private static final Interval ANYTHING = new Interval(0, 0, 1);
  private static final EvidenceLevel[] LEVELS = EvidenceLevel.values();
  private static final List<Optional<EvidenceLevel>> TRUSTS =
      Arrays.stream(LEVELS).map(Optional::of).toList();

  private final Scoring scoring;
  private final Questionnaire asked;
  private final AnswerSheet sheet;

  /// States at worst and at best.
  private final int[] worst;

  private final int[] best;
  private final Standing[] standings;

  /// Ordinal of the evidence level that counted, -1 when none did.
  private final int[] levels;

  private final Interval[] intervals;

  Tally(Scoring scoring, Questionnaire asked, AnswerSheet sheet) {
    this.scoring = scoring;
    this.asked = asked;
    this.sheet = sheet;
    int n = asked.questions.length;
    worst = new int[n];
    best = new int[n];
    standings = new Standing[n];
    levels = new int[n];
    intervals = new Interval[n];
  }

  Score score() {
    for (int i : asked.order) {
      count(i);
    }
    int m = asked.themes.length;
    double[] lows = new double[m];
    double[] points = new double[m];
    double[] highs = new double[m];
    themeScores(lows, points, highs);
    double low = total(lows);
    double harmonic = harmonicSum(points);
    double point = scoring.total(harmonic, asked.totalWeight);
    double high = total(highs);
    Grade uncapped = scoring.grade(point);
    List<CapBite> caps = caps(uncapped);
    Grade grade = uncapped;
    for (CapBite cap : caps) {
      grade = grade.cappedAt(cap.grade());
    }
    return new Score(
        scoring.scaleVersion,
        new Interval(low, point, high),
        grade,
        uncapped,
        caps,
        themes(lows, points, highs, harmonic, point),
        questions(points, harmonic, point));
  }

  /// Gives question `i` its states, its standing and its interval; its gates were counted before.
  private void count(int i) {
    Question question = asked.questions[i];
    int ownWorst = 0;
    int ownBest = asked.values[i].length - 1;
    Standing standing = Standing.UNKNOWN;
    int level = -1;
    switch (sheet.answer(question.id())) {
      case Answer.Given given -> {
        int rank = question.rank(given.choice());
        if (rank >= 0) {
          ownWorst = rank;
          ownBest = rank;
          standing = Standing.ANSWERED;
          level = given.evidence().standing(question.validityMonths(), sheet.at()).ordinal();
        }
      }
      case Answer.NotApplicable none -> {
        if (none.acceptedBy().isPresent()) {
          ownWorst = TOP;
          ownBest = TOP;
          standing = Standing.NOT_APPLICABLE;
        } else {
          standing = Standing.NOT_APPLICABLE_PENDING;
        }
      }
      case Answer.Unknown _ -> {}
    }
    int gateWorst = gate(asked.gates[i], worst);
    int gateBest = gate(asked.gates[i], best);
    worst[i] = state(gateWorst, ownWorst);
    best[i] = state(gateBest, ownBest);
    standings[i] =
        switch (gateWorst) {
          case BEST -> spared(i);
          case CLOSED -> gateBest == CLOSED ? Standing.MOOT : Standing.UNKNOWN;
          default -> standing;
        };
    levels[i] = standings[i] == Standing.ANSWERED ? level : -1;
    intervals[i] = interval(i);
  }

  private Interval interval(int i) {
    double[] values = asked.values[i];
    return switch (standings[i]) {
      case MOOT -> NOTHING;
      case NOT_EXPOSED, NOT_APPLICABLE -> EVERYTHING;
      case NOT_APPLICABLE_PENDING, UNKNOWN ->
          best[i] == TOP || best[i] == values.length - 1
              ? ANYTHING
              : new Interval(0, 0, values[best[i]]);
      case ANSWERED -> {
        double value = values[worst[i]];
        yield new Interval(
            value * scoring.lowTrust[levels[i]],
            value * scoring.pointTrust[levels[i]],
            best[i] == TOP ? 1 : values[best[i]]);
      }
    };
  }

  /// Whether a question behind these gates is asked when the others stand at `states`: nothing to
  /// protect wins over all, then a missing foundation, else it is open.
  static int gate(Questionnaire.Gate[] gates, int[] states) {
    int result = OPEN;
    for (Questionnaire.Gate gate : gates) {
      int state = states[gate.on()];
      if (state == TOP || !gate.requires() && state > gate.rank()) {
        return BEST;
      }
      if (gate.requires() && state < gate.rank()) {
        result = CLOSED;
      }
    }
    return result;
  }

  /// The state of a question behind a gate, its own answer standing at `own`.
  static int state(int gate, int own) {
    return switch (gate) {
      case BEST -> TOP;
      case CLOSED -> 0;
      default -> own;
    };
  }

  /// Why question `i` counts at its best without being asked.
  private Standing spared(int i) {
    for (Questionnaire.Gate gate : asked.gates[i]) {
      int on = gate.on();
      if (worst[on] == TOP) {
        return standings[on];
      }
    }
    return Standing.NOT_EXPOSED;
  }

  private void themeScores(double[] lows, double[] points, double[] highs) {
    for (int i = 0; i < intervals.length; i++) {
      int k = asked.themeOf[i];
      if (k >= 0) {
        double weight = asked.weights[i];
        lows[k] += weight * intervals[i].low();
        points[k] += weight * intervals[i].point();
        highs[k] += weight * intervals[i].high();
      }
    }
    for (int k = 0; k < lows.length; k++) {
      lows[k] /= asked.themeSums[k];
      points[k] /= asked.themeSums[k];
      highs[k] /= asked.themeSums[k];
    }
  }

  private double harmonicSum(double[] scores) {
    double sum = 0;
    for (int k = 0; k < scores.length; k++) {
      sum += asked.themeWeights[k] / (scores[k] + scoring.shift);
    }
    return sum;
  }

  private double total(double[] scores) {
    return scoring.total(harmonicSum(scores), asked.totalWeight);
  }

  /// Points of the total that theme `k` would bring if it rose to `raised`.
  private double cost(int k, double raised, double[] points, double harmonic, double point) {
    double weight = asked.themeWeights[k];
    double without = harmonic - weight / (points[k] + scoring.shift);
    double reached = scoring.total(without + weight / (raised + scoring.shift), asked.totalWeight);
    return Math.max(0, reached - point);
  }

  private List<CapBite> caps(Grade uncapped) {
    List<CapBite> bites = new ArrayList<>();
    for (Questionnaire.CapRule rule : asked.caps) {
      if (worst[rule.question()] < rule.rank() && uncapped.betterThan(rule.cap().grade())) {
        bites.add(
            new CapBite(
                rule.cap().id(), asked.questions[rule.question()].id(), rule.cap().grade()));
      }
    }
    if (uncapped == Grade.A) {
      for (int i : asked.vital) {
        if (worst[i] != TOP && levels[i] < scoring.vitalEvidence.ordinal()) {
          bites.add(new CapBite(Score.VITAL_EVIDENCE, asked.questions[i].id(), Grade.B));
        }
      }
    }
    return bites;
  }

  private List<ThemeScore> themes(
      double[] lows, double[] points, double[] highs, double harmonic, double point) {
    List<ThemeScore> scores = new ArrayList<>(lows.length);
    for (int k = 0; k < lows.length; k++) {
      scores.add(
          new ThemeScore(
              asked.themes[k],
              new Interval(100 * lows[k], 100 * points[k], 100 * highs[k]),
              cost(k, 1, points, harmonic, point)));
    }
    return scores;
  }

  private List<QuestionScore> questions(double[] points, double harmonic, double point) {
    List<QuestionScore> scores = new ArrayList<>(intervals.length);
    for (int i = 0; i < intervals.length; i++) {
      int k = asked.themeOf[i];
      double missing = asked.weights[i] * (1 - intervals[i].point());
      double cost =
          missing <= 0
              ? 0
              : cost(k, points[k] + missing / asked.themeSums[k], points, harmonic, point);
      scores.add(
          new QuestionScore(
              asked.questions[i].id(),
              standings[i],
              intervals[i],
              cost,
              levels[i] < 0 ? Optional.empty() : TRUSTS.get(levels[i])));
    }
    return scores;
  }
}
