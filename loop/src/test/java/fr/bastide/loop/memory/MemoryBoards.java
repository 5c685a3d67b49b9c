package fr.bastide.loop.memory;

import fr.bastide.assessment.Grade;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.board.Aggregate;
import fr.bastide.loop.board.BoardRow;
import fr.bastide.loop.board.Boards;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.StoredPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The boards over the register, the assessments and the plans in memory.
public final class MemoryBoards implements Boards {

  private final MemoryBodies bodies;
  private final MemoryAssessments assessments;
  private final MemoryPlans plans;

  MemoryBoards(MemoryBodies bodies, MemoryAssessments assessments, MemoryPlans plans) {
    this.bodies = bodies;
    this.assessments = assessments;
    this.plans = plans;
  }

  @Override
  public Page rows(Query query) {
    List<BoardRow> all =
        everyRow().stream().filter(wanted(query)).sorted(order(query.order())).toList();
    return new Page(all.stream().skip(query.offset()).limit(query.limit()).toList(), all.size());
  }

  @Override
  public List<Aggregate> aggregates(String scale) {
    List<BoardRow> completed =
        everyRow().stream()
            .filter(BoardRow::completed)
            .filter(row -> row.result().scale().equals(scale))
            .toList();
    List<Aggregate> all = new ArrayList<>();
    List<Aggregate> byDepartement = new ArrayList<>();
    List<Aggregate> byForm = new ArrayList<>();
    all.add(aggregate(Optional.empty(), Optional.empty(), completed));
    all.removeIf(whole -> whole.bodies() < Aggregate.LEAST);
    completed.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.body().departement(), TreeMap::new, Collectors.toList()))
        .forEach((d, rows) -> byDepartement.add(aggregate(Optional.of(d), Optional.empty(), rows)));
    completed.stream()
        .collect(Collectors.groupingBy(row -> row.body().form(), TreeMap::new, Collectors.toList()))
        .forEach((f, rows) -> byForm.add(aggregate(Optional.empty(), Optional.of(f), rows)));
    all.addAll(shown(byDepartement));
    all.addAll(shown(byForm));
    all.removeIf(a -> a.departement().filter(String::isEmpty).isPresent());
    return all;
  }

  /// Leaves the small groups out, and with them the next one when together they would still be few:
  /// for they could be computed from the whole.
  private static List<Aggregate> shown(List<Aggregate> groups) {
    List<Aggregate> shown = new ArrayList<>();
    int smaller = 0;
    for (Aggregate group :
        groups.stream().sorted(Comparator.comparingInt(Aggregate::bodies)).toList()) {
      if (group.bodies() >= Aggregate.LEAST && (smaller == 0 || smaller >= Aggregate.LEAST)) {
        shown.add(group);
      }
      smaller += group.bodies();
    }
    return shown;
  }

  private static Aggregate aggregate(
      Optional<String> departement, Optional<BodyForm> form, List<BoardRow> rows) {
    Map<Grade, Integer> grades = new EnumMap<>(Grade.class);
    rows.forEach(row -> grades.merge(row.result().grade(), 1, Integer::sum));
    double mean =
        rows.stream().mapToDouble(row -> row.result().total().point()).average().orElse(0);
    return new Aggregate(departement, form, rows.size(), mean, grades);
  }

  private List<BoardRow> everyRow() {
    List<BoardRow> rows = new ArrayList<>();
    bodies.readAll(body -> shown(body.id()).ifPresent(a -> rows.add(row(body, a))));
    return rows;
  }

  private Optional<Assessment> shown(BodyId body) {
    List<Assessment> all = assessments.ofBody(body);
    return all.stream()
        .filter(a -> !a.open())
        .max(Comparator.comparing(a -> a.completedAt().orElseThrow()))
        .or(() -> all.stream().findFirst())
        .filter(a -> a.result().isPresent());
  }

  private BoardRow row(Body body, Assessment assessment) {
    List<PlanItem> items =
        plans.latest(body.id()).map(StoredPlan::items).orElse(List.of()).stream()
            .filter(item -> item.state() != PlanItem.State.REFUSED)
            .toList();
    return new BoardRow(
        body,
        assessment.depth(),
        assessment.result().orElseThrow(),
        assessment.completedAt().orElse(assessment.startedAt()),
        !assessment.open(),
        body.example() || assessment.example(),
        (int) items.stream().filter(item -> item.state() == PlanItem.State.DONE).count(),
        items.size());
  }

  private static Predicate<BoardRow> wanted(Query query) {
    return row ->
        query.departement().map(row.body().departement()::equals).orElse(true)
            && query.form().map(row.body().form()::equals).orElse(true)
            && query.grade().map(row.result().grade()::equals).orElse(true)
            && query
                .text()
                .map(text -> lower(row.body().name()).contains(lower(text)))
                .orElse(true);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.FRENCH);
  }

  private static Comparator<BoardRow> order(Order order) {
    Comparator<BoardRow> weakest = Comparator.comparing(row -> row.result().total().point());
    Comparator<BoardRow> first =
        switch (order) {
          case WEAKEST -> weakest;
          case STRONGEST -> weakest.reversed();
          case NAME -> Comparator.comparing(row -> row.body().name());
          case OLDEST -> Comparator.comparing(BoardRow::at);
        };
    return first
        .thenComparing(row -> row.body().name())
        .thenComparing(row -> row.body().id().value());
  }
}
