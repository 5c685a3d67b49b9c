package fr.bastide.cli;

import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a plan may spend and what the body wants of it; what is said here wins over the file.
final class PlanOptions {

  private static final long MOST_EUROS = 100_000_000;

  @Option(names = "--budget", paramLabel = "EUR")
  private @Nullable BigDecimal budget;

  @Option(names = "--setup", paramLabel = "EUR")
  private @Nullable BigDecimal setup;

  @Option(names = "--yearly", paramLabel = "EUR")
  private @Nullable BigDecimal yearly;

  @Option(names = "--days", paramLabel = "N")
  private @Nullable Double days;

  @Option(names = "--months", paramLabel = "N")
  private int months = 12;

  @Option(names = "--pooled-with", paramLabel = "N")
  private int pooledWith = 1;

  @Option(names = "--done", paramLabel = "MEASURE", split = ",")
  private Set<String> done = new LinkedHashSet<>();

  @Option(names = "--force", paramLabel = "MEASURE", split = ",")
  private Set<String> forced = new LinkedHashSet<>();

  @Option(names = "--refuse", paramLabel = "MEASURE=REASON")
  private Map<String, String> refused = new LinkedHashMap<>();

  /// Whether a plan was asked for at all.
  boolean given(AnswerFile file) {
    return budget != null || days != null || file.wishes().budget().isPresent();
  }

  /// The request of one body.
  ///
  /// @throws UsageError when a number makes no sense, or no budget is given
  PlanRequest request(AnswerFile file) {
    Money total =
        Optional.ofNullable(budget)
            .map(euros -> money("--budget", euros))
            .or(file.wishes()::budget)
            .orElseThrow(() ->
                new UsageError(
                    "Donnez un budget\u00a0: --budget 15000.", "Give a budget: --budget 15000."));
    double limit = Optional.ofNullable(days).or(file.wishes()::days).orElse(40.0);
    if (!(limit >= 0 && limit <= 100_000)) {
      throw new UsageError("--days\u00a0: entre 0 et 100 000.", "--days: between 0 and 100,000.");
    }
    if (months < 1 || months > 60) {
      throw new UsageError("--months\u00a0: entre 1 et 60.", "--months: between 1 and 60.");
    }
    if (pooledWith < 1 || pooledWith > 10_000) {
      throw new UsageError(
          "--pooled-with\u00a0: entre 1 et 10 000.", "--pooled-with: between 1 and 10,000.");
    }
    Limits limits =
        new Limits(
            total,
            Optional.ofNullable(setup).map(euros -> money("--setup", euros)),
            Optional.ofNullable(yearly).map(euros -> money("--yearly", euros)),
            limit,
            months);
    return new PlanRequest(
        file.body().name(),
        file.sheet(),
        limits,
        union(file.wishes().done(), done),
        reasons(file),
        union(file.wishes().forced(), forced),
        pooledWith);
  }

  private Map<String, String> reasons(AnswerFile file) {
    Map<String, String> all = new HashMap<>(file.wishes().refused());
    all.putAll(refused);
    return all;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }

  private static Money money(String option, BigDecimal euros) {
    if (euros.signum() < 0 || euros.compareTo(BigDecimal.valueOf(MOST_EUROS)) > 0) {
      throw new UsageError(
          option + "\u00a0: entre 0 et 100 millions d’euros.",
          option + ": between 0 and 100 million euros.");
    }
    return new Money(euros.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }
}
