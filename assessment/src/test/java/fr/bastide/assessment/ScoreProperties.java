package fr.bastide.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.bastide.assessment.Answer.Given;
import fr.bastide.assessment.Answer.NotApplicable;
import fr.bastide.assessment.Score.Interval;
import fr.bastide.assessment.Score.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What must hold of every score, on random profiles of random referentials full of gates and of
/// the built-in one. No tolerance where the ADR promises an order: `<=` is meant bit by bit.
class ScoreProperties {

  private static final int PROFILES = 10_000;
  private static final int PER_REFERENTIAL = 10;
  private static final double CLOSE = 1e-9;

  private final RandomGenerator random = Seed.random();
  private final RandomSheets sheets = new RandomSheets(random);

  /// One case: a profile and a question of it.
  private record Case(
      Referential referential, Scorer scorer, AnswerSheet sheet, Score score, Question question) {

    Score with(Answer answer) {
      return scorer.score(sheet.with(question.id(), answer));
    }

    Answer answer() {
      return sheet.answer(question.id());
    }

    void broken(String what, Score changed) {
      fail(
          "%s: seed %d, question %s, answer %s, depth %s: %s %s became %s %s"
              .formatted(
                  what,
                  Seed.value(),
                  question.id(),
                  answer(),
                  sheet.depth(),
                  score.total(),
                  score.grade(),
                  changed.total(),
                  changed.grade()));
    }
  }

  private interface Check {
    void on(Case profile);
  }

  /// Random profiles of random referentials with every question asked, then of the built-in one
  /// with some.
  private void forAll(Check check) {
    forAll(Integer.MAX_VALUE, check);
  }

  /// The same with one question of each profile, for checks that look at all of it anyway.
  private void forEachProfile(Check check) {
    forAll(1, check);
  }

  private void forAll(int questionsEach, Check check) {
    RandomReferentials referentials = new RandomReferentials(random);
    int profiles = 0;
    while (profiles < PROFILES) {
      Referential referential = referentials.next();
      Scorer scorer = new Scorer(referential);
      for (int i = 0; i < PER_REFERENTIAL; i++, profiles++) {
        AnswerSheet sheet = sheets.next(referential);
        Score score = scorer.score(sheet);
        referential.questions().values().stream()
            .limit(questionsEach)
            .forEach(question -> check.on(new Case(referential, scorer, sheet, score, question)));
      }
    }
    Referential builtin = Referential.builtin();
    Scorer scorer = new Scorer(builtin);
    List<Question> questions = List.copyOf(builtin.questions().values());
    for (int i = 0; i < PROFILES; i++) {
      AnswerSheet sheet = sheets.next(builtin);
      Score score = scorer.score(sheet);
      for (int j = 0; j < Math.min(3, questionsEach); j++) {
        Question question = questions.get(random.nextInt(questions.size()));
        check.on(new Case(builtin, scorer, sheet, score, question));
      }
    }
  }

  private static boolean notHigher(Score score, Score bound) {
    return score.total().low() <= bound.total().low()
        && score.total().point() <= bound.total().point()
        && !score.grade().betterThan(bound.grade());
  }

  private static boolean lowersNothing(Score changed, Score score) {
    return notHigher(score, changed) && changed.total().high() >= score.total().high();
  }

  @Test
  void hidingAnAnswerNeverHelps() {
    forAll(profile -> {
      Score hidden = profile.with(Answer.UNKNOWN);
      if (!notHigher(hidden, profile.score())) {
        profile.broken("hiding helped", hidden);
      }
    });
  }

  @Test
  void oneStepBetterNeverHurts() {
    forAll(profile -> {
      Question question = profile.question();
      if (profile.answer() instanceof Given given) {
        int next = question.rank(given.choice()) + 1;
        if (next < question.choices().size()) {
          String better = question.choices().get(next).id();
          Score changed = profile.with(new Given(better, given.evidence()));
          if (!lowersNothing(changed, profile.score())) {
            profile.broken("a better answer hurt", changed);
          }
        }
      }
    });
  }

  @Test
  void betterEvidenceNeverHurts() {
    forAll(profile -> {
      if (profile.answer() instanceof Given given
          && given.evidence().level() != EvidenceLevel.BACK_TESTED) {
        Evidence was = given.evidence();
        EvidenceLevel level = EvidenceLevel.values()[was.level().ordinal() + 1];
        Evidence better = new Evidence(level, was.date(), was.expires(), was.note());
        Score changed = profile.with(new Given(given.choice(), better));
        if (!lowersNothing(changed, profile.score())) {
          profile.broken("better evidence hurt", changed);
        }
      }
    });
  }

  @Test
  void evidenceWithoutADateNeverCountsAboveDeclared() {
    forAll(profile -> {
      if (profile.answer() instanceof Given given) {
        Evidence was = given.evidence();
        Evidence undated = new Evidence(was.level(), Optional.empty(), was.expires(), was.note());
        Score said = profile.with(Answer.declared(given.choice()));
        Score changed = profile.with(new Given(given.choice(), undated));
        if (!changed.equals(said)) {
          profile.broken("evidence without a date counted", changed);
        }
      }
    });
  }

