package fr.bastide.benchmarks;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Referential;
import fr.bastide.kernel.BodySize;
import fr.bastide.loop.example.ExampleAnswers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Invented answer sheets of bodies of all sizes and maturities; the same for the same seed.
final class Territory {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private Territory() {}

  static List<AnswerSheet> sheets(Referential referential, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ExampleAnswers answers = new ExampleAnswers(referential, random);
    List<AnswerSheet> sheets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double maturity = random.nextDouble(0.1, 0.9);
      BodySize size = BodySize.values()[random.nextInt(BodySize.values().length)];
      sheets.add(
          new AnswerSheet(
              Depth.STANDARD, size, DAY, answers.invent(Depth.STANDARD, maturity, DAY)));
    }
    return sheets;
  }
}
