package fr.bastide.loop.memory;

import fr.bastide.loop.AccountId;
import fr.bastide.loop.intake.OpeningTimes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// When the centre answers, in memory.
public final class MemoryOpeningTimes implements OpeningTimes, Undoable {

  private Optional<Kept> kept = Optional.empty();

  @Override
  public Optional<Kept> find() {
    return kept;
  }

  @Override
  public boolean replace(Map<String, String> fields, int seen, AccountId by, Instant at) {
    if (kept.map(Kept::version).orElse(0) != seen) {
      return false;
    }
    kept = Optional.of(new Kept(fields, seen + 1));
    return true;
  }

  @Override
  public Runnable remember() {
    Optional<Kept> before = kept;
    return () -> kept = before;
  }
}
