package fr.bastide.detection.pack;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Evaluation;
import fr.bastide.detection.Explanation;
import fr.bastide.detection.Rule;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Event;
import java.util.ArrayList;
import java.util.List;

/// Tries one rule or correlation on its samples.
final class SampleTrial {

  private final SampleEvents events = new SampleEvents();
  private final List<Text> failures = new ArrayList<>();
  private int cases;

  private SampleTrial() {}

  /// Tries a rule: every event of what must fire it has to match, none of the rest may.
  static SampleResult of(Rule rule, SampleSet samples) {
    SampleTrial own = new SampleTrial();
    for (SampleCase sample : samples.fires()) {
      own.each(sample, rule, true);
    }
    for (SampleCase sample : samples.quiet()) {
      own.each(sample, rule, false);
    }
    return new SampleResult(rule.info(), own.cases, own.failures);
  }

  /// Tries a correlation: each case is a sequence of its own, with no memory of the one before.
  static SampleResult of(Correlation correlation, CorrelationTrial trial, SampleSet samples) {
    SampleTrial own = new SampleTrial();
    for (SampleCase sample : samples.fires()) {
      own.whole(sample, correlation, trial, true);
    }
    for (SampleCase sample : samples.quiet()) {
      own.whole(sample, correlation, trial, false);
    }
    return new SampleResult(correlation.info(), own.cases, own.failures);
  }

  private void each(SampleCase sample, Rule rule, boolean expected) {
    for (Event event : usable(sample)) {
      if (Evaluation.matches(rule, event) != expected) {
        Explanation why = Explanation.explain(rule, event);
        failures.add(
            new Text(
                sentence(sample, expected).fr() + "\n" + why.render(Language.FR),
                sentence(sample, expected).en() + "\n" + why.render(Language.EN)));
      }
    }
  }

  private void whole(
      SampleCase sample, Correlation correlation, CorrelationTrial trial, boolean expected) {
    CorrelationTrial.Outcome outcome = trial.run(correlation.info().id(), usable(sample), events);
    if (outcome.fired() != expected) {
      String seen = String.join(", ", outcome.matches());
      failures.add(
          new Text(
              sentence(sample, expected).fr() + " Règles reconnues\u00a0: " + seen + ".",
              sentence(sample, expected).en() + " Rules matched: " + seen + "."));
    }
  }

  private List<Event> usable(SampleCase sample) {
    cases++;
    List<Event> usable = new ArrayList<>();
    for (SampleEvents.Made made : events.of(sample)) {
      switch (made) {
        case SampleEvents.Made.Usable(Event event) -> usable.add(event);
        case SampleEvents.Made.Unusable(Text why) ->
            failures.add(
                new Text(
                    "Cas «\u00a0" + sample.say() + "\u00a0»\u00a0: " + why.fr(),
                    "Case '" + sample.say() + "': " + why.en()));
      }
    }
    return usable;
  }

  private static Text sentence(SampleCase sample, boolean expected) {
    String fr = "Le cas «\u00a0" + sample.say() + "\u00a0» ";
    String en = "The case '" + sample.say() + "' ";
    return expected
        ? new Text(
            fr + "devait déclencher l’alerte et ne l’a pas fait.",
            en + "should have fired and did not.")
        : new Text(
            fr + "ne devait rien déclencher et l’a fait.", en + "should not have fired and did.");
  }
}
