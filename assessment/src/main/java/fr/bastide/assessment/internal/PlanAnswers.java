package fr.bastide.assessment.internal;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Effect;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.plan.PlanRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The answers each question of a sheet may have once measures are taken, and the score they make.
///
/// A measure makes an answer *possible*; the body then gives, for each question, the possible
/// answer that makes the whole score highest. Nearly always that is the one whose own value is
/// highest; only a question that opens others can pose a dilemma between a better choice and better
/// evidence.
final class PlanAnswers {

  /// Dilemmas are weighed against one another exhaustively up to this many combinations.
  private static final int COMBINATIONS = 1024;

  final Scoring scoring;
  final Questionnaire asked;
  final AnswerSheet sheet;

  /// By question: the answers possible, dominated ones left out; today's first.
  final PlanOption[][] options;

  /// By question: accepted as not applicable, so that nothing can be gained.
  final boolean[] spared;

  PlanAnswers(Scoring scoring, PlanRequest request, List<Measure> done, List<Measure> usable) {
    this.scoring = scoring;
    this.sheet = request.sheet();
    this.asked = scoring.questionnaire(sheet.depth());
    int n = asked.questions.length;
    options = new PlanOption[n][];
    spared = new boolean[n];
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < n; i++) {
      index.put(asked.questions[i].id(), i);
    }
    int[][] thresholds = thresholds();
    List<List<PlanOption>> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      List<PlanOption> mine = new ArrayList<>();
      mine.add(today(i, thresholds[i]));
      all.add(mine);
    }
    done.forEach(m -> addEffects(m, PlanOption.FREE, index, thresholds, all));
    for (int m = 0; m < usable.size(); m++) {
      addEffects(usable.get(m), m, index, thresholds, all);
    }
    for (int i = 0; i < n; i++) {
      options[i] = undominated(all.get(i));
    }
  }

  /// By question, the ranks from which on some gate changes.
  private int[][] thresholds() {
    int[][] thresholds = new int[asked.questions.length][0];
    for (Questionnaire.Gate[] gates : asked.gates) {
      for (Questionnaire.Gate gate : gates) {
        int[] known = thresholds[gate.on()];
        int[] longer = Arrays.copyOf(known, known.length + 1);
        longer[known.length] = gate.requires() ? gate.rank() : gate.rank() + 1;
        thresholds[gate.on()] = longer;
      }
    }
    return thresholds;
  }

  private static int level(int rank, int[] thresholds) {
    return (int) Arrays.stream(thresholds).filter(t -> rank >= t).count();
  }

  private PlanOption today(int i, int[] thresholds) {
    Question question = asked.questions[i];
    Answer answer = sheet.answer(question.id());
    int rank = 0;
    double value = 0;
    if (answer instanceof Answer.Given given && question.rank(given.choice()) >= 0) {
      rank = question.rank(given.choice());
      EvidenceLevel level = given.evidence().standing(question.validityMonths(), sheet.at());
      value = asked.values[i][rank] * scoring.pointTrust[level.ordinal()];
    } else if (answer instanceof Answer.NotApplicable none && none.acceptedBy().isPresent()) {
      spared[i] = true;
    }
    return new PlanOption(value, rank, level(rank, thresholds), PlanOption.FREE, answer);
  }

  private void addEffects(
      Measure measure,
      int number,
      Map<String, Integer> index,
      int[][] thresholds,
      List<List<PlanOption>> all) {
    for (Effect effect : measure.effects()) {
      Integer i = index.get(effect.question());
      int rank = i == null ? -1 : asked.questions[i].rank(effect.choice());
      // Nobody buys again what the body says it has: proving it costs no measure.
      if (i == null || rank <= all.get(i).getFirst().rank() || spared[i]) {
        continue;
      }
      double value = asked.values[i][rank] * scoring.pointTrust[measure.evidence().ordinal()];
      all.get(i)
          .add(
              new PlanOption(
                  value, rank, level(rank, thresholds[i]), number, answer(measure, effect)));
    }
  }

  /// Whether the answers already reach everything a measure brings at this depth: it is in place.
  static boolean inPlace(Questionnaire asked, AnswerSheet sheet, Measure measure) {
    boolean reaches = false;
    for (Question question : asked.questions) {
      for (Effect effect : measure.effects()) {
        if (effect.question().equals(question.id())) {
          boolean reached =
              sheet.answer(question.id()) instanceof Answer.Given given
                  && question.rank(given.choice()) >= question.rank(effect.choice());
          if (!reached) {
            return false;
          }
          reaches = true;
        }
      }
    }
    return reaches;
  }

  /// What the body can answer from the day the measure is done.
  private Answer answer(Measure measure, Effect effect) {
    Optional<LocalDate> date = Optional.of(sheet.at());
    return new Answer.Given(
        effect.choice(), new Evidence(measure.evidence(), date, Optional.empty(), measure.id()));
  }

  /// Drops options that a free one covers.
  private static PlanOption[] undominated(List<PlanOption> all) {
    List<PlanOption> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      PlanOption option = all.get(i);
      boolean covered = false;
      for (int j = 0; j < all.size() && !covered; j++) {
        PlanOption other = all.get(j);
        covered =
            i != j
                && (other.free() || other.measure() == option.measure())
                && other.covers(option)
                && (j < i || !option.covers(other) || other.free() && !option.free());
      }
      if (!covered) {
        kept.add(option);
      }
    }
    return kept.toArray(PlanOption[]::new);
  }

  /// Whether a measure makes any answer better, whatever the gates.
  boolean useful(int measure) {
    for (PlanOption[] mine : options) {
      for (PlanOption option : mine) {
        if (option.measure() == measure) {
          return true;
        }
      }
    }
    return false;
  }

  /// The theme scores, 0 to 1, once these measures are done.
  double[] themes(boolean[] taken) {
    return themesOf(picks(taken));
  }

  /// The total, 0 to 100, once these measures are done.
  double total(boolean[] taken) {
    return total(themes(taken));
  }

  /// The total of theme scores.
  double total(double[] themes) {
    double harmonic = 0;
    for (int k = 0; k < themes.length; k++) {
      harmonic += asked.themeWeights[k] / (themes[k] + scoring.shift);
    }
    return scoring.total(harmonic, asked.totalWeight);
  }

  /// The sheet as it would be filled in once these measures are done.
  AnswerSheet sheet(boolean[] taken) {
    int[] picks = picks(taken);
    Map<String, Answer> answers = new HashMap<>(sheet.answers());
    for (int i = 0; i < picks.length; i++) {
      PlanOption option = options[i][picks[i]];
      if (!(option.answer() instanceof Answer.Unknown)) {
        answers.put(asked.questions[i].id(), option.answer());
      }
    }
    return new AnswerSheet(sheet.depth(), sheet.size(), sheet.at(), answers);
  }

  /// By question, which option is best for the whole.
  private int[] picks(boolean[] taken) {
    int[] picks = new int[options.length];
    List<int[]> dilemmas = new ArrayList<>();
    for (int i = 0; i < picks.length; i++) {
      int best = 0;
      boolean dilemma = false;
      for (int o = 1; o < options[i].length; o++) {
        PlanOption option = options[i][o];
        if (!option.free() && !taken[option.measure()]) {
          continue;
        }
        PlanOption held = options[i][best];
        if (option.value() > held.value()
            || option.value() == held.value() && option.level() > held.level()) {
          dilemma |= option.level() < held.level();
          best = o;
        } else {
          dilemma |= option.level() > held.level();
        }
      }
      picks[i] = best;
      if (dilemma) {
        dilemmas.add(available(i, taken));
      }
    }
    return dilemmas.isEmpty() ? picks : decided(picks, dilemmas);
  }

  /// The question, then its available options.
  private int[] available(int i, boolean[] taken) {
    int[] found = new int[options[i].length + 1];
    found[0] = i;
    int count = 1;
    for (int o = 0; o < options[i].length; o++) {
      if (options[i][o].free() || taken[options[i][o].measure()]) {
        found[count++] = o;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private int[] decided(int[] picks, List<int[]> dilemmas) {
    long combinations = 1;
    for (int[] dilemma : dilemmas) {
      combinations = Math.min(COMBINATIONS + 1L, combinations * (dilemma.length - 1));
    }
    int[] best = picks.clone();
    if (combinations <= COMBINATIONS) {
      tryAll(picks.clone(), dilemmas, 0, best);
      return best;
    }
    for (int[] dilemma : dilemmas) {
      tryAll(best.clone(), List.of(dilemma), 0, best);
    }
    return best;
  }

  private void tryAll(int[] picks, List<int[]> dilemmas, int from, int[] best) {
    if (from == dilemmas.size()) {
      if (total(themesOf(picks)) > total(themesOf(best))) {
        System.arraycopy(picks, 0, best, 0, best.length);
      }
      return;
    }
    int[] dilemma = dilemmas.get(from);
    for (int o = 1; o < dilemma.length; o++) {
      picks[dilemma[0]] = dilemma[o];
      tryAll(picks, dilemmas, from + 1, best);
    }
  }

  private double[] themesOf(int[] picks) {
    int[] states = new int[picks.length];
    double[] themes = new double[asked.themes.length];
    for (int i : asked.order) {
      PlanOption option = options[i][picks[i]];
      int gate = Tally.gate(asked.gates[i], states);
      states[i] = Tally.state(gate, spared[i] ? Tally.TOP : option.rank());
      int k = asked.themeOf[i];
      if (k >= 0) {
        double value = states[i] == Tally.TOP ? 1 : gate == Tally.CLOSED ? 0 : option.value();
        themes[k] += asked.weights[i] * value;
      }
    }
    for (int k = 0; k < themes.length; k++) {
      themes[k] /= asked.themeSums[k];
    }
    return themes;
  }
}
