package fr.bastide.incident.internal;

import fr.bastide.incident.Facts;
import fr.bastide.incident.Questionnaire;
import fr.bastide.incident.Reading;
import fr.bastide.incident.WrittenTime;
import fr.bastide.incident.condition.Trace;
import fr.bastide.incident.condition.Truth;
import fr.bastide.incident.obligation.Deadline;
import fr.bastide.incident.obligation.Due;
import fr.bastide.incident.obligation.InForce;
import fr.bastide.incident.obligation.Obligation;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.incident.obligation.Trigger;
import fr.bastide.incident.obligation.Verdict;
import fr.bastide.kernel.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges one text under one reading of the facts: first whether it is law on that day, then whom
/// it binds, what happened, and what exempts.
final class TextJudgement {

  private final ObligationBook book;
  private final Facts facts;
  private final Instant now;
  private final Switches switches;
  private final Wording wording;

  /// When a clock began to run, and the question that stood in for its own.
  private record Start(Optional<Instant> at, Optional<String> standIn) {}

  TextJudgement(ObligationBook book, Facts facts, Instant now, Switches switches) {
    this.book = book;
    this.facts = facts;
    this.now = now;
    this.switches = switches;
    this.wording = new Wording(book.questionnaire());
  }

  /// @param after the end of the obligation that this one follows, if it can be reckoned
  Verdict judge(Obligation text, Reading reading, Optional<Instant> after) {
    Start start = start(text.trigger(), reading, after);
    LocalDate earliest = Calendar.day(lawOf(text.trigger(), start, reading));
    LocalDate latest =
        start.at().isPresent() && !text.trigger().now() ? earliest : later(earliest, now);
    Truth law = text.inForce().during(earliest, latest, switches);
    if (law == Truth.FALSE) {
      return notLaw(text, earliest);
    }
    Trace binds = text.binds().evaluate(reading);
    if (binds.truth() == Truth.FALSE) {
      return no(text, Verdict.Reason.NOT_BOUND, List.of(binds), binds);
    }
    Trace when = text.when().evaluate(reading);
    if (when.truth() == Truth.FALSE) {
      return no(text, Verdict.Reason.NOT_TRIGGERED, List.of(binds, when), when);
    }
    Trace unless = text.unless().evaluate(reading);
    List<Trace> traces = List.of(binds, when, unless);
    if (unless.truth() == Truth.TRUE) {
      return no(text, Verdict.Reason.EXEMPT, traces, unless);
    }
    Due due = due(text, start, reading);
    Verdict.State state = state(text, due);
    if (law.and(binds.truth()).and(when.truth()) == Truth.TRUE) {
      Text why = wording.decisive(List.of(binds, when)).orElse(everyone());
      Set<String> questions = new LinkedHashSet<>();
      if (due instanceof Due.Unknown unknown) {
        questions.add(unknown.question());
      }
      questions.addAll(unless.missing());
      return new Verdict.Applies(text, due, state, grounds(why, traces, questions, start));
    }
    return unknown(text, due, state, start, law, traces);
  }

  private Verdict unknown(
      Obligation text, Due due, Verdict.State state, Start start, Truth law, List<Trace> traces) {
    Set<String> questions = new LinkedHashSet<>();
    if (law == Truth.UNKNOWN && !text.trigger().clocks().isEmpty()) {
      questions.add(text.trigger().clocks().getFirst());
    }
    traces.forEach(trace -> questions.addAll(trace.missing()));
    Text missing = wording.missing(List.copyOf(questions)).orElse(everyone());
    Text why = new Text("À établir : " + missing.fr(), "To be settled: " + missing.en());
    return new Verdict.Unknown(text, due, state, grounds(why, traces, questions, start));
  }

  /// The instant whose law counts, as far as it is known.
  private Instant lawOf(Trigger trigger, Start start, Reading reading) {
    return trigger.now()
        ? now
        : start.at().or(() -> reading.earliest(Questionnaire.CLOCKS)).orElse(now);
  }

  private static LocalDate later(LocalDate day, Instant instant) {
    LocalDate other = Calendar.day(instant);
    return other.isAfter(day) ? other : day;
  }

  private Start start(Trigger trigger, Reading reading, Optional<Instant> after) {
    Optional<Instant> followed =
        trigger.after().map(id -> facts.done().get(id)).map(Facts.Done::at);
    if (followed.isPresent()) {
      return new Start(followed, Optional.empty());
    }
    if (trigger.after().isPresent() && after.isPresent()) {
      return new Start(after, trigger.after());
    }
    for (String clock : trigger.clocks()) {
      Optional<Instant> at = reading.instant(clock);
      if (at.isPresent()) {
        boolean own = clock.equals(trigger.clocks().getFirst()) && trigger.after().isEmpty();
        return new Start(at, own ? Optional.empty() : Optional.of(clock));
      }
    }
    return new Start(Optional.empty(), Optional.empty());
  }

