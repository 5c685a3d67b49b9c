package fr.bastide.store;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.journal.Journal;
import fr.bastide.loop.journal.JournalChain;
import fr.bastide.loop.journal.JournalEntry;
import fr.bastide.loop.journal.JournalEvent;
import fr.bastide.loop.journal.JournalHead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The journal in PostgreSQL, which refuses to change or remove an entry. Whoever adds one holds
/// the row of the head until the end of the transaction.
final class PostgresJournal implements Journal {

  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final JournalChain chain;

  PostgresJournal(JdbcClient jdbc, JournalChain chain) {
    this.jdbc = jdbc;
    this.chain = chain;
  }

  @Override
  public void append(JournalEvent event) {
    var head = head("SELECT sequence, seal FROM journal_head FOR UPDATE");
    var sequence = head.sequence() + 1;
    var seal = chain.seal(head.seal(), sequence, event);
    jdbc.sql(
            """
            INSERT INTO journal_entry (sequence, at, actor, act, body_id, object, seal)
            VALUES (:sequence, :at, :actor, :act, :body, :object, :seal)
            """)
        .param("sequence", sequence)
        .param("at", Columns.time(event.at()))
        .param("actor", event.actor().map(AccountId::value).orElse(null))
        .param("act", event.act())
        .param("body", event.body().map(BodyId::value).orElse(null))
        .param("object", event.object())
        .param("seal", seal)
        .update();
    jdbc.sql("UPDATE journal_head SET sequence = :sequence, seal = :seal")
        .param("sequence", sequence)
        .param("seal", seal)
        .update();
  }

  @Override
  public List<JournalEntry> ofBody(BodyId body, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM journal_entry WHERE body_id = :body ORDER BY sequence DESC LIMIT :limit
            """)
        .param("body", body.value())
        .param("limit", limit)
        .query((row, number) -> entry(row))
        .list();
  }

  @Override
  public List<JournalEntry> latest(int limit) {
    return jdbc.sql("SELECT * FROM journal_entry ORDER BY sequence DESC LIMIT :limit")
        .param("limit", limit)
        .query((row, number) -> entry(row))
        .list();
  }

  @Override
  public void readAll(Consumer<JournalEntry> reader) {
    jdbc.sql("SELECT * FROM journal_entry ORDER BY sequence")
        .withFetchSize(AT_ONCE)
        .query(row -> {
          reader.accept(entry(row));
        });
  }

  @Override
  public JournalHead head() {
    return head("SELECT sequence, seal FROM journal_head");
  }

  private JournalHead head(String select) {
    return jdbc.sql(select)
        .query((row, number) -> new JournalHead(row.getLong("sequence"), row.getString("seal")))
        .single();
  }

  private static JournalEntry entry(ResultSet row) throws SQLException {
    return new JournalEntry(
        row.getLong("sequence"),
        new JournalEvent(
            Columns.instant(row, "at"),
            Columns.optionalUuid(row, "actor").map(AccountId::new),
            row.getString("act"),
            Columns.optionalText(row, "body_id").map(BodyId::new),
            row.getString("object")),
        row.getString("seal"));
  }
}
