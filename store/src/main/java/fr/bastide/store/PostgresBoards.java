package fr.bastide.store;

import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Grade;
import fr.bastide.kernel.BodyForm;
import fr.bastide.loop.board.Aggregate;
import fr.bastide.loop.board.BoardRow;
import fr.bastide.loop.board.Boards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The territory as a whole, in PostgreSQL.
final class PostgresBoards implements Boards {

  private static final int MOST_ROWS = 10_000;

  /// The assessment that stands for each body: its latest completed one, else the one it is
  /// answering. Only the rows of the page are read in full.
  private static final String ROWS =
      """
      WITH latest AS MATERIALIZED (
        SELECT DISTINCT ON (s.body_id) s.body_id, s.id, s.total_point, s.grade,
               coalesce(s.completed_at, s.started_at) AS at
        FROM assessment s
        WHERE s.scale IS NOT NULL
        ORDER BY s.body_id, s.completed_at DESC NULLS LAST, s.started_at DESC, s.ordinal DESC
      ), page AS (
        SELECT l.*, b.name, count(*) OVER () AS total
        FROM latest l JOIN body b ON b.id = l.body_id
        WHERE (:departement::text IS NULL OR b.departement = :departement)
          AND (:form::text IS NULL OR b.form = :form)
          AND (:grade::text IS NULL OR l.grade = :grade)
          AND (:text::text IS NULL OR strpos(lower(b.name COLLATE "fr-x-icu"),
                                             lower(:text COLLATE "fr-x-icu")) > 0)
        ORDER BY CASE WHEN :order = 'WEAKEST' THEN l.total_point
                      WHEN :order = 'STRONGEST' THEN -l.total_point END,
                 CASE WHEN :order = 'OLDEST' THEN l.at END,
                 b.name COLLATE "fr-x-icu", b.id
        OFFSET :offset LIMIT :limit
      )
      SELECT b.*, s.depth, s.scale, s.total_low, s.total_point, s.total_high, s.grade, s.themes,
             s.answered, s.asked, page.at, s.completed_at IS NOT NULL AS completed,
             s.example AS invented, page.total,
             coalesce(f.measures, 0) AS measures, coalesce(f.done, 0) AS done
      FROM page
      JOIN assessment s ON s.id = page.id
      JOIN body b ON b.id = page.body_id
      LEFT JOIN plan_progress((SELECT array_agg(page.body_id) FROM page)) f
        ON f.body_id = page.body_id
      ORDER BY CASE WHEN :order = 'WEAKEST' THEN page.total_point
                    WHEN :order = 'STRONGEST' THEN -page.total_point END,
               CASE WHEN :order = 'OLDEST' THEN page.at END,
               page.name COLLATE "fr-x-icu", page.body_id
      """;

  private final JdbcClient jdbc;

  PostgresBoards(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Page rows(Query query) {
    var found =
        bind(jdbc.sql(ROWS), query)
            .param("order", query.order().name())
            .param("offset", Math.max(0, query.offset()))
            .param("limit", Math.clamp(query.limit(), 0, MOST_ROWS))
            .query((row, number) -> new Counted(boardRow(row), row.getInt("total")))
            .list();
    var total = found.isEmpty() ? count(query) : found.getFirst().total();
    return new Page(found.stream().map(Counted::row).toList(), total);
  }

  private record Counted(BoardRow row, int total) {}

  /// How many there are when the page asked for lies behind the last one.
  private int count(Query query) {
    return bind(
            jdbc.sql(
                """
                SELECT count(*)::integer
                FROM (SELECT DISTINCT ON (s.body_id) s.body_id, s.grade
                      FROM assessment s
                      WHERE s.scale IS NOT NULL
                      ORDER BY s.body_id, s.completed_at DESC NULLS LAST, s.started_at DESC,
                               s.ordinal DESC) s
                JOIN body b ON b.id = s.body_id
                WHERE (:departement::text IS NULL OR b.departement = :departement)
                  AND (:form::text IS NULL OR b.form = :form)
                  AND (:grade::text IS NULL OR s.grade = :grade)
                  AND (:text::text IS NULL OR strpos(lower(b.name COLLATE "fr-x-icu"),
                                              lower(:text COLLATE "fr-x-icu")) > 0)
                """),
            query)
        .query(Integer.class)
        .single();
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Query query) {
    return statement
        .param("departement", query.departement().orElse(null))
        .param("form", query.form().map(BodyForm::name).orElse(null))
        .param("grade", query.grade().map(Grade::name).orElse(null))
        .param("text", query.text().orElse(null));
  }

  private static BoardRow boardRow(ResultSet row) throws SQLException {
    return new BoardRow(
        PostgresBodies.body(row),
        Columns.name(row, "depth", Depth.class),
        PostgresAssessments.result(row),
        Columns.instant(row, "at"),
        row.getBoolean("completed"),
        row.getBoolean("invented"),
        row.getInt("done"),
        row.getInt("measures"));
  }

  @Override
  public List<Aggregate> aggregates(String scale) {
    return jdbc.sql("SELECT * FROM territory_figures(:fewest, :scale)")
        .param("fewest", Aggregate.LEAST)
        .param("scale", scale)
        .query((row, number) -> aggregate(row))
        .list();
  }

  private static Aggregate aggregate(ResultSet row) throws SQLException {
    var grades = new EnumMap<Grade, Integer>(Grade.class);
    for (var grade : Grade.values()) {
      var count = row.getInt(grade.name());
      if (count > 0) {
        grades.put(grade, count);
      }
    }
    return new Aggregate(
        Columns.optionalText(row, "departement"),
        Columns.optionalText(row, "form").map(BodyForm::valueOf),
        row.getInt("bodies"),
        row.getDouble("mean_point"),
        grades);
  }
}