  @Test
  void acceptedNotApplicableNeverHurts() {
    forAll(profile -> {
      Score changed = profile.with(new NotApplicable("none here", Optional.of("somebody")));
      if (!lowersNothing(changed, profile.score())) {
        profile.broken("an accepted 'not applicable' hurt", changed);
      }
    });
  }

  @Test
  void notApplicableWithoutAcceptanceCountsAsUnknown() {
    forAll(profile -> {
      Score pending = profile.with(new NotApplicable("none here", Optional.empty()));
      Score unknown = profile.with(Answer.UNKNOWN);
      boolean same =
          pending.total().equals(unknown.total())
              && pending.grade() == unknown.grade()
              && pending.caps().equals(unknown.caps())
              && pending.themes().equals(unknown.themes());
      for (int i = 0; same && i < pending.questions().size(); i++) {
        Score.QuestionScore one = pending.questions().get(i);
        Score.QuestionScore other = unknown.questions().get(i);
        same = one.value().equals(other.value()) && one.cost() == other.cost();
      }
      if (!same) {
        profile.broken("not the same as unknown", pending);
      }
    });
  }

  @Test
  void lowIsBelowPointIsBelowHigh() {
    forEachProfile(profile -> {
      Score score = profile.score();
      boolean ordered = ordered(score.total(), 100);
      for (Score.ThemeScore theme : score.themes()) {
        ordered &= ordered(theme.score(), 100);
      }
      for (Score.QuestionScore question : score.questions()) {
        ordered &= ordered(question.value(), 1);
      }
      if (!ordered) {
        profile.broken("not an interval", score);
      }
    });
  }

  private static boolean ordered(Interval interval, double most) {
    return 0 <= interval.low()
        && interval.low() <= interval.point()
        && interval.point() <= interval.high()
        && interval.high() <= most;
  }

  @Test
  void orderOfAnsweringIsIrrelevant() {
    forEachProfile(profile -> {
      List<String> ids = new ArrayList<>(profile.sheet().answers().keySet());
      Collections.shuffle(ids, Random.from(random));
      AnswerSheet again =
          new AnswerSheet(
              profile.sheet().depth(), profile.sheet().size(), profile.sheet().at(), Map.of());
      for (String id : ids) {
        again = again.with(id, profile.sheet().answer(id));
      }
      Score score = profile.scorer().score(again);
      if (!score.equals(profile.score())) {
        profile.broken("the order mattered", score);
      }
    });
  }

  @Test
  void scoreIsTheOneOfTheFormula() {
    forEachProfile(profile -> {
      PlainScore plain = new PlainScore(profile.referential(), profile.sheet());
      Interval total = profile.score().total();
      if (Math.abs(total.low() - plain.low()) > CLOSE
          || Math.abs(total.point() - plain.point()) > CLOSE
          || Math.abs(total.high() - plain.high()) > CLOSE) {
        profile.broken("formula gives " + plain.point(), profile.score());
      }
      for (Cap cap : profile.referential().scale().caps()) {
        boolean bites =
            profile.score().caps().stream().anyMatch(bite -> bite.id().equals(cap.id()));
        boolean expected = plain.capped(cap) && profile.score().uncapped().betterThan(cap.grade());
        if (bites != expected) {
          profile.broken("cap " + cap.id() + " " + bites, profile.score());
        }
      }
    });
  }

  @Test
  void costIsWhatThePointWouldWin() {
    forAll(profile -> {
      PlainScore plain = new PlainScore(profile.referential(), profile.sheet());
      profile.score().questions().stream()
          .filter(question -> question.question().equals(profile.question().id()))
          .forEach(question -> sameCost(profile, question.cost(), plain));
      profile
          .score()
          .theme(profile.question().theme())
          .ifPresent(theme -> sameThemeCost(profile, theme.cost(), plain));
    });
  }

  private static void sameCost(Case profile, double cost, PlainScore plain) {
    String id = profile.question().id();
    double won = plain.pointWith(question -> question.id().equals(id)) - plain.point();
    if (cost < 0 || Math.abs(cost - won) > CLOSE) {
      profile.broken("cost " + cost + " but wins " + won, profile.score());
    }
  }

  private static void sameThemeCost(Case profile, double cost, PlainScore plain) {
    String theme = profile.question().theme();
    double won = plain.pointWith(question -> question.theme().equals(theme)) - plain.point();
    if (cost < 0 || Math.abs(cost - won) > CLOSE) {
      profile.broken("theme cost " + cost + " but wins " + won, profile.score());
    }
  }

  @Test
  void gradeIsTheWorstOfTheCaps() {
    forEachProfile(profile -> {
      Score score = profile.score();
      Grade worst = score.uncapped();
      for (Score.CapBite bite : score.caps()) {
        worst = worst.cappedAt(bite.grade());
        if (!score.uncapped().betterThan(bite.grade())) {
          profile.broken("cap " + bite + " does not bite", score);
        }
      }
      if (score.grade() != worst) {
        profile.broken("grade should be " + worst, score);
      }
    });
  }

  @Test
  void profilesReachEveryStandingAndEveryGrade() {
    Set<Object> seen = new HashSet<>();
    forEachProfile(profile -> {
      seen.add(profile.score().grade());
      profile.score().questions().forEach(question -> seen.add(question.standing()));
    });
    assertThat(seen).contains((Object[]) Standing.values()).contains((Object[]) Grade.values());
  }
}
