package fr.bastide.loop.memory;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.plan.CalendarAddress;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.Plans;
import fr.bastide.loop.plan.StoredPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Plans in memory.
public final class MemoryPlans implements Plans, Undoable {

  private static final Set<PlanItem.State> OPEN =
      Set.of(PlanItem.State.TO_DO, PlanItem.State.DOING);

  private final List<StoredPlan> plans = new ArrayList<>();
  private final Map<String, CalendarAddress> calendars = new HashMap<>();
  private final Set<Reminder> reminders = new HashSet<>();

  @Override
  public void add(StoredPlan plan) {
    plans.addFirst(plan);
  }

  @Override
  public Optional<StoredPlan> find(PlanId id) {
    return plans.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  @Override
  public Optional<StoredPlan> latest(BodyId body) {
    return those(body).findFirst();
  }

  @Override
  public List<PlanSummary> ofBody(BodyId body) {
    return those(body)
        .map(p -> new PlanSummary(p.id(), p.createdAt(), p.plan().steps().size()))
        .toList();
  }

  @Override
  public boolean update(PlanId id, PlanItem item, int seen) {
    Optional<StoredPlan> plan = find(id);
    boolean fits =
        plan.stream()
            .flatMap(p -> p.items().stream())
            .anyMatch(i -> i.measure().equals(item.measure()) && i.version() == seen);
    if (fits) {
      plans.replaceAll(p -> p.id().equals(id) ? with(p, item) : p);
    }
    return fits;
  }

  @Override
  public List<Due> due(BodyId body, LocalDate by) {
    return latest(body).stream()
        .flatMap(p -> p.items().stream().map(i -> new Due(p.body(), p.id(), i)))
        .filter(d -> OPEN.contains(d.item().state()))
        .filter(d -> !d.item().due().isAfter(by))
        .sorted(Comparator.comparing(d -> d.item().due()))
        .toList();
  }

  @Override
  public List<BodyId> toRemind(LocalDate today, LocalDate by, Instant notRemindedSince, int limit) {
    return plans.stream()
        .map(StoredPlan::body)
        .distinct()
        .filter(body -> !reminders.contains(new Reminder(body, today)))
        .flatMap(body -> due(body, by).stream())
        .filter(d -> d.item().remindedAt().filter(t -> t.isAfter(notRemindedSince)).isEmpty())
        .sorted(
            Comparator.comparing((Due d) -> d.item().due()).thenComparing(d -> d.body().value()))
        .map(Due::body)
        .distinct()
        .limit(limit)
        .toList();
  }

  @Override
  public boolean remind(BodyId body, LocalDate day, Instant at, int letters) {
    return reminders.add(new Reminder(body, day));
  }

  private record Reminder(BodyId body, LocalDate day) {}

  @Override
  public void reminded(PlanId id, String measure, Instant at) {
    find(id)
        .flatMap(p -> p.items().stream().filter(i -> i.measure().equals(measure)).findFirst())
        .ifPresent(i -> {
          PlanItem noted =
              new PlanItem(
                  i.measure(),
                  i.state(),
                  i.due(),
                  i.evidence(),
                  i.note(),
                  i.changedBy(),
                  i.changedAt(),
                  i.version(),
                  Optional.of(at));
          plans.replaceAll(p -> p.id().equals(id) ? with(p, noted) : p);
        });
  }

  @Override
  public void setCalendarKey(BodyId body, AccountId holder, String keyHash) {
    CalendarAddress address = new CalendarAddress(body, holder);
    calendars.values().removeIf(address::equals);
    calendars.put(keyHash, address);
  }

  @Override
  public Optional<CalendarAddress> calendar(String keyHash) {
    return Optional.ofNullable(calendars.get(keyHash));
  }

  private Stream<StoredPlan> those(BodyId body) {
    return plans.stream()
        .filter(p -> p.body().equals(body))
        .sorted(Comparator.comparing(StoredPlan::createdAt).reversed());
  }

  private static StoredPlan with(StoredPlan p, PlanItem item) {
    List<PlanItem> items =
        p.items().stream().map(i -> i.measure().equals(item.measure()) ? item : i).toList();
    return new StoredPlan(
        p.id(),
        p.body(),
        p.assessment(),
        p.limits(),
        p.forced(),
        p.refused(),
        p.plan(),
        p.createdAt(),
        p.createdBy(),
        items);
  }

  @Override
  public Runnable remember() {
    List<StoredPlan> before = List.copyOf(plans);
    Map<String, CalendarAddress> calendarsBefore = Map.copyOf(calendars);
    Set<Reminder> remindersBefore = Set.copyOf(reminders);
    return () -> {
      plans.clear();
      plans.addAll(before);
      calendars.clear();
      calendars.putAll(calendarsBefore);
      reminders.clear();
      reminders.addAll(remindersBefore);
    };
  }
}
