package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Guidance;
import fr.bastide.detection.Refusal;
import fr.bastide.detection.RuleInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one file holds, before files are put together. Filled by [DocumentReader] alone.
public final class Drafts {

  final List<RuleDraft> rules = new ArrayList<>();
  final List<CorrelationDraft> correlations = new ArrayList<>();
  final List<FilterDraft> filters = new ArrayList<>();
  final List<RuleInfo> retired = new ArrayList<>();
  final List<Refusal> refusals = new ArrayList<>();
  final Map<String, Guidance> guidance = new LinkedHashMap<>();

  Drafts() {}

  /// Only this refusal: a file that could not even be read.
  public static Drafts refused(Refusal refusal) {
    Drafts drafts = new Drafts();
    drafts.refusals.add(refusal);
    return drafts;
  }
}
