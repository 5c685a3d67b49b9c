package fr.bastide.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Evaluation;
import fr.bastide.detection.Rule;
import fr.bastide.detection.Samples;
import fr.bastide.detection.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Random conditions, each written beside what it means.
class ConditionsProperties {

  private static final List<String> NAMES = List.of("sel_a", "sel_b", "flt_c", "flt_d", "_e");
  private static final String SELECTIONS =
      """
      sel_a: {a: 1}
      sel_b: {b: 1}
      flt_c: {c: 1}
      flt_d: {d: 1}
      _e: {e: 1}
      """;

  /// A condition as text, and for each of the 32 sets of fields whether it holds.
  private record Written(String text, int binding, int truth) {
    String within(int least) {
      return binding < least ? "(" + text + ")" : text;
    }
  }

  private final SplittableRandom random = Seeds.random();

  @Test
  void whatIsReadIsWhatWasMeant() {
    for (int i = 0; i < 400; i++) {
      Written written = write(4);
      Rule rule = Samples.rule(SELECTIONS + "condition: " + written.text());
      for (int set = 0; set < 32; set++) {
        List<String> fields = new ArrayList<>();
        for (int name = 0; name < NAMES.size(); name++) {
          if ((set & (1 << name)) != 0) {
            fields.addAll(List.of(Character.toString('a' + name), "1"));
          }
        }
        assertThat(Evaluation.matches(rule, Samples.event(fields.toArray(String[]::new))))
            .as("seed %d: %s with %s", Seeds.value(), written.text(), fields)
            .isEqualTo((written.truth() & (1 << set)) != 0);
      }
    }
  }

  private Written write(int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return random.nextBoolean() ? name() : quantified();
    }
    Written one = write(depth - 1);
    Written other = write(depth - 1);
    return switch (random.nextInt(4)) {
      case 0 ->
          new Written(one.within(0) + " or " + other.within(0), 0, one.truth() | other.truth());
      case 1 ->
          new Written(one.within(1) + " AND " + other.within(1), 1, one.truth() & other.truth());
      case 2 -> new Written("not " + one.within(2), 2, ~one.truth());
      default -> new Written("( " + one.text() + " )", 3, one.truth());
    };
  }

  private Written name() {
    int name = random.nextInt(NAMES.size());
    return new Written(NAMES.get(name), 3, truth(1, 1 << name));
  }

  private Written quantified() {
    int which = random.nextInt(4);
    String pattern = List.of("sel_*", "flt_*", "them", "*_c").get(which);
    int mask = new int[] {0b00011, 0b01100, 0b01111, 0b00100}[which];
    int size = Integer.bitCount(mask);
    int wanted = 1 + random.nextInt(size);
    String quantity = wanted == size && random.nextBoolean() ? "all" : Integer.toString(wanted);
    return new Written(quantity + " of " + pattern, 3, truth(wanted, mask));
  }

  /// The sets of fields that have at least so many of these.
  private static int truth(int least, int mask) {
    int truth = 0;
    for (int set = 0; set < 32; set++) {
      if (Integer.bitCount(set & mask) >= least) {
        truth |= 1 << set;
      }
    }
    return truth;
  }
}
