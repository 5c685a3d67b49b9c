package fr.bastide.incident.condition;

import fr.bastide.incident.Claim;
import fr.bastide.incident.Reading;
import fr.bastide.incident.Value;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/// When a rule holds: a small closed form, written as data.
public sealed interface Condition {

  /// Always true: a rule without condition.
  Condition ALWAYS = new All(List.of());

  /// Never true: an exception nobody can claim.
  Condition NEVER = new Any(List.of());

  /// Whether it holds under a reading of the facts, and from which answers that follows.
  Trace evaluate(Reading reading);

  /// The questions it looks at, in order.
  Set<String> questions();

  /// Every part holds; true without parts.
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Trace evaluate(Reading reading) {
      return join(this, parts, reading, Truth.TRUE, Truth::and);
    }

    @Override
    public Set<String> questions() {
      return gather(parts);
    }
  }

  /// At least one part holds; false without parts.
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public Trace evaluate(Reading reading) {
      return join(this, parts, reading, Truth.FALSE, Truth::or);
    }

    @Override
    public Set<String> questions() {
      return gather(parts);
    }
  }

  /// The part does not hold.
  record Not(Condition part) implements Condition {
    @Override
    public Trace evaluate(Reading reading) {
      Trace inner = part.evaluate(reading);
      return new Trace(this, inner.truth().not(), List.of(inner), Optional.empty());
    }

    @Override
    public Set<String> questions() {
      return part.questions();
    }
  }

  /// The answer to a question is one of these.
  record Is(String question, List<Value> values) implements Condition {
    public Is {
      values = List.copyOf(values);
    }

    @Override
    public Trace evaluate(Reading reading) {
      return leaf(this, reading.claim(question), values::contains);
    }

    @Override
    public Set<String> questions() {
      return Set.of(question);
    }
  }

  /// The answer to a question is a number from `least`, and below `below`.
  ///
  /// @param least the smallest number that fits
  /// @param below the smallest number above that does not
  record Within(String question, long least, long below) implements Condition {
    @Override
    public Trace evaluate(Reading reading) {
      return leaf(
          this,
          reading.claim(question),
          value ->
              value instanceof Value.Count count
                  && count.number() >= least
                  && count.number() < below);
    }

    @Override
    public Set<String> questions() {
      return Set.of(question);
    }
  }

  /// A condition that several rules share, under its name.
  ///
  /// @param id the name in the data
  /// @param label the name for people
  record Named(String id, Text label, Condition part) implements Condition {
    @Override
    public Trace evaluate(Reading reading) {
      Trace inner = part.evaluate(reading);
      return new Trace(this, inner.truth(), List.of(inner), Optional.empty());
    }

    @Override
    public Set<String> questions() {
      return part.questions();
    }
  }

  private static Trace leaf(Condition leaf, Optional<Claim> claim, Predicate<Value> holds) {
    Truth truth = claim.map(Claim::value).map(v -> Truth.of(holds.test(v))).orElse(Truth.UNKNOWN);
    return new Trace(leaf, truth, List.of(), claim);
  }

  private static Trace join(
      Condition whole,
      List<Condition> parts,
      Reading reading,
      Truth neutral,
      BinaryOperator<Truth> operator) {
    List<Trace> traces = new ArrayList<>();
    Truth truth = neutral;
    for (Condition part : parts) {
      Trace trace = part.evaluate(reading);
      traces.add(trace);
      truth = operator.apply(truth, trace.truth());
    }
    return new Trace(whole, truth, traces, Optional.empty());
  }

  private static Set<String> gather(List<Condition> parts) {
    Set<String> questions = new LinkedHashSet<>();
    parts.forEach(part -> questions.addAll(part.questions()));
    return questions;
  }
}
