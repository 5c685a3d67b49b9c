package fr.bastide.store;

import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Money;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.plan.CalendarAddress;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.Plans;
import fr.bastide.loop.plan.StoredPlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The plans that are kept, in PostgreSQL: the plan itself as one document, its follow-up as rows.
final class PostgresPlans implements Plans {

  private final JdbcClient jdbc;

  PostgresPlans(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(StoredPlan plan) {
    var limits = plan.limits();
    jdbc.sql(
            """
            INSERT INTO plan (id, body_id, assessment_id, budget_cents, setup_cents, yearly_cents,
                              days, months, forced, refused, document, measures, created_at,
                              created_by)
            VALUES (:id, :body, :assessment, :budget, :setup::bigint, :yearly::bigint, :days,
                    :months, :forced::text[], :refused::jsonb, :document::jsonb, :measures, :at,
                    :by)
            """)
        .param("id", plan.id().value())
        .param("body", plan.body().value())
        .param("assessment", plan.assessment().value())
        .param("budget", limits.budget().cents())
        .param("setup", limits.setup().map(Money::cents).orElse(null))
        .param("yearly", limits.yearly().map(Money::cents).orElse(null))
        .param("days", limits.days())
        .param("months", limits.months())
        .param("forced", plan.forced().stream().sorted().toArray(String[]::new))
        .param("refused", Json.write(plan.refused()))
        .param("document", Json.write(plan.plan()))
        .param("measures", plan.plan().steps().size())
        .param("at", Columns.time(plan.createdAt()))
        .param("by", plan.createdBy().value())
        .update();
    for (int position = 0; position < plan.items().size(); position++) {
      add(plan, plan.items().get(position), position);
    }
  }

  private void add(StoredPlan plan, PlanItem item, int position) {
    bind(
            jdbc.sql(
                """
                INSERT INTO plan_item (plan_id, body_id, measure, position, state, due, evidence,
                                       note, changed_by, changed_at, version, reminded_at)
                VALUES (:plan, :body, :measure, :position, :state, :due, :evidence, :note, :by,
                        :at, :version, :reminded)
                """),
            plan.id(),
            item)
        .param("body", plan.body().value())
        .param("position", position)
        .update();
  }

  @Override
  public Optional<StoredPlan> find(PlanId id) {
    return jdbc.sql("SELECT * FROM plan WHERE id = :id")
        .param("id", id.value())
        .query((row, number) -> plan(row))
        .optional()
        .map(this::withItems);
  }

  @Override
  public Optional<StoredPlan> latest(BodyId body) {
    return jdbc.sql(
            """
            SELECT * FROM plan WHERE body_id = :body
            ORDER BY created_at DESC, ordinal DESC LIMIT 1
            """)
        .param("body", body.value())
        .query((row, number) -> plan(row))
        .optional()
        .map(this::withItems);
  }

  @Override
  public List<PlanSummary> ofBody(BodyId body) {
    return jdbc.sql(
            """
            SELECT id, created_at, measures FROM plan WHERE body_id = :body
            ORDER BY created_at DESC, ordinal DESC
            """)
        .param("body", body.value())
        .query((row, number) ->
            new PlanSummary(
                new PlanId(Columns.uuid(row, "id")),
                Columns.instant(row, "created_at"),
                row.getInt("measures")))
        .list();
  }

  @Override
  public boolean update(PlanId id, PlanItem item, int seen) {
    return bind(
                jdbc.sql(
                        """
                        UPDATE plan_item
                        SET state = :state, due = :due, evidence = :evidence, note = :note,
                            changed_by = :by, changed_at = :at, version = :version,
                            reminded_at = :reminded
                        WHERE plan_id = :plan AND measure = :measure AND version = :seen
                        """)
                    .param("seen", seen),
                id,
                item)
            .update()
        == 1;
  }

  @Override
  public List<Due> due(BodyId body, LocalDate by) {
    return jdbc.sql(
            """
            SELECT i.* FROM plan_item i
            WHERE i.state IN ('TO_DO', 'DOING') AND i.due <= :by
              AND i.plan_id = (SELECT p.id FROM plan p WHERE p.body_id = :body
                               ORDER BY p.created_at DESC, p.ordinal DESC LIMIT 1)
            ORDER BY i.due, i.position
            """)
        .param("body", body.value())
        .param("by", by)
        .query((row, number) ->
            new Due(
                new BodyId(row.getString("body_id")),
                new PlanId(Columns.uuid(row, "plan_id")),
                item(row)))
        .list();
  }

  @Override
  public List<BodyId> toRemind(LocalDate today, LocalDate by, Instant notRemindedSince, int limit) {
    return jdbc.sql(
            """
            SELECT i.body_id FROM plan_item i JOIN plan p ON p.id = i.plan_id
            WHERE i.state IN ('TO_DO', 'DOING') AND i.due <= :by
              AND (i.reminded_at IS NULL OR i.reminded_at <= :since)
              AND NOT EXISTS (SELECT 1 FROM plan newer
                              WHERE newer.body_id = p.body_id
                                AND (newer.created_at, newer.ordinal)
                                    > (p.created_at, p.ordinal))
              AND NOT EXISTS (SELECT 1 FROM reminder r
                              WHERE r.body_id = i.body_id AND r.day = :today)
            GROUP BY i.body_id ORDER BY min(i.due), i.body_id LIMIT :limit
            """)
        .param("today", today)
        .param("by", by)
        .param("since", Columns.time(notRemindedSince))
        .param("limit", limit)
        .query((row, number) -> new BodyId(row.getString("body_id")))
        .list();
  }

  @Override
  public boolean remind(BodyId body, LocalDate day, Instant at, int letters) {
    return jdbc.sql(
                """
                INSERT INTO reminder (body_id, day, at, letters) VALUES (:body, :day, :at, :letters)
                ON CONFLICT (body_id, day) DO NOTHING
                """)
            .param("body", body.value())
            .param("day", day)
            .param("at", Columns.time(at))
            .param("letters", letters)
            .update()
        == 1;
  }

  @Override
  public void reminded(PlanId id, String measure, Instant at) {
    jdbc.sql("UPDATE plan_item SET reminded_at = :at WHERE plan_id = :id AND measure = :measure")
        .param("id", id.value())
        .param("measure", measure)
        .param("at", Columns.time(at))
        .update();
  }

  @Override
  public void setCalendarKey(BodyId body, AccountId holder, String keyHash) {
    jdbc.sql(
            """
            INSERT INTO calendar (body_id, account_id, key_hash) VALUES (:body, :holder, :hash)
            ON CONFLICT (body_id, account_id) DO UPDATE SET key_hash = EXCLUDED.key_hash
            """)
        .param("body", body.value())
        .param("holder", holder.value())
        .param("hash", keyHash)
        .update();
  }

  @Override
  public Optional<CalendarAddress> calendar(String keyHash) {
    return jdbc.sql("SELECT body_id, account_id FROM calendar WHERE key_hash = :hash")
        .param("hash", keyHash)
        .query((row, number) ->
            new CalendarAddress(
                new BodyId(row.getString("body_id")), Columns.account(row, "account_id")))
        .optional();
  }

  private static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec statement, PlanId plan, PlanItem item) {
    return statement
        .param("plan", plan.value())
        .param("measure", item.measure())
        .param("state", item.state().name())
        .param("due", item.due())
        .param("evidence", item.evidence().map(EvidenceLevel::name).orElse(null))
        .param("note", item.note())
        .param("by", item.changedBy())
        .param("at", Columns.time(item.changedAt()))
        .param("version", item.version())
        .param("reminded", Columns.time(item.remindedAt()));
  }

