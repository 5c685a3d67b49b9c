package fr.bastide.loop.memory;

import fr.bastide.loop.letter.Letter;
import fr.bastide.loop.letter.Letters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The queue of letters in memory.
public final class MemoryLetters implements Letters, Undoable {

  private static final int MAX_TRIES = 10;

  private final List<Letter> letters = new ArrayList<>();
  private final Map<UUID, Instant> hiddenUntil = new HashMap<>();
  private final Map<UUID, Integer> tries = new HashMap<>();
  private final Set<UUID> handedOver = new HashSet<>();

  @Override
  public void add(Letter letter) {
    letters.add(letter);
  }

  @Override
  public List<Letter> take(int limit, Instant now, Instant retryAt) {
    letters.removeIf(l -> handedOver.contains(l.id()) && !hidden(l, now));
    List<Letter> taken =
        letters.stream()
            .filter(l -> !handedOver.contains(l.id()))
            .filter(l -> !hidden(l, now))
            .filter(l -> tries.getOrDefault(l.id(), 0) < MAX_TRIES)
            .sorted(Comparator.comparing(Letter::at))
            .limit(limit)
            .toList();
    taken.forEach(l -> hiddenUntil.put(l.id(), retryAt));
    return taken;
  }

  private boolean hidden(Letter letter, Instant now) {
    return hiddenUntil.getOrDefault(letter.id(), Instant.MIN).isAfter(now);
  }

  @Override
  public boolean handOver(UUID id, Instant until) {
    boolean may = letters.stream().anyMatch(l -> l.id().equals(id) && l.once());
    if (may && handedOver.add(id)) {
      hiddenUntil.put(id, until);
      return true;
    }
    return false;
  }

  @Override
  public void sent(UUID id, Instant at) {
    letters.removeIf(l -> l.id().equals(id));
  }

  @Override
  public void failed(UUID id, String reason) {
    tries.merge(id, 1, Integer::sum);
    handedOver.remove(id);
  }

  @Override
  public long waiting() {
    return letters.stream().filter(l -> tries.getOrDefault(l.id(), 0) < MAX_TRIES).count();
  }

  /// What waits, oldest first: for tests that read the mail.
  public List<Letter> all() {
    return List.copyOf(letters);
  }

  @Override
  public Runnable remember() {
    List<Letter> before = List.copyOf(letters);
    Map<UUID, Instant> hiddenBefore = Map.copyOf(hiddenUntil);
    Map<UUID, Integer> triesBefore = Map.copyOf(tries);
    Set<UUID> handedOverBefore = Set.copyOf(handedOver);
    return () -> {
      letters.clear();
      letters.addAll(before);
      hiddenUntil.clear();
      hiddenUntil.putAll(hiddenBefore);
      tries.clear();
      tries.putAll(triesBefore);
      handedOver.clear();
      handedOver.addAll(handedOverBefore);
    };
  }
}
