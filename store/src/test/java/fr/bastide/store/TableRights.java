package fr.bastide.store;

import static fr.bastide.store.Asker.Trait.INVITES_SOMEWHERE;
import static fr.bastide.store.Asker.Trait.OWNER;
import static fr.bastide.store.Asker.Trait.REFERENT;
import static fr.bastide.store.Permission.EVERYBODY;
import static fr.bastide.store.Permission.HOUSE;
import static fr.bastide.store.Permission.NOBODY;
import static fr.bastide.store.Permission.SIGNED_IN;
import static fr.bastide.store.Permission.who;

import fr.bastide.loop.access.Act;
import java.util.List;
import java.util.stream.Stream;

/// The table of rights over the tables: for the rows of one body (`:body`), or of its mayor
/// (`:mayor`), who may do what, and a statement that does it. A table without a line fails the
/// tests.
///
/// @param table the table
/// @param rows which of its rows, where not all are alike
/// @param what each kind of statement and who may send it
record TableRights(String table, String rows, List<Deed> what) {

  /// One statement and who may send it: it touches a row, or is refused.
  record Deed(Permission permission, String sql) {}

  static Deed may(Permission permission, String sql) {
    return new Deed(permission, sql);
  }

  static TableRights line(
      String table, String rows, Deed select, Deed insert, Deed update, Deed delete) {
    return new TableRights(table, rows, List.of(select, insert, update, delete));
  }

  /// Rows that are right in the line above but for one thing.
  static TableRights also(String table, String rows, Deed... deeds) {
    return new TableRights(table, rows, List.of(deeds));
  }

  static Deed count(Permission permission, String from) {
    return may(permission, "SELECT count(*) FROM " + from);
  }

