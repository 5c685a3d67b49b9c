package fr.bastide.incident.condition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.incident.Claim;
import fr.bastide.incident.Reading;
import fr.bastide.incident.Seed;
import fr.bastide.incident.Value;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What three-valued logic and its traces promise, over random conditions and readings.
class TraceProperties {

  private static final int TRIALS = 20_000;
  private static final int QUESTIONS = 6;

  private final RandomGenerator random = Seed.random();

  private Condition condition(int depth) {
    int form = depth == 0 ? random.nextInt(2) : random.nextInt(6);
    String question = "q." + random.nextInt(QUESTIONS);
    return switch (form) {
      case 0 -> new Condition.Is(question, List.of(new Value.Count(random.nextInt(3))));
      case 1 -> new Condition.Within(question, random.nextInt(3), random.nextInt(4));
      case 2 -> new Condition.All(parts(depth));
      case 3 -> new Condition.Any(parts(depth));
      case 4 -> new Condition.Not(condition(depth - 1));
      default -> new Condition.Named("n", new Text("n", "n"), condition(depth - 1));
    };
  }

  private List<Condition> parts(int depth) {
    List<Condition> parts = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      parts.add(condition(depth - 1));
    }
    return parts;
  }

  private Reading reading(int outOf) {
    Map<String, Claim> claims = new HashMap<>();
    for (int i = 0; i < QUESTIONS; i++) {
      if (random.nextInt(outOf) > 0) {
        claims.put("q." + i, Claim.of(new Value.Count(random.nextInt(3))));
      }
    }
    return new Reading(claims);
  }

  private Reading completed(Reading partial) {
    Map<String, Claim> claims = new HashMap<>(reading(1_000_000).claims());
    claims.putAll(partial.claims());
    return new Reading(claims);
  }

  @Test
  void whatIsKnownStaysSoWhateverIsLearnt() {
    int known = 0;
    for (int i = 0; i < TRIALS; i++) {
      Condition condition = condition(4);
      Reading partial = reading(2);
      Truth truth = condition.evaluate(partial).truth();
      if (truth != Truth.UNKNOWN) {
        known++;
        assertThat(condition.evaluate(completed(partial)).truth())
            .as("seed %d, trial %d: %s", Seed.value(), i, condition)
            .isEqualTo(truth);
      }
    }
    assertThat(known).isGreaterThan(TRIALS / 10);
  }

  @Test
  void theDecisiveAnswersAloneGiveTheSameOutcome() {
    for (int i = 0; i < TRIALS; i++) {
      Condition condition = condition(4);
      Trace trace = condition.evaluate(reading(3));
      if (trace.truth() != Truth.UNKNOWN) {
        Map<String, Claim> needed = new HashMap<>();
        for (Trace leaf : trace.decisive()) {
          leaf.claim()
              .ifPresent(c -> needed.put(leaf.condition().questions().iterator().next(), c));
        }
        assertThat(condition.evaluate(new Reading(needed)).truth())
            .as("seed %d, trial %d: %s", Seed.value(), i, condition)
            .isEqualTo(trace.truth());
      }
    }
  }

  @Test
  void answeringWhatIsMissingSettlesIt() {
    int open = 0;
    for (int i = 0; i < TRIALS; i++) {
      Condition condition = condition(4);
      Reading partial = reading(2);
      Trace trace = condition.evaluate(partial);
      if (trace.truth() == Truth.UNKNOWN) {
        open++;
        Map<String, Claim> answered = new HashMap<>(partial.claims());
        trace.missing().forEach(q -> answered.put(q, Claim.of(new Value.Count(random.nextInt(3)))));
        assertThat(condition.evaluate(new Reading(answered)).truth())
            .as("seed %d, trial %d: %s", Seed.value(), i, condition)
            .isNotEqualTo(Truth.UNKNOWN);
      } else {
        assertThat(trace.missing()).isEmpty();
      }
    }
    assertThat(open).isGreaterThan(TRIALS / 10);
  }
}