  private StoredPlan withItems(StoredPlan plan) {
    var items =
        jdbc.sql("SELECT * FROM plan_item WHERE plan_id = :id ORDER BY position")
            .param("id", plan.id().value())
            .query((row, number) -> item(row))
            .list();
    return new StoredPlan(
        plan.id(),
        plan.body(),
        plan.assessment(),
        plan.limits(),
        plan.forced(),
        plan.refused(),
        plan.plan(),
        plan.createdAt(),
        plan.createdBy(),
        items);
  }

  private static PlanItem item(ResultSet row) throws SQLException {
    return new PlanItem(
        row.getString("measure"),
        Columns.name(row, "state", PlanItem.State.class),
        row.getObject("due", LocalDate.class),
        Columns.optionalText(row, "evidence").map(EvidenceLevel::valueOf),
        row.getString("note"),
        row.getString("changed_by"),
        Columns.instant(row, "changed_at"),
        row.getInt("version"),
        Columns.optionalInstant(row, "reminded_at"));
  }

  private static StoredPlan plan(ResultSet row) throws SQLException {
    return new StoredPlan(
        new PlanId(Columns.uuid(row, "id")),
        new BodyId(row.getString("body_id")),
        new AssessmentId(Columns.uuid(row, "assessment_id")),
        new Limits(
            new Money(row.getLong("budget_cents")),
            Columns.optionalLong(row, "setup_cents").map(Money::new),
            Columns.optionalLong(row, "yearly_cents").map(Money::new),
            row.getDouble("days"),
            row.getInt("months")),
        Set.copyOf(Columns.texts(row, "forced")),
        Json.texts(row.getString("refused")),
        Json.plan(row.getString("document")),
        Columns.instant(row, "created_at"),
        Columns.account(row, "created_by"),
        List.of());
  }
}
