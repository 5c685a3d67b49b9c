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

  /// Items of the plan in force of a body that are due on or before a day, neither done nor
  /// refused; the earliest due first.
  List<Due> due(BodyId body, LocalDate by);

  /// Bodies of which such an item was not reminded since an instant, and to which nothing was
  /// written on `today` yet; the earliest due first. For the house itself.
  List<BodyId> toRemind(LocalDate today, LocalDate by, Instant notRemindedSince, int limit);

  /// Keeps that a body is reminded on a day, by so many letters. For the house itself.
  ///
  /// @return whether it is the first time on that day
  boolean remind(BodyId body, LocalDate day, Instant at, int letters);

  /// Notes that a measure was reminded of.
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
