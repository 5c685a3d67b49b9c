package fr.bastide.loop.memory;

import fr.bastide.loop.account.PasswordHasher;
import fr.bastide.loop.account.Secrets;
import java.util.concurrent.atomic.AtomicInteger;

/// Hashes passwords fast and badly, and counts how often it was asked: for tests alone.
public final class PlainHasher implements PasswordHasher {

  private final AtomicInteger comparisons = new AtomicInteger();

  @Override
  public String hash(String password) {
    return "plain:" + Secrets.hash(password);
  }

  @Override
  public boolean matches(String password, String hash) {
    comparisons.incrementAndGet();
    return hash.equals(hash(password));
  }

  /// How often a password was compared.
  public int comparisons() {
    return comparisons.get();
  }
}
