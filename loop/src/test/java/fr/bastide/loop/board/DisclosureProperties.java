package fr.bastide.loop.board;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Grade;
import fr.bastide.kernel.BodyForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No figures of fewer than five bodies can be had, neither as they are nor by difference.
class DisclosureProperties {

  private static final long SEED = Long.getLong("bastide.seed", 20_261_124L);
  private static final List<String> DEPARTEMENTS = List.of("09", "11", "12", "30", "31");

  private static Aggregate group(Optional<String> departement, Optional<BodyForm> form, int n) {
    return new Aggregate(departement, form, n, 50, Map.of(Grade.C, n));
  }

  private static List<Aggregate> groups(
      Map<String, Integer> departements, Map<BodyForm, Integer> forms) {
    int whole = forms.values().stream().mapToInt(Integer::intValue).sum();
    List<Aggregate> all = new ArrayList<>();
    all.add(group(Optional.empty(), Optional.empty(), whole));
    departements.forEach((d, n) -> all.add(group(Optional.of(d), Optional.empty(), n)));
    forms.forEach((f, n) -> all.add(group(Optional.empty(), Optional.of(f), n)));
    return all;
  }

  @Test
  void whatIsHiddenIsNeverOfAFew() {
    RandomGenerator random = new SplittableRandom(SEED);
    int shownSomething = 0;
    for (int trial = 0; trial < 10_000; trial++) {
      Map<String, Integer> departements = new HashMap<>();
      Map<BodyForm, Integer> forms = new HashMap<>();
      int whole = random.nextInt(60);
      for (int i = 0; i < whole; i++) {
        // Skewed, so that some groups are small; some bodies span several departements.
        int d = Math.min(random.nextInt(6), random.nextInt(6));
        if (d < DEPARTEMENTS.size()) {
          departements.merge(DEPARTEMENTS.get(d), 1, Integer::sum);
        }
        int f = Math.min(random.nextInt(5), Math.min(random.nextInt(5), random.nextInt(5)));
        forms.merge(BodyForm.values()[f], 1, Integer::sum);
      }
      List<Aggregate> shown = Disclosure.safe(groups(departements, forms));
      String what = "trial %d, seed %d: %s %s".formatted(trial, SEED, departements, forms);
      assertThat(shown).as(what).allMatch(group -> group.bodies() >= Aggregate.LEAST);
      if (shown.isEmpty()) {
        assertThat(whole).as(what).isLessThan(Aggregate.LEAST);
        continue;
      }
      for (Stream<Aggregate> family :
          List.of(
              shown.stream().filter(group -> group.departement().isPresent()),
              shown.stream().filter(group -> group.form().isPresent()))) {
        int hidden = whole - family.mapToInt(Aggregate::bodies).sum();
        assertThat(hidden == 0 || hidden >= Aggregate.LEAST).as(what).isTrue();
      }
      shownSomething++;
    }
    assertThat(shownSomething).isGreaterThan(5_000);
  }

  @Test
  void nothingIsHiddenWithoutNeed() {
    List<Aggregate> all =
        groups(Map.of("09", 6, "31", 5), Map.of(BodyForm.COMMUNE, 5, BodyForm.EPCI, 6));
    assertThat(Disclosure.safe(all)).isEqualTo(all);
    List<Aggregate> oneSmall =
        groups(Map.of("09", 6, "31", 9, "11", 2), Map.of(BodyForm.COMMUNE, 17));
    assertThat(Disclosure.safe(oneSmall))
        .containsExactlyInAnyOrder(
            group(Optional.empty(), Optional.empty(), 17),
            group(Optional.of("31"), Optional.empty(), 9),
            group(Optional.empty(), Optional.of(BodyForm.COMMUNE), 17));
  }
}
