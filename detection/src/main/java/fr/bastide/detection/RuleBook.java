package fr.bastide.detection;

import java.util.List;

/// Everything that was read from a set of rule files: what will run, and what will not and why.
///
/// @param rules the detection rules, filters already applied
/// @param correlations the correlation rules, references resolved
/// @param refusals the files or rules that were not taken
public record RuleBook(List<Rule> rules, List<Correlation> correlations, List<Refusal> refusals) {

  public RuleBook {
    rules = List.copyOf(rules);
    correlations = List.copyOf(correlations);
    refusals = List.copyOf(refusals);
  }
}
