package fr.bastide.detection.pack;

import fr.bastide.detection.RuleInfo;
import fr.bastide.kernel.Text;
import java.util.List;

/// How one rule or correlation did on its samples.
///
/// @param rule which one
/// @param cases how many cases were tried
/// @param failures what went otherwise than the samples say, each with the reason; empty when all
///   went well
public record SampleResult(RuleInfo rule, int cases, List<Text> failures) {

  public SampleResult {
    failures = List.copyOf(failures);
  }

  /// Whether every case went as its samples say.
  public boolean passed() {
    return failures.isEmpty();
  }
}
