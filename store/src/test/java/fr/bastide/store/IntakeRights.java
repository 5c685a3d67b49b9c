package fr.bastide.store;

import static fr.bastide.store.Permission.HOUSE;
import static fr.bastide.store.Permission.NOBODY;
import static fr.bastide.store.Permission.who;
import static fr.bastide.store.TableRights.also;
import static fr.bastide.store.TableRights.count;
import static fr.bastide.store.TableRights.line;
import static fr.bastide.store.TableRights.may;

import fr.bastide.loop.access.Act;
import java.util.List;

/// The lines of [TableRights] over reports, and when the centre answers.
final class IntakeRights {

  private static final String MESSAGE =
      """
      INSERT INTO report_message (id, report_id, author, name, text, at, standing)
      VALUES (:fresh, :report, '%s', 'x', 'x', now(), 'PROVEN')
      """;

  private IntakeRights() {}

  static List<TableRights> all() {
    Permission reads = who(Act.READ_REPORTS);
    Permission handles = who(Act.HANDLE_REPORT);
    return List.of(
        line(
            "report",
            "",
            count(reads, "report WHERE id = :report"),
            may(
                handles,
                """
                INSERT INTO report (id, reference, channel, language, answers, opened_at,
                                    changed_at, state, suspect, version, mail_secret)
                VALUES (:fresh, 'FFFFFFFF', 'CALL', 'FR', '{}', now(), now(), 'NEW', false, 1,
                        'FFFFFFFFFFFF')
                """),
            may(handles, "UPDATE report SET version = version + 1 WHERE id = :report"),
            may(NOBODY, "DELETE FROM report WHERE id = :report")),
        also(
            "report",
            "what never changes",
            may(NOBODY, "UPDATE report SET reference = 'FFFFFFFF' WHERE id = :report"),
            may(NOBODY, "UPDATE report SET opened_at = now() WHERE id = :report"),
            may(NOBODY, "UPDATE report SET mail_secret = 'FFFFFFFFFFFF' WHERE id = :report")),
        line(
            "report_message",
            "of an operator",
            count(reads, "report_message WHERE report_id = :report"),
            may(handles, MESSAGE.formatted("OPERATOR")),
            may(NOBODY, "UPDATE report_message SET text = 'y' WHERE report_id = :report"),
            may(NOBODY, "DELETE FROM report_message WHERE report_id = :report")),
        also(
            "report_message",
            "of a victim and of a mail",
            may(HOUSE, MESSAGE.formatted("REPORTER")),
            may(HOUSE, MESSAGE.formatted("MAIL"))),
        line(
            "report_file",
            "",
            count(reads, "report_file WHERE report_id = :report"),
            may(
                HOUSE,
                """
                INSERT INTO report_file (id, report_id, message_id, name, media, bytes, sha256, at,
                                         content)
                VALUES (:fresh, :report, :message, 'x', 'x', 0, repeat('0', 64), now(), '')
                """),
            may(NOBODY, "UPDATE report_file SET name = 'y' WHERE report_id = :report"),
            may(NOBODY, "DELETE FROM report_file WHERE report_id = :report")),
        line(
            "mailbox_position",
            "",
            count(HOUSE, "mailbox_position"),
            may(HOUSE, "INSERT INTO mailbox_position VALUES ('other', 1, 1, now())"),
            may(HOUSE, "UPDATE mailbox_position SET last_uid = 2"),
            may(NOBODY, "DELETE FROM mailbox_position")),
        // Operators see whether the centre is open; the lead alone writes.
        line(
            "opening_hours",
            "",
            count(reads, "opening_hours"),
            may(
                who(Act.SET_HOURS),
                """
                INSERT INTO opening_hours (document, version, changed_by, changed_at)
                VALUES ('{}', 1, :me, now())
                ON CONFLICT (single) DO UPDATE SET changed_by = EXCLUDED.changed_by
                """),
            may(who(Act.SET_HOURS), "UPDATE opening_hours SET version = version + 1"),
            may(NOBODY, "DELETE FROM opening_hours")));
  }
}
