package fr.bastide.loop.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.InseeCode;
import fr.bastide.kernel.Siren;
import fr.bastide.loop.territory.BodyCsv.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BodyCsvProperties {

  private static final long SEED = Long.getLong("bastide.seed", 20_261_124L);
  private static final String LETTERS = "abcdéÉœÏZ09 ;,\"'’-.()/&";

  @Test
  void whatIsWrittenIsReadBack() {
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      List<NewBody> bodies = new ArrayList<>();
      for (int n = random.nextInt(20); n > 0; n--) {
        bodies.add(body(random, bodies.size()));
      }
      Report report = (Report) BodyCsv.read(BodyCsv.write(bodies));
      assertThat(report.rows()).as("seed %d, file %d", SEED, i).hasSameSizeAs(bodies);
      assertThat(report.bodies()).as("seed %d, file %d", SEED, i).isEqualTo(bodies);
    }
  }

  private static NewBody body(Random random, int number) {
    StringBuilder name = new StringBuilder("N" + number + "x"); // never a formula, never twice
    for (int n = random.nextInt(30); n > 0; n--) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    BodyForm[] forms = BodyForm.values();
    BodyForm form = forms[4 + random.nextInt(forms.length - 4)];
    return new NewBody(
        name.toString().strip(),
        form,
        random.nextBoolean() ? Optional.of(siren(random, number)) : Optional.empty(),
        random.nextBoolean() ? Optional.of(new InseeCode("2A004")) : Optional.empty(),
        random.nextBoolean() ? Optional.of(random.nextInt(1_000_000)) : Optional.empty(),
        random.nextBoolean() ? Optional.of("a" + number + "@exemple.fr") : Optional.empty(),
        random.nextBoolean() ? Optional.of(random.nextInt(5_000)) : Optional.empty());
  }

  /// The one right number among the ten that differ in their last digit.
  private static Siren siren(Random random, int number) {
    String start = String.format("%06d%02d", random.nextInt(1_000_000), number);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int digit = (start.charAt(i) - '0') * (i % 2 == 1 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    return new Siren(start + (10 - sum % 10) % 10);
  }
}
