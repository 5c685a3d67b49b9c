package fr.bastide.web.access;

import fr.bastide.loop.account.PasswordHasher;
import fr.bastide.web.frame.Busy;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id (RFC 9106) with the parameters that OWASP's Password Storage Cheat Sheet gives for 19
/// MiB: two passes, one lane.
@Component
final class ArgonHasher implements PasswordHasher {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;

  /// Whoever tries many passwords at once waits in line instead of filling the memory; past its end
  /// one is asked to come back.
  private static final int AT_ONCE = 2;

  /// The line is short: some four seconds of work.
  private static final int WAITING = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final Argon2PasswordEncoder argon =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  @Override
  public String hash(String password) {
    return inLine(() -> argon.encode(password));
  }

  @Override
  public boolean matches(String password, String hash) {
    return inLine(() -> argon.matches(password, hash));
  }

  private <T> T inLine(Supplier<T> work) {
    if (places.getQueueLength() >= WAITING || !waited()) {
      throw new Busy(RETRY_AFTER);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private boolean waited() {
    try {
      return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
