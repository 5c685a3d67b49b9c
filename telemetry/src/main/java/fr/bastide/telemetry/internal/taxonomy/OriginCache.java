package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.Logsource;
import fr.bastide.telemetry.Origin;
import fr.bastide.telemetry.Origins;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The origins of events by the entries that matched and the words that the event itself says. Not
/// safe for threads.
///
/// Events choose their words, so the cache forgets: what hashes to a taken place takes it.
final class OriginCache {

  private static final int SIZE = 1 << 10;

  private static final class Known {
    private final int[] matched;
    private final byte[] words;
    private final Origin origin;

    Known(int[] matched, byte[] words, Origin origin) {
      this.matched = matched;
      this.words = words;
      this.origin = origin;
    }
  }

  private final List<Entry> entries;
  private final Origins origins;
  private final Set<String> alone;
  private final @Nullable Known[] known = new Known[SIZE];

  OriginCache(List<Entry> entries, Origins origins, Set<String> alone) {
    this.entries = entries;
    this.origins = origins;
    this.alone = alone;
  }

  /// The origin of an event.
  ///
  /// @param matched the entries, ascending, of which `count` count
  /// @param words product, category and service in lower case, each followed by a zero byte
  Origin of(int[] matched, int count, byte[] words, int length) {
    int hash = 17 * length + count;
    for (int i = 0; i < count; i++) {
      hash = 31 * hash + matched[i];
    }
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + words[i];
    }
    int slot = (hash ^ (hash >>> 16)) & (SIZE - 1);
    Known here = known[slot];
    if (here != null
        && Arrays.equals(matched, 0, count, here.matched, 0, here.matched.length)
        && Arrays.equals(words, 0, length, here.words, 0, here.words.length)) {
      return here.origin;
    }
    int[] ids = Arrays.copyOf(matched, count);
    byte[] said = Arrays.copyOf(words, length);
    Origin origin = origins.of(logsources(ids, said));
    known[slot] = new Known(ids, said, origin);
    return origin;
  }

  private List<Logsource> logsources(int[] matched, byte[] words) {
    List<Logsource> found = new ArrayList<>();
    for (int id : matched) {
      found.addAll(entries.get(id).logsources());
    }
    Logsource own = own(words);
    if (!own.product().isEmpty()) {
      found.removeIf(logsource -> !own.covers(logsource));
    }
    if (!own.product().isEmpty() || found.isEmpty()) {
      found.add(own);
    }
    return mostTelling(found);
  }

  private Logsource own(byte[] words) {
    String[] word = new String[] {"", "", ""};
    int from = 0;
    int k = 0;
    for (int i = 0; i < words.length && k < 3; i++) {
      if (words[i] == 0) {
        word[k++] = new String(words, from, i - from, StandardCharsets.UTF_8);
        from = i + 1;
      }
    }
    boolean counts = !word[0].isEmpty() || alone.contains(word[1]);
    return counts ? new Logsource(word[0], word[1], word[2]) : Logsource.ANY;
  }

  /// Without those that another one of the event says more precisely.
  private static List<Logsource> mostTelling(List<Logsource> found) {
    List<Logsource> kept = new ArrayList<>();
    for (Logsource logsource : found) {
      boolean saidBetter =
          found.stream().anyMatch(other -> !other.equals(logsource) && logsource.covers(other));
      if (!saidBetter && !kept.contains(logsource)) {
        kept.add(logsource);
      }
    }
    return kept;
  }
}
