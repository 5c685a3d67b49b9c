package fr.bastide.store;

import static fr.bastide.store.Asker.Trait.HOLDER;
import static fr.bastide.store.Asker.Trait.OWNER;
import static fr.bastide.store.Permission.NOBODY;
import static fr.bastide.store.Permission.who;
import static fr.bastide.store.TableRights.also;
import static fr.bastide.store.TableRights.count;
import static fr.bastide.store.TableRights.line;
import static fr.bastide.store.TableRights.may;

import fr.bastide.loop.access.Act;
import java.util.List;
import java.util.stream.Stream;

/// The lines of [TableRights] over what is done for a body: mandates, assessments, plans.
final class WorkRights {

  private WorkRights() {}

  static List<TableRights> all() {
    return Stream.of(mandates(), assessments(), plans()).flatMap(List::stream).toList();
  }

  private static List<TableRights> mandates() {
    return List.of(
        line(
            "provider",
            "",
            count(who(Act.LIST_PROVIDERS), "provider WHERE id = :firm"),
            may(who(Act.ADMINISTER), "INSERT INTO provider VALUES (:fresh, 'x', NULL, 'Albi')"),
            may(NOBODY, "UPDATE provider SET name = 'y' WHERE id = :firm"),
            may(NOBODY, "DELETE FROM provider WHERE id = :firm")),
        line(
            "mandate",
            "",
            count(who(Act.READ_MANDATES).or(who(HOLDER)), "mandate WHERE id = :mandate"),
            may(
                who(Act.GRANT_MANDATE),
                """
                INSERT INTO mandate (id, body_id, provider_id, scopes, begins, ends, granted_by,
                                     may_bring_vendors)
                VALUES (:fresh, :body, :firm, '{ASSESS}', now(), now() + interval '1 day', :me,
                        true)
                """),
            may(
                who(Act.REVOKE_MANDATE),
                "UPDATE mandate SET revoked_at = now() WHERE id = :mandate"),
            may(NOBODY, "DELETE FROM mandate WHERE id = :mandate")),
        also(
            "mandate",
            "widened",
            may(NOBODY, "UPDATE mandate SET ends = ends + interval '1 day' WHERE id = :mandate"),
            may(NOBODY, "UPDATE mandate SET scopes = '{ASSESS,INSPECT}' WHERE id = :mandate"),
            may(NOBODY, "UPDATE mandate SET may_bring_vendors = true WHERE id = :mandate")));
  }

  private static List<TableRights> assessments() {
    Permission reads = who(Act.READ_ASSESSMENT);
    Permission answers = who(Act.ANSWER);
    String answer =
        """
        INSERT INTO %s (assessment_id, body_id, question, kind, version, author, author_name, at%s)
        VALUES (:assessment, :body, 'other', 'UNKNOWN', 1, :me, 'x', now()%s)
        """;
    return List.of(
        // The board shows results to those who may not read the answers behind them.
        line(
            "assessment",
            "",
            count(reads.or(who(Act.READ_BOARD)), "assessment WHERE id = :assessment"),
            may(
                who(Act.START_ASSESSMENT),
                """
                INSERT INTO assessment (id, body_id, depth, referential, started_at, started_by,
                                        completed_at, example, scale, total_low, total_point,
                                        total_high, grade, themes, answered, asked)
                VALUES (:fresh, :body, 'FLASH', 'x', now(), :me, now(), false, 'x', 1, 1, 1, 'E',
                        '{}', 1, 1)
                """),
            may(
                who(Act.ANSWER, Act.COMPLETE_ASSESSMENT),
                "UPDATE assessment SET answered = 1 WHERE id = :assessment"),
            may(NOBODY, "DELETE FROM assessment WHERE id = :assessment")),
        line(
            "answer",
            "",
            count(reads, "answer WHERE body_id = :body"),
            may(answers, answer.formatted("answer", "", "")),
            may(
                who(Act.ANSWER, Act.ACCEPT_NOT_APPLICABLE),
                "UPDATE answer SET version = 2 WHERE body_id = :body"),
            may(NOBODY, "DELETE FROM answer WHERE body_id = :body")),
        line(
            "answer_history",
            "",
            count(reads, "answer_history WHERE body_id = :body"),
            may(answers, answer.formatted("answer_history", ", too_late", ", false")),
            may(NOBODY, "UPDATE answer_history SET version = 2 WHERE body_id = :body"),
            may(NOBODY, "DELETE FROM answer_history WHERE body_id = :body")),
        line(
            "attachment",
            "",
            count(reads, "attachment WHERE body_id = :body"),
            may(
                answers,
                """
                INSERT INTO attachment (id, assessment_id, body_id, question, name, bytes, sha256,
                                        author, at, content)
                VALUES (:fresh, :assessment, :body, 'q', 'b.pdf', 1, :hash, :me, now(), '\\x00')
                """),
            may(NOBODY, "UPDATE attachment SET name = 'y' WHERE body_id = :body"),
            may(NOBODY, "DELETE FROM attachment WHERE body_id = :body")),
        also(
            "attachment",
            "content",
            may(
                who(Act.TAKE_REPORT),
                "SELECT coalesce(octet_length(attachment_content(:attachment)), 0)"),
            may(NOBODY, "SELECT octet_length(content) FROM attachment WHERE body_id = :body")));
  }

  private static List<TableRights> plans() {
    Permission reads = who(Act.READ_PLAN);
    return List.of(
        line(
            "plan",
            "",
            count(reads, "plan WHERE body_id = :body"),
            may(
                who(Act.MAKE_PLAN),
                """
                INSERT INTO plan (id, body_id, assessment_id, budget_cents, days, months, forced,
                                  refused, document, measures, created_at, created_by)
                VALUES (:fresh, :body, :assessment, 0, 0, 0, '{}', '{}', '{}', 0, now(), :me)
                """),
            may(NOBODY, "UPDATE plan SET months = 1 WHERE body_id = :body"),
            may(NOBODY, "DELETE FROM plan WHERE body_id = :body")),
        // The board counts what is done, and shows nothing of what it is.
        also(
            "plan",
            "progress",
            may(
                who(Act.READ_BOARD),
                """
                SELECT coalesce(sum(measures), 0) FROM plan_progress(ARRAY[:body])
                """)),
        line(
            "plan_item",
            "",
            count(reads, "plan_item WHERE body_id = :body"),
            may(
                who(Act.MAKE_PLAN),
                """
                INSERT INTO plan_item (plan_id, body_id, measure, position, state, due, note,
                                       changed_by, changed_at, version)
                VALUES (:plan, :body, 'other', 9, 'TO_DO', now(), '', '', now(), 1)
                """),
            may(who(Act.FOLLOW_PLAN), "UPDATE plan_item SET version = 2 WHERE body_id = :body"),
            may(NOBODY, "DELETE FROM plan_item WHERE body_id = :body")),
        line(
            "calendar",
            "",
            count(who(OWNER), "calendar WHERE account_id = :mayor"),
            may(
                who(Act.FOLLOW_PLAN),
                """
                INSERT INTO calendar VALUES (:body, :me, :hash)
                ON CONFLICT (body_id, account_id) DO UPDATE SET key_hash = EXCLUDED.key_hash
                """),
            may(who(OWNER), "UPDATE calendar SET key_hash = :hash WHERE account_id = :mayor"),
            may(NOBODY, "DELETE FROM calendar WHERE account_id = :mayor")));
  }
}
