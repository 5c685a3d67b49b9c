package fr.bastide.detection.internal.rule;

import fr.bastide.detection.Correlation;
import fr.bastide.detection.Expression;
import fr.bastide.detection.Guidance;
import fr.bastide.detection.Place;
import fr.bastide.detection.Refusal;
import fr.bastide.detection.Rule;
import fr.bastide.detection.RuleBook;
import fr.bastide.detection.RuleInfo;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts the files of one set of rules together: identifiers once, filters on their rules,
/// references of correlations resolved.
public final class Assembly {

  private final List<RuleDraft> rules = new ArrayList<>();
  private final List<CorrelationDraft> correlations = new ArrayList<>();
  private final List<FilterDraft> filters = new ArrayList<>();
  private final List<RuleInfo> retired = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Map<String, Guidance> guidance = new LinkedHashMap<>();
  private final Map<String, RuleInfo> ids = new HashMap<>();

  /// Nothing yet.
  public Assembly() {}

  /// Adds what a file holds.
  public void add(Drafts drafts) {
    drafts.rules.stream().filter(draft -> fresh(draft.info())).forEach(rules::add);
    drafts.correlations.stream().filter(draft -> fresh(draft.info())).forEach(correlations::add);
    filters.addAll(drafts.filters);
    retired.addAll(drafts.retired);
    refusals.addAll(drafts.refusals);
    drafts.guidance.forEach(guidance::putIfAbsent);
  }

  /// What was found to be right, and what was not.
  public RuleBook book() {
    Names names = new Names(rules, correlations);
    List<Rule> filtered = filtered(names);
    CorrelationResolution resolution = new CorrelationResolution(names, refusals);
    List<Correlation> resolved = resolution.resolve(correlations);
    refusals.sort(
        Comparator.comparing((Refusal refusal) -> refusal.place().file())
            .thenComparingInt(refusal -> refusal.place().line()));
    return new RuleBook(filtered, resolved, refusals);
  }

  /// The rules left out because their status is `deprecated` or `unsupported`.
  public List<RuleInfo> retired() {
    return List.copyOf(retired);
  }

  /// What rules say to those who have no analyst, by id.
  public Map<String, Guidance> guidance() {
    return Map.copyOf(guidance);
  }

  private boolean fresh(RuleInfo info) {
    RuleInfo known = ids.putIfAbsent(info.id(), info);
    if (known == null) {
      return true;
    }
    String id = Refused.clip(info.id());
    refusals.add(
        new Refusal(
            info.place(),
            info.title(),
            new Text(
                "L’identifiant "
                    + id
                    + " est déjà celui de "
                    + known.place()
                    + "\u00a0: donnez-en "
                    + "un autre.",
                "The id " + id + " is already that of " + known.place() + ": give another one.")));
    return false;
  }

  private List<Rule> filtered(Names names) {
    Map<String, List<Expression>> keeps = new HashMap<>();
    Map<String, RuleDraft> byId = new HashMap<>();
    rules.forEach(draft -> byId.put(draft.info().id(), draft));
    for (FilterDraft filter : filters) {
      if (filter.rules().isEmpty()) {
        rules.stream()
            .filter(draft -> filter.logsource().covers(draft.logsource()))
            .forEach(draft -> keep(keeps, draft, filter));
      }
      for (Reference reference : filter.rules()) {
        RuleDraft target = byId.get(names.resolve(reference.name()));
        if (target == null) {
          refusals.add(refuse(filter, reference, names.unresolved(reference)));
        } else if (!filter.logsource().covers(target.logsource())) {
          refusals.add(refuse(filter, reference, otherLogs(filter, target)));
        } else {
          keep(keeps, target, filter);
        }
      }
    }
    List<Rule> filtered = new ArrayList<>(rules.size());
    for (RuleDraft draft : rules) {
      List<Expression> parts = keeps.get(draft.info().id());
      Expression condition = draft.condition();
      if (parts != null) {
        parts.addFirst(condition);
        condition = new Expression.All(parts);
      }
      filtered.add(
          new Rule(draft.info(), draft.logsource(), condition, Expressions.asked(condition)));
    }
    return filtered;
  }

  private static void keep(
      Map<String, List<Expression>> keeps, RuleDraft target, FilterDraft filter) {
    keeps.computeIfAbsent(target.info().id(), _ -> new ArrayList<>()).add(filter.keep());
  }

  private static Refusal refuse(FilterDraft filter, Reference reference, Text reason) {
    Place place = new Place(filter.info().place().file(), reference.line());
    return new Refusal(place, filter.info().title(), reason);
  }

  private static Text otherLogs(FilterDraft filter, RuleDraft target) {
    return new Text(
        "Ce filtre porte sur "
            + filter.logsource()
            + ", la règle «\u00a0"
            + target.info().title()
            + "\u00a0» sur "
            + target.logsource()
            + "\u00a0: accordez leurs «\u00a0logsource"
            + "\u00a0».",
        "This filter looks at "
            + filter.logsource()
            + ", the rule '"
            + target.info().title()
            + "' at "
            + target.logsource()
            + ": make their logsources agree.");
  }
}
