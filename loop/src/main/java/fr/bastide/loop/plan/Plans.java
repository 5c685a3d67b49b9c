package fr.bastide.loop.plan;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.PlanId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The plans that are kept. Port.
public interface Plans {

  /// Keeps a new plan with its items.
  void add(StoredPlan plan);

  /// The plan with this identifier, if the caller may see it.
  Optional<StoredPlan> find(PlanId id);

  /// The newest plan of a body: the one in force.
  Optional<StoredPlan> latest(BodyId body);

  /// The plans of a body, newest first, by identifier and date alone.
  List<PlanSummary> ofBody(BodyId body);

  /// Replaces an item if it still has the version seen.
  ///
  /// @return whether it was replaced
  boolean update(PlanId id, PlanItem item, int seen);

  /// Items of the plans in force that are due on or before a day, neither done nor refused, and not
  /// reminded since an instant; the earliest due first. For the house itself.
  List<Due> due(LocalDate by, Instant notRemindedSince, int limit);

  /// Notes that a reminder was sent.
  void reminded(PlanId id, String measure, Instant at);

  /// Keeps the hash of the secret in a person's address of a body's calendar; replaces the one that
  /// person had.
  void setCalendarKey(BodyId body, AccountId holder, String keyHash);

  /// The calendar with this secret. For the house itself.
  Optional<CalendarAddress> calendar(String keyHash);

  /// A plan in a list.
  record PlanSummary(PlanId id, Instant createdAt, int measures) {}

  /// A measure that is due.
  record Due(BodyId body, PlanId plan, PlanItem item) {}
}
