package fr.bastide.benchmarks;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Score;
import fr.bastide.assessment.Scorer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Scores 10,000 standard assessments, with caps and the price of every answer, on one thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@Threads(1)
public class ScoringBenchmark {

  private static final int SHEETS = 10_000;

  private List<AnswerSheet> sheets = List.of();
  private Scorer scorer = new Scorer(Referential.builtin());

  /// Invents the sheets.
  @Setup
  public void invent() {
    Referential referential = Referential.builtin();
    sheets = Territory.sheets(referential, SHEETS, 20261124);
    scorer = new Scorer(referential);
  }

  /// Scores all of them.
  @Benchmark
  public void tenThousand(Blackhole hole) {
    for (AnswerSheet sheet : sheets) {
      Score score = scorer.score(sheet);
      hole.consume(score);
    }
  }

  static void table() throws RunnerException {
    new Runner(new OptionsBuilder().include(ScoringBenchmark.class.getSimpleName()).build()).run();
  }
}
