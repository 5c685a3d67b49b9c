package fr.bastide.airlock.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NumberSetTest {

  @Test
  void itIsTheSetOfItsNumbers() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    NumberSet set = new NumberSet();
    TreeSet<Long> model = new TreeSet<>();
    for (int i = 0; i < 5_000; i++) {
      long number = 1L + random.nextInt(120);
      switch (random.nextInt(4)) {
        case 0 ->
            assertThat(set.remove(number)).as("seed %d", seed).isEqualTo(model.remove(number));
        case 1 -> {
          long to = number + random.nextInt(6) - 1;
          set.add(number, to);
          for (long n = number; n <= to; n++) {
            model.add(n);
          }
        }
        default -> assertThat(set.add(number)).as("seed %d", seed).isEqualTo(model.add(number));
      }
      check(set, model, seed);
    }
  }

  private static void check(NumberSet set, Set<Long> model, long seed) {
    TreeSet<Long> held = new TreeSet<>();
    long end = -1;
    for (NumberSet.Range range : set.ranges()) {
      assertThat(range.from()).as("seed %d", seed).isGreaterThan(end + 1);
      end = range.to();
      for (long n = range.from(); n <= range.to(); n++) {
        held.add(n);
      }
    }
    assertThat(held).as("seed %d", seed).isEqualTo(model);
    TreeSet<Long> absent = new TreeSet<>();
    for (NumberSet.Range gap : set.gaps(5, 110)) {
      for (long n = gap.from(); n <= gap.to(); n++) {
        absent.add(n);
      }
    }
    for (long n = 5; n <= 110; n++) {
      assertThat(absent.contains(n)).as("seed %d", seed).isEqualTo(!model.contains(n));
    }
    assertThat(absent).allMatch(n -> n >= 5 && n <= 110);
    assertThat(set.greatest()).isEqualTo(model.stream().mapToLong(n -> n).max().orElse(0));
  }
}
