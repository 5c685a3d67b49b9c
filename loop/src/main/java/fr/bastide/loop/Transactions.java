package fr.bastide.loop;

import fr.bastide.loop.access.Caller;
import java.util.function.Supplier;

/// Runs work as one unit: all of it is kept, or nothing. Port; the database repeats the check of
/// who sees what for the caller it is given.
public interface Transactions {

  /// Runs the work on behalf of a caller; only what the caller may see exists in it. Work inside
  /// work joins the outer transaction.
  <T> T inside(Caller caller, Supplier<T> work);

  /// Runs the work of the house itself: signing in, reminders, migrations. Never with input that
  /// names another body than the one just proven.
  <T> T asHouse(Supplier<T> work);
}
