package fr.bastide.loop.memory;

import fr.bastide.loop.account.SignInFailures;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Failed attempts in memory.
public final class MemorySignInFailures implements SignInFailures, Undoable {

  private final Map<String, Failures> failures = new HashMap<>();

  @Override
  public Failures of(String key) {
    return failures.getOrDefault(key, new Failures(0, Instant.EPOCH));
  }

  @Override
  public void failed(String key, Instant at) {
    failures.put(key, new Failures(of(key).count() + 1, at));
  }

  @Override
  public void clear(String key) {
    failures.remove(key);
  }

  @Override
  public Runnable remember() {
    Map<String, Failures> before = Map.copyOf(failures);
    return () -> {
      failures.clear();
      failures.putAll(before);
    };
  }
}
