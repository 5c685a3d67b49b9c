package fr.bastide.loop.plan;

import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.assess.AssessmentDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A plan that is kept and followed up.
///
/// @param id its identifier
/// @param body whose it is
/// @param assessment where the body stood
/// @param limits what it could spend
/// @param forced the measures it insisted on
/// @param refused the measures it did not want, with the reason
/// @param plan the measures, why these, and the proof
/// @param createdAt when it was made
/// @param createdBy by whom
/// @param items the follow-up: the plan's steps in their order, then what was done, then what was
///   refused
public record StoredPlan(
    PlanId id,
    BodyId body,
    AssessmentId assessment,
    Limits limits,
    Set<String> forced,
    Map<String, String> refused,
    Plan plan,
    Instant createdAt,
    AccountId createdBy,
    List<PlanItem> items) {

  public StoredPlan {
    forced = Set.copyOf(forced);
    refused = Map.copyOf(refused);
    items = List.copyOf(items);
  }

  /// A new plan: every step is to do by the end of its last month; what the body said to be done,
  /// and what it refused, stays visible.
  public static StoredPlan fresh(
      PlanId id,
      BodyId body,
      AssessmentId assessment,
      PlanDesk.Wish wish,
      Plan plan,
      Instant now,
      AccountId author) {
    LocalDate start = LocalDate.ofInstant(now, AssessmentDesk.ZONE);
    List<PlanItem> items = new ArrayList<>();
    for (Plan.Step step : plan.steps()) {
      LocalDate due = start.plusMonths(step.endMonth() + 1L);
      items.add(item(step.measure(), PlanItem.State.TO_DO, due, "", now));
    }
    wish.done().stream().sorted().forEach(measure -> items.add(done(measure, start, now)));
    wish.refused().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(refused ->
            items.add(
                item(refused.getKey(), PlanItem.State.REFUSED, start, refused.getValue(), now)));
    return new StoredPlan(
        id,
        body,
        assessment,
        wish.limits(),
        wish.forced(),
        wish.refused(),
        plan,
        now,
        author,
        items);
  }

  private static PlanItem done(String measure, LocalDate due, Instant now) {
    Optional<EvidenceLevel> words = Optional.of(EvidenceLevel.DECLARED);
    return new PlanItem(measure, PlanItem.State.DONE, due, words, "", "", now, 1, Optional.empty());
  }

  private static PlanItem item(
      String measure, PlanItem.State state, LocalDate due, String note, Instant now) {
    return new PlanItem(measure, state, due, Optional.empty(), note, "", now, 1, Optional.empty());
  }
}
