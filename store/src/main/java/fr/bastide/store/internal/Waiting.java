package fr.bastide.store.internal;

import fr.bastide.store.StoreException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waiting for processes; an interruption becomes an error that says so.
final class Waiting {

  private Waiting() {}

  /// The exit code of a process, once it has ended.
  static int forEnd(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw interrupted(e);
    }
  }

  /// Whether a condition came true in time; looked at every 10 ms.
  static boolean until(BooleanSupplier condition, Duration atMost) {
    var end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      pause(10);
    }
    return true;
  }

  static void pause(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static StoreException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return StoreException.of(
        "L’attente de PostgreSQL a été interrompue.", "Waiting for PostgreSQL was interrupted.", e);
  }
}