  static List<TableRights> all() {
    return Stream.of(people(), house(), WorkRights.all(), IntakeRights.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<TableRights> people() {
    Permission seesPeople = who(OWNER).or(who(Act.SEE_BODY, Act.ADMINISTER));
    Permission invites = who(Act.INVITE_TO_BODY);
    String invite =
        """
        INSERT INTO invitation (token_hash, hat_kind, body_id, role, invited_by, expires)
        VALUES (:hash, '%s', %s, %s, :me, now())
        """;
    return List.of(
        line(
            "body",
            "",
            count(EVERYBODY, "body WHERE id = :body"),
            may(
                who(Act.ADD_BODIES),
                """
                INSERT INTO body (id, form, name, departement, region, example)
                VALUES ('other-' || :hash::varchar(20), 'OTHER', 'x', '09', '76', false)
                """),
            may(who(Act.CHANGE_BODY), "UPDATE body SET workstations = 7 WHERE id = :body"),
            may(NOBODY, "DELETE FROM body WHERE id = :body")),
        also("body", "name", may(HOUSE, "UPDATE body SET name = 'y' WHERE id = :body")),
        line(
            "account",
            "of an official",
            count(seesPeople, "account WHERE id = :mayor"),
            may(
                HOUSE,
                """
                INSERT INTO account (id, email, name, language, created_at)
                VALUES (:fresh, :hash, 'x', 'FR', now())
                """),
            may(who(OWNER), "UPDATE account SET name = 'Noé' WHERE id = :mayor"),
            may(NOBODY, "DELETE FROM account WHERE id = :mayor")),
        also(
            "account",
            "stopped",
            may(who(Act.ADMINISTER), "UPDATE account SET disabled_at = now() WHERE id = :mayor"),
            may(NOBODY, "UPDATE account SET email = 'x@mairie.example' WHERE id = :mayor")),
        also("account", "of a firm", count(who(Act.ADMINISTER), "account WHERE id = :agent")),
        line(
            "account_password",
            "",
            count(who(OWNER), "account_password WHERE account_id = :mayor"),
            may(
                SIGNED_IN,
                """
                INSERT INTO account_password (account_id, hash) VALUES (:me, 'x')
                ON CONFLICT (account_id) DO UPDATE SET hash = EXCLUDED.hash
                """),
            may(who(OWNER), "UPDATE account_password SET hash = 'x' WHERE account_id = :mayor"),
            may(NOBODY, "DELETE FROM account_password WHERE account_id = :mayor")),
        line(
            "membership",
            "of an official",
            count(seesPeople, "membership WHERE account_id = :mayor"),
            may(
                HOUSE,
                """
                INSERT INTO membership (account_id, body_id, role) VALUES (:agent, :body, 'OFFICIAL')
                """),
            may(NOBODY, "UPDATE membership SET role = 'OFFICIAL' WHERE account_id = :mayor"),
            may(invites.but(REFERENT), "DELETE FROM membership WHERE account_id = :mayor")),
        also(
            "membership",
            "of a referent",
            count(who(Act.SEE_BODY, Act.ADMINISTER), "membership WHERE account_id = :referent"),
            may(invites, "DELETE FROM membership WHERE account_id = :referent")),
        also(
            "membership",
            "of a firm and of the centre",
            count(who(Act.ADMINISTER), "membership WHERE account_id = :agent"),
            count(who(Act.ADMINISTER), "membership WHERE account_id = :operator"),
            may(HOUSE, "DELETE FROM membership WHERE account_id = :agent"),
            may(HOUSE, "DELETE FROM membership WHERE account_id = :operator")),
        line(
            "invitation",
            "of a referent",
            count(HOUSE, "invitation WHERE body_id = :body"),
            may(invites, invite.formatted("BODY", ":body", "'REFERENT'")),
            may(HOUSE, "UPDATE invitation SET used_at = now() WHERE body_id = :body"),
            may(NOBODY, "DELETE FROM invitation WHERE body_id = :body")),
        also(
            "invitation",
            "of an official, of the centre, of an account that exists",
            may(invites.but(REFERENT), invite.formatted("BODY", ":body", "'OFFICIAL'")),
            may(who(Act.ADMINISTER), invite.formatted("CENTRE", "NULL", "'ADMINISTRATOR'")),
            may(HOUSE, invite.formatted("NONE", "NULL", "NULL"))),
        line(
            "api_token",
            "",
            count(who(OWNER), "api_token WHERE account_id = :mayor"),
            may(
                SIGNED_IN,
                """
                INSERT INTO api_token (id, account_id, label, token_hash, scopes, expires)
                VALUES (:fresh, :me, 'x', :hash, '{PLANS_READ}', now())
                """),
            may(who(OWNER), "UPDATE api_token SET label = 'y' WHERE account_id = :mayor"),
            may(who(OWNER), "DELETE FROM api_token WHERE account_id = :mayor")));
  }

  /// What only the house works on, and what everybody adds to.
  private static List<TableRights> house() {
    return List.of(
        line(
            "sign_in_failure",
            "",
            count(HOUSE, "sign_in_failure"),
            may(HOUSE, "INSERT INTO sign_in_failure VALUES (:hash, 1, now())"),
            may(HOUSE, "UPDATE sign_in_failure SET count = 9"),
            may(HOUSE, "DELETE FROM sign_in_failure")),
        line(
            "spring_session",
            "",
            count(HOUSE, "spring_session"),
            may(
                HOUSE,
                "INSERT INTO spring_session VALUES (:hash::char(36), :hash::char(36), 0, 0, 9, 9)"),
            may(HOUSE, "UPDATE spring_session SET expiry_time = 0"),
            may(HOUSE, "DELETE FROM spring_session")),
        line(
            "spring_session_attributes",
            "",
            count(HOUSE, "spring_session_attributes"),
            may(
                HOUSE,
                """
                INSERT INTO spring_session_attributes VALUES (:session, :hash, '\\x00')
                """),
            may(HOUSE, "UPDATE spring_session_attributes SET attribute_bytes = '\\x01'"),
            may(HOUSE, "DELETE FROM spring_session_attributes")),
        line(
            "user_credentials",
            "",
            count(HOUSE, "user_credentials"),
            may(
                HOUSE,
                """
                INSERT INTO user_credentials (credential_id, user_entity_user_id, public_key,
                                              backup_eligible, backup_state, label)
                VALUES (:hash, 'u', '\\x00', false, false, 'key')
                """),
            may(HOUSE, "UPDATE user_credentials SET label = 'y'"),
            may(HOUSE, "DELETE FROM user_credentials")),
        line(
            "letter",
            "",
            count(HOUSE, "letter"),
            may(
                who(INVITES_SOMEWHERE),
                """
                INSERT INTO letter (id, recipient, language, subject, text, at, due_at)
                VALUES (:fresh, 'x', 'FR', 'x', 'x', now(), now())
                """),
            may(HOUSE, "UPDATE letter SET tries = 1"),
            may(HOUSE, "DELETE FROM letter")),
        line(
            "reminder",
            "",
            count(HOUSE, "reminder WHERE body_id = :body"),
            may(HOUSE, "INSERT INTO reminder VALUES (:body, DATE '2020-01-01', now(), 1)"),
            may(HOUSE, "UPDATE reminder SET letters = 0 WHERE body_id = :body"),
            may(HOUSE, "DELETE FROM reminder WHERE body_id = :body")),
        // Whoever acts leaves an entry in their own name: after the act, when the right to it may
        // be gone with it.
        line(
            "journal_entry",
            "of a body",
            count(
                who(Act.READ_BODY_JOURNAL, Act.READ_JOURNAL),
                "journal_entry WHERE body_id = :body"),
            may(
                SIGNED_IN,
                """
                INSERT INTO journal_entry VALUES (999999, now(), :me, 'ANSWER', :body, 'x',
                                                  repeat('0', 64))
                """),
            may(NOBODY, "UPDATE journal_entry SET object = 'y' WHERE body_id = :body"),
            may(NOBODY, "DELETE FROM journal_entry WHERE body_id = :body")),
        also(
            "journal_entry",
            "of no body",
            count(who(Act.READ_JOURNAL), "journal_entry WHERE body_id IS NULL")),
        line(
            "journal_head",
            "",
            count(SIGNED_IN, "journal_head"),
            may(NOBODY, "INSERT INTO journal_head VALUES (false, 0, 'x')"),
            may(SIGNED_IN, "UPDATE journal_head SET sequence = sequence"),
            may(NOBODY, "DELETE FROM journal_head")));
  }
}
