package fr.bastide.assessment.internal;

import java.util.ArrayList;
import java.util.List;

/// The theme scores of [PlanAnswers] as linear rows over binary decisions, exactly: at every choice
/// of measures the best point of these rows has the theme scores that [PlanAnswers#themes]
/// computes.
///
/// For each question, `z` says which possible answer is given (one at most, and only when a measure
/// that makes it possible is taken, and the gates are open), and `spared` that a gate says there is
/// nothing to protect. All gates are monotone, so upper bounds suffice: it never pays to claim
/// less.
final class PlanEquations {

  private static final double NONE = Double.POSITIVE_INFINITY;

  /// An answer, with how much of it is given.
  private record Share(PlanOption option, MilpSum given) {}

  final MilpProgram program = new MilpProgram();

  /// By theme: its score, 0 to 1.
  final MilpSum[] themes;

  private final PlanAnswers answers;

  /// By question.
  private final MilpSum[] spared;

  private final List<List<Share>> shares = new ArrayList<>();

  /// The equations of these answers; variable `m` is measure `m`.
  PlanEquations(PlanAnswers answers, int measures) {
    this.answers = answers;
    for (int m = 0; m < measures; m++) {
      program.variable(0, 1, true);
    }
    Questionnaire asked = answers.asked;
    int n = asked.questions.length;
    spared = new MilpSum[n];
    for (int i = 0; i < n; i++) {
      spared[i] = MilpSum.of(0);
      shares.add(new ArrayList<>());
    }
    themes = new MilpSum[asked.themes.length];
    for (int k = 0; k < themes.length; k++) {
      themes[k] = MilpSum.of(0);
    }
    for (int i : asked.order) {
      question(i);
      if (asked.themeOf[i] >= 0 && asked.weights[i] > 0) {
        double share = asked.weights[i] / asked.themeSums[asked.themeOf[i]];
        MilpSum theme = themes[asked.themeOf[i]];
        theme.plus(share, spared[i]);
        shares.get(i).forEach(s -> theme.plus(share * s.option().value(), s.given()));
      }
    }
  }

  private void question(int i) {
    List<MilpSum> foundations = new ArrayList<>();
    MilpSum sparing = MilpSum.of(0);
    for (Questionnaire.Gate gate : answers.asked.gates[i]) {
      if (gate.requires()) {
        sparing.plus(1, spared[gate.on()]);
        foundations.add(atLeast(gate.on(), gate.rank()));
      } else {
        sparing.plus(1, atLeast(gate.on(), gate.rank() + 1));
      }
    }
    if (sparing.fixed() && sparing.constant() >= 1) {
      spared[i] = MilpSum.of(1);
      return;
    }
    foundations.removeIf(f -> f.fixed() && f.constant() >= 1);
    if (answers.spared[i]) {
      notApplicable(i, foundations, sparing);
      return;
    }
    if (!sparing.fixed()) {
      int variable = program.variable(0, 1, false);
      spared[i] = MilpSum.of(0).plus(1, variable);
      program.row(0, NONE, MilpSum.of(0).plus(1, sparing).plus(-1, variable));
    }
    boolean open = foundations.isEmpty() && sparing.fixed();
    shares(i, open);
    if (!open) {
      gated(i, foundations);
    }
  }

  /// Accepted as not applicable: spared as soon as its foundations stand, or a gate spares it.
  private void notApplicable(int i, List<MilpSum> foundations, MilpSum sparing) {
    if (foundations.isEmpty()) {
      spared[i] = MilpSum.of(1);
      return;
    }
    int variable = program.variable(0, 1, false);
    spared[i] = MilpSum.of(0).plus(1, variable);
    for (MilpSum foundation : foundations) {
      program.row(0, NONE, MilpSum.of(0).plus(1, foundation).plus(1, sparing).plus(-1, variable));
    }
  }

  /// At most one answer in all, and none beyond what each foundation supports.
  private void gated(int i, List<MilpSum> foundations) {
    MilpSum given = MilpSum.of(0);
    shares.get(i).forEach(s -> given.plus(1, s.given()));
    program.row(0, 1, MilpSum.of(0).plus(1, given).plus(1, spared[i]));
    for (MilpSum foundation : foundations) {
      program.row(0, NONE, MilpSum.of(0).plus(1, foundation).plus(-1, given));
    }
  }

  /// The question's possible answers, equal ones together, each with its share.
  private void shares(int i, boolean open) {
    List<List<PlanOption>> groups = groups(i);
    boolean whole = dilemma(groups);
    PlanOption first = groups.getFirst().getFirst();
    MilpSum rest = MilpSum.of(1);
    List<Share> mine = shares.get(i);
    if (open) {
      mine.add(new Share(first, rest));
    } else {
      mine.add(new Share(first, MilpSum.of(0).plus(1, program.variable(0, 1, whole))));
    }
    boolean simple = open && !whole && groups.size() == 2 && groups.get(1).size() == 1;
    for (List<PlanOption> group : groups.subList(1, groups.size())) {
      PlanOption option = group.getFirst();
      int given = simple ? option.measure() : program.variable(0, 1, whole);
      rest.plus(-1, given);
      mine.add(new Share(option, MilpSum.of(0).plus(1, given)));
      if (!simple && !option.free()) {
        MilpSum possible = MilpSum.of(0);
        group.forEach(o -> possible.plus(1, o.measure()));
        program.row(0, NONE, possible.plus(-1, given));
      }
    }
    if (open && !simple && groups.size() > 1) {
      program.row(0, 1, MilpSum.of(0).plus(1, rest));
    }
  }

  private List<List<PlanOption>> groups(int i) {
    List<List<PlanOption>> groups = new ArrayList<>();
    for (PlanOption option : answers.options[i]) {
      List<PlanOption> same = null;
      for (List<PlanOption> group : groups) {
        PlanOption first = group.getFirst();
        if (first.value() == option.value()
            && first.level() == option.level()
            && first.free() == option.free()) {
          same = group;
        }
      }
      if (same == null) {
        groups.add(new ArrayList<>(List.of(option)));
      } else {
        same.add(option);
      }
    }
    return groups;
  }

  /// Whether the better answer for the question itself may be the worse one for what it opens; then
  /// nothing but whole answers will do.
  private static boolean dilemma(List<List<PlanOption>> groups) {
    for (List<PlanOption> one : groups) {
      for (List<PlanOption> other : groups) {
        if (!one.getFirst().covers(other.getFirst()) && !other.getFirst().covers(one.getFirst())) {
          return true;
        }
      }
    }
    return false;
  }

  /// How surely question `i` stands at `rank` or better.
  private MilpSum atLeast(int i, int rank) {
    if (rank <= 0) {
      return MilpSum.of(1);
    }
    MilpSum sum = MilpSum.of(0).plus(1, spared[i]);
    for (Share share : shares.get(i)) {
      if (share.option().rank() >= rank) {
        sum.plus(1, share.given());
      }
    }
    return sum;
  }
}
