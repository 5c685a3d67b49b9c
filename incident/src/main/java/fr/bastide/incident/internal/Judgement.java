package fr.bastide.incident.internal;

import fr.bastide.incident.Claim;
import fr.bastide.incident.Facts;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.Reading;
import fr.bastide.incident.obligation.Due;
import fr.bastide.incident.obligation.InForce;
import fr.bastide.incident.obligation.Obligation;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.incident.obligation.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges a whole book in one case. Of contradictory facts every credible reading is tried; the
/// verdict that binds most is given, and of those the one that is due first.
public final class Judgement {

  private final ObligationBook book;
  private final Facts facts;
  private final TextJudgement texts;
  private final Map<String, Verdict> done = new HashMap<>();

  public Judgement(ObligationBook book, Facts facts, Instant at, Switches switches) {
    this.book = book;
    this.facts = facts;
    this.texts = new TextJudgement(book, facts, at, switches);
  }

  /// One verdict for each duty, in the order of the book.
  public List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    book.duties()
        .forEach((duty, successive) -> {
          Verdict verdict = worst(successive);
          done.put(duty, verdict);
          verdicts.add(verdict);
        });
    return verdicts;
  }

  private Verdict worst(List<Obligation> successive) {
    Set<String> questions = questions(successive);
    Optional<Verdict> worst = Optional.empty();
    Reading read = new Reading(Map.of());
    for (Reading reading : facts.readings(withClocks(questions))) {
      Verdict verdict = inForce(successive, reading);
      if (worst.isEmpty() || binds(verdict, worst.get())) {
        worst = Optional.of(verdict);
        read = reading;
      }
    }
    return withContests(worst.orElseThrow(), contests(questions, read));
  }

  /// Without a clock of its own, the law that counts depends on every other one.
  private Set<String> withClocks(Set<String> questions) {
    Set<String> all = new LinkedHashSet<>(questions);
    for (String question : book.questionnaire().questions().keySet()) {
      if (question.startsWith(Questionnaire.CLOCKS + ".")) {
        all.add(question);
      }
    }
    return all;
  }

  /// The verdict of the text in force: of those that may be, when the day is unknown, the one that
  /// binds most, with the questions of all. When none is, the text still to come, else the last.
  private Verdict inForce(List<Obligation> successive, Reading reading) {
    Optional<Verdict> possible = Optional.empty();
    Optional<Verdict> coming = Optional.empty();
    Optional<Verdict> past = Optional.empty();
    for (Obligation text : successive) {
      Verdict verdict = texts.judge(text, reading, after(text));
      switch (lawOf(verdict)) {
        case NOT_YET -> coming = coming.isPresent() ? coming : Optional.of(verdict);
        case NO_LONGER -> past = Optional.of(verdict);
        case IN_FORCE ->
            possible = Optional.of(possible.map(one -> either(one, verdict)).orElse(verdict));
      }
    }
    Optional<Verdict> last = past;
    Optional<Verdict> next = coming;
    return possible.or(() -> next).or(() -> last).orElseThrow();
  }

  private static InForce.Status lawOf(Verdict verdict) {
    if (!(verdict instanceof Verdict.DoesNotApply no)) {
      return InForce.Status.IN_FORCE;
    }
    return switch (no.reason()) {
      case NOT_YET_IN_FORCE -> InForce.Status.NOT_YET;
      case NO_LONGER_IN_FORCE -> InForce.Status.NO_LONGER;
      case NOT_BOUND, NOT_TRIGGERED, EXEMPT -> InForce.Status.IN_FORCE;
    };
  }

  /// What can be said when either of two texts may be in force.
  private static Verdict either(Verdict one, Verdict other) {
    Verdict more = binds(other, one) ? other : one;
    if (one instanceof Verdict.Unknown && other instanceof Verdict.Unknown unknown) {
      Set<String> questions = new LinkedHashSet<>(one.grounds().questions());
      questions.addAll(unknown.grounds().questions());
      Verdict.Grounds old = more.grounds();
      return with(
          more,
          new Verdict.Grounds(
              old.why(), old.traces(), List.copyOf(questions), old.standIn(), List.of()));
    }
    return more;
  }

  /// The end of the obligation after which this one begins.
  private Optional<Instant> after(Obligation text) {
    return text.trigger()
        .after()
        .map(done::get)
        .flatMap(verdict ->
            switch (verdict) {
              case Verdict.Applies applies -> end(applies.due());
              case Verdict.Unknown unknown -> end(unknown.due());
              case Verdict.DoesNotApply _ -> Optional.empty();
            });
  }

  private static Optional<Instant> end(Due due) {
    return due instanceof Due.At at ? Optional.of(at.at()) : Optional.empty();
  }

  private static Set<String> questions(List<Obligation> successive) {
    Set<String> questions = new LinkedHashSet<>();
    for (Obligation text : successive) {
      questions.addAll(text.binds().questions());
      questions.addAll(text.when().questions());
      questions.addAll(text.unless().questions());
      questions.addAll(text.trigger().clocks());
      text.trigger().cautious().ifPresent(questions::add);
    }
    return questions;
  }

  /// Whether a verdict binds more than another, or as much but earlier.
  private static boolean binds(Verdict verdict, Verdict other) {
    int difference = rank(verdict) - rank(other);
    if (difference != 0) {
      return difference > 0;
    }
    return moment(verdict)
        .map(mine -> moment(other).map(mine::isBefore).orElse(true))
        .orElse(false);
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Applies _ -> 2;
      case Verdict.Unknown _ -> 1;
      case Verdict.DoesNotApply _ -> 0;
    };
  }

  private static Optional<Instant> moment(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Applies applies -> moment(applies.due());
      case Verdict.Unknown unknown -> moment(unknown.due());
      case Verdict.DoesNotApply _ -> Optional.empty();
    };
  }

  private static Optional<Instant> moment(Due due) {
    return switch (due) {
      case Due.At at -> Optional.of(at.at());
      case Due.WithoutDelay at -> at.since();
      case Due.Unknown _, Due.Standing _ -> Optional.empty();
    };
  }

  private List<Verdict.Contest> contests(Collection<String> questions, Reading read) {
    List<Verdict.Contest> contests = new ArrayList<>();
    for (String question : questions) {
      Optional<Claim> claim = read.claim(question);
      List<Claim> others =
          facts.credible(question).stream().filter(c -> claim.filter(c::equals).isEmpty()).toList();
      List<Claim> setAside = facts.setAside(question);
      if (claim.isPresent() && !(others.isEmpty() && setAside.isEmpty())) {
        contests.add(new Verdict.Contest(question, claim.get(), others, setAside));
      }
    }
    return contests;
  }

  private static Verdict withContests(Verdict verdict, List<Verdict.Contest> contests) {
    Verdict.Grounds old = verdict.grounds();
    Verdict.Grounds grounds =
        new Verdict.Grounds(old.why(), old.traces(), old.questions(), old.standIn(), contests);
    return with(verdict, grounds);
  }

  private static Verdict with(Verdict verdict, Verdict.Grounds grounds) {
    return switch (verdict) {
      case Verdict.Applies v -> new Verdict.Applies(v.obligation(), v.due(), v.state(), grounds);
      case Verdict.Unknown v -> new Verdict.Unknown(v.obligation(), v.due(), v.state(), grounds);
      case Verdict.DoesNotApply v -> new Verdict.DoesNotApply(v.obligation(), v.reason(), grounds);
    };
  }
}
