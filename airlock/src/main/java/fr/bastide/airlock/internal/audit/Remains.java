package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is still dangerous in one file, and how much the auditor may still inflate of it.
final class Remains {

  private static final int MOST = 200;

  private record Line(Threat threat, String where) {}

  private final Map<Line, Integer> lines = new LinkedHashMap<>();
  private final Policy policy;
  private final String prefix;
  private final long[] budget;

  Remains(Policy policy) {
    this(policy, "", new long[] {policy.limits().inflated()});
  }

  private Remains(Policy policy, String prefix, long[] budget) {
    this.policy = policy;
    this.prefix = prefix;
    this.budget = budget;
  }

  Policy policy() {
    return policy;
  }

  void add(Threat threat, String where) {
    Line line = new Line(threat, prefix + where);
    if (lines.size() < MOST || lines.containsKey(line)) {
      lines.merge(line, 1, Integer::sum);
    }
  }

  /// The remains of a file within this one, on the same budget.
  Remains within(String holder) {
    return new Remains(policy, prefix + holder + "/", budget);
  }

  void addAll(Remains inner) {
    inner.lines.forEach((line, count) -> lines.merge(line, count, Integer::sum));
  }

  /// Counts bytes inflated.
  ///
  /// @throws AuditFailure when there were too many
  void inflated(long bytes) {
    budget[0] -= bytes;
    if (budget[0] < 0) {
      throw new AuditFailure("too large");
    }
  }

  List<Finding> list() {
    List<Finding> list = new ArrayList<>();
    lines.forEach((line, count) -> list.add(new Finding(line.threat(), line.where(), count)));
    return list;
  }
}
