package fr.bastide.detection.pack;

import fr.bastide.detection.Refusal;
import fr.bastide.detection.RuleInfo;
import java.util.List;

/// How a set of rules did on its samples.
///
/// @param results one for each set of samples whose rule is there, in the order of the files
/// @param without the rules and correlations that have no samples
/// @param refusals the rules and samples that could not be read, and samples whose rule is not
///   there
public record SampleReport(
    List<SampleResult> results, List<RuleInfo> without, List<Refusal> refusals) {

  public SampleReport {
    results = List.copyOf(results);
    without = List.copyOf(without);
    refusals = List.copyOf(refusals);
  }

  /// Whether every result passed and nothing was refused.
  public boolean passed() {
    return refusals.isEmpty() && results.stream().allMatch(SampleResult::passed);
  }
}
