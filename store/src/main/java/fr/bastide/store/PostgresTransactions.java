package fr.bastide.store;

import fr.bastide.loop.Transactions;
import fr.bastide.loop.access.Caller;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Transactions that tell PostgreSQL on whose behalf they run, so that row-level security shows
/// only what that person may see. What is told ends with the transaction.
final class PostgresTransactions implements Transactions {

  private static final String HOUSE = "yes";

  private final TransactionTemplate template;
  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final ThreadLocal<Optional<Behalf>> current = ThreadLocal.withInitial(Optional::empty);

  PostgresTransactions(DataSource source, JdbcClient jdbc, InstantSource clock) {
    this.template = new TransactionTemplate(new JdbcTransactionManager(source));
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// On whose behalf work runs.
  ///
  /// @param account empty for a visitor and for the house
  /// @param house `yes`, or empty
  private record Behalf(String account, String house) {}

  @Override
  public <T> T inside(Caller caller, Supplier<T> work) {
    return run(new Behalf(caller.account().map(Object::toString).orElse(""), ""), work);
  }

  @Override
  public <T> T asHouse(Supplier<T> work) {
    return run(new Behalf("", HOUSE), work);
  }

  private <T> T run(Behalf behalf, Supplier<T> work) {
    var outer = current.get();
    if (outer.isPresent()) {
      return outer.get().equals(behalf) ? work.get() : within(outer.get(), behalf, work);
    }
    try {
      return template.execute(status -> {
        tell(behalf);
        current.set(Optional.of(behalf));
        try {
          return work.get();
        } finally {
          current.remove();
        }
      });
    } catch (DataAccessException | TransactionException e) {
      throw failed(e);
    }
  }

  /// Work for somebody else inside a transaction: the same transaction, seen through other eyes. If
  /// it fails, so does the whole.
  private <T> T within(Behalf outer, Behalf inner, Supplier<T> work) {
    return template.execute(status -> {
      tell(inner);
      current.set(Optional.of(inner));
      try {
        var result = work.get();
        tell(outer);
        return result;
      } finally {
        current.set(Optional.of(outer));
      }
    });
  }

  private void tell(Behalf behalf) {
    jdbc.sql(
            """
            SELECT set_config('bastide.account', :account, true),
                   set_config('bastide.house', :house, true),
                   set_config('bastide.now', :now, true),
                   set_config('statement_timeout', '30s', true),
                   set_config('lock_timeout', '10s', true)
            """)
        .param("account", behalf.account())
        .param("house", behalf.house())
        .param("now", Columns.time(clock.instant()).toString())
        .query((row, number) -> number)
        .single();
  }

  private static StoreException failed(RuntimeException e) {
    if (e instanceof DataAccessResourceFailureException || e instanceof TransactionException) {
      return StoreException.of(
          "La base de données ne répond pas. Rien n’a été enregistré\u202f; réessayez dans un"
              + " instant.",
          "The database does not answer. Nothing was kept; try again in a moment.",
          e);
    }
    return StoreException.of(
        "La base de données a refusé l’opération. Rien n’a été enregistré\u202f; réessayez, puis"
            + " prévenez l’administrateur.",
        "The database refused the operation. Nothing was kept; try again, then tell the"
            + " administrator.",
        e);
  }
}
