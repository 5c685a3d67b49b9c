package fr.bastide.detection.internal.rule;

import fr.bastide.detection.RuleInfo;
import fr.bastide.kernel.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which rule an id or a name stands for.
final class Names {

  private final Set<String> ids = new HashSet<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  Names(List<RuleDraft> rules, List<CorrelationDraft> correlations) {
    rules.forEach(draft -> add(draft.info()));
    correlations.forEach(draft -> add(draft.info()));
  }

  private void add(RuleInfo info) {
    ids.add(info.id());
    if (!info.name().isEmpty() && names.putIfAbsent(info.name(), info.id()) != null) {
      ambiguous.add(info.name());
    }
  }

  /// The id of the rule that is meant; empty when none is, or more than one.
  String resolve(String name) {
    if (ids.contains(name)) {
      return name;
    }
    return ambiguous.contains(name) ? "" : names.getOrDefault(name, "");
  }

  /// Why a reference stands for no rule.
  Text unresolved(Reference reference) {
    String shown = Refused.clip(reference.name());
    if (ambiguous.contains(reference.name())) {
      return new Text(
          "Plusieurs règles se nomment «\u00a0"
              + shown
              + "\u00a0»\u00a0: désignez la vôtre par son "
              + "identifiant.",
          "Several rules are named '" + shown + "': say which one by its id.");
    }
    return new Text(
        "Aucune règle retenue n’est «\u00a0"
            + shown
            + "\u00a0»\u00a0: vérifiez le nom, et que sa "
            + "règle n’est pas refusée.",
        "No rule that was taken is '"
            + shown
            + "': check the name, and that its rule is not "
            + "refused.");
  }
}