  private static Due due(Obligation text, Start start, Reading reading) {
    return switch (text.deadline()) {
      case Deadline.Standing _ -> new Due.Standing();
      case Deadline.WithoutDelay _ -> new Due.WithoutDelay(start.at());
      case Deadline.Timed timed -> {
        if (start.at().isEmpty()) {
          yield new Due.Unknown(text.trigger().clocks().getFirst());
        }
        Instant from = start.at().get();
        Instant end = timed.due(from);
        Optional<Instant> cautious =
            text.trigger()
                .cautious()
                .flatMap(reading::instant)
                .map(timed::due)
                .filter(earlier -> earlier.isBefore(end));
        yield new Due.At(from, end, cautious, timed.byRegulation(from));
      }
    };
  }

  private Verdict.State state(Obligation text, Due due) {
    Optional<Instant> end = due instanceof Due.At at ? Optional.of(at.at()) : Optional.empty();
    Facts.Done done = facts.done().get(text.id());
    if (done != null) {
      return end.filter(done.at()::isAfter).isPresent()
          ? Verdict.State.DONE_LATE
          : Verdict.State.DONE;
    }
    return end.filter(now::isAfter).isPresent() ? Verdict.State.OVERDUE : Verdict.State.OPEN;
  }

  private Verdict no(Obligation text, Verdict.Reason reason, List<Trace> traces, Trace deciding) {
    Text answers = wording.decisive(List.of(deciding)).orElse(everyone());
    Text why =
        reason == Verdict.Reason.EXEMPT
            ? new Text("Exception : " + answers.fr(), "Exception: " + answers.en())
            : answers;
    return new Verdict.DoesNotApply(
        text, reason, new Verdict.Grounds(why, traces, List.of(), Optional.empty(), List.of()));
  }

  private Verdict notLaw(Obligation text, LocalDate day) {
    InForce.Status status = text.inForce().on(day, switches);
    Verdict.Reason reason =
        status == InForce.Status.NOT_YET
            ? Verdict.Reason.NOT_YET_IN_FORCE
            : Verdict.Reason.NO_LONGER_IN_FORCE;
    Text why =
        status == InForce.Status.NOT_YET
            ? notYet(text.inForce().from().orElseThrow(), day)
            : noLonger(text.inForce().until().orElseThrow(), day);
    return new Verdict.DoesNotApply(
        text, reason, new Verdict.Grounds(why, List.of(), List.of(), Optional.empty(), List.of()));
  }

  private Text notYet(InForce.Limit limit, LocalDate day) {
    Text asked = WrittenTime.text(day);
    Optional<LocalDate> first =
        switch (limit) {
          case InForce.Limit.On on -> Optional.of(on.day());
          case InForce.Limit.BySwitch by -> switches.day(by.id());
        };
    if (first.isEmpty() && limit instanceof InForce.Limit.BySwitch by) {
      Text law = book.switches().getOrDefault(by.id(), new Text(by.id(), by.id()));
      return new Text(
          "Ce texte n’est pas encore en vigueur à notre connaissance : "
              + law.fr()
              + " (à régler : "
              + by.id()
              + ").",
          "As far as we know this text is not in force yet: "
              + law.en()
              + " (to be set: "
              + by.id()
              + ").");
    }
    Text begins = WrittenTime.text(first.orElse(day));
    return new Text(
        "Ce texte s’applique depuis le " + begins.fr() + " ; le fait date du " + asked.fr() + ".",
        "This text applies since " + begins.en() + "; the event is of " + asked.en() + ".");
  }

  private Text noLonger(InForce.Limit limit, LocalDate day) {
    Text asked = WrittenTime.text(day);
    LocalDate last =
        switch (limit) {
          case InForce.Limit.On on -> on.day();
          case InForce.Limit.BySwitch by ->
              switches.day(by.id()).map(first -> first.minusDays(1)).orElse(day);
        };
    Text until = WrittenTime.text(last);
    return new Text(
        "Ce texte s’appliquait jusqu’au " + until.fr() + " ; le fait date du " + asked.fr() + ".",
        "This text applied until " + until.en() + "; the event is of " + asked.en() + ".");
  }

  private static Verdict.Grounds grounds(
      Text why, List<Trace> traces, Set<String> questions, Start start) {
    return new Verdict.Grounds(why, traces, new ArrayList<>(questions), start.standIn(), List.of());
  }

  private static Text everyone() {
    return new Text("Cette règle vaut pour tous.", "This rule binds everyone.");
  }
}
