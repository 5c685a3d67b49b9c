package fr.bastide.loop.territory;

import fr.bastide.kernel.BodyId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds bodies by name while one types; accents, hyphens, case, *st* for *saint*, the order of the
/// words, a missing space and, when nothing else fits, one typing error are forgiven.
///
/// Better matches come first (see [Match]); among equals the more populous, then by name.
/// Immutable, so any number of threads may search at once.
///
/// How: keys lie end to end in one array, in the order in which equal matches are shown, and every
/// query reads them all. A 64-bit set of the letters of each key, compared first, leaves a few
/// hundred keys to look at; 36,000 names take one or two milliseconds and about 7 MB.
public final class NameIndex {

  /// The most hits one search gives.
  public static final int MAX_HITS = 200;

  /// How well a name fits what was typed, best first.
  public enum Match {
    /// The whole name.
    EXACT,
    /// The beginning of the name.
    PREFIX,
    /// Every word typed begins a word of the name, in any order.
    WORDS,
    /// The beginning of the name, or of a word in it, spaces left out.
    JOINED,
    /// As [#WORDS], with one letter wrong, missing, too much, or two exchanged; looked for only
    /// when nothing fits better.
    ONE_TYPO
  }

  /// A body to be found.
  ///
  /// @param id its identifier
  /// @param name its name for people
  /// @param population its inhabitants, if known
  /// @param departement code of its departement, shown to tell homonyms apart; may be empty
  public record Named(BodyId id, String name, Optional<Integer> population, String departement) {

    /// A body of the register.
    public static Named of(RegisterEntry entry) {
      return new Named(entry.id(), entry.name(), entry.population(), entry.departement());
    }
  }

  /// A body found.
  ///
  /// @param body the body
  /// @param match how well its name fits
  public record Hit(Named body, Match match) {}

  private final Named[] bodies;
  private final int[] owner;
  private final int[] start;
  private final char[] text;
  private final long[] letters;

  private NameIndex(Named[] bodies, int[] owner, int[] start, char[] text, long[] letters) {
    this.bodies = bodies;
    this.owner = owner;
    this.start = start;
    this.text = text;
    this.letters = letters;
  }

  /// An index of these bodies.
  public static NameIndex of(Collection<Named> named) {
    record Keyed(Named body, List<SearchKey> keys) {}
    List<Keyed> sorted =
        named.stream()
            .map(body -> new Keyed(body, SearchKey.under(body.name())))
            .sorted(
                Comparator.comparingInt((Keyed k) -> -k.body().population().orElse(0))
                    .thenComparing(k -> k.keys().getFirst().value())
                    .thenComparing(k -> k.body().id().value()))
            .toList();
    int keys = sorted.stream().mapToInt(k -> k.keys().size()).sum();
    Named[] bodies = new Named[sorted.size()];
    int[] owner = new int[keys];
    int[] start = new int[keys + 1];
    long[] letters = new long[keys];
    StringBuilder text = new StringBuilder(keys * 16);
    int at = 0;
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = sorted.get(i).body();
      for (SearchKey key : sorted.get(i).keys()) {
        owner[at] = i;
        letters[at] = Letters.set(key.value());
        text.append(key.value());
        start[++at] = text.length();
      }
    }
    char[] all = new char[text.length()];
    text.getChars(0, all.length, all, 0);
    return new NameIndex(bodies, owner, start, all, letters);
  }

  /// An index of the bodies of this one and of others; of two with one identifier, the other wins.
  public NameIndex with(Collection<Named> others) {
    Map<BodyId, Named> all = new LinkedHashMap<>();
    Arrays.stream(bodies).forEach(body -> all.put(body.id(), body));
    others.forEach(body -> all.put(body.id(), body));
    return of(all.values());
  }

  /// How many bodies can be found.
  public int size() {
    return bodies.length;
  }

  /// The bodies whose name fits what was typed, best first; none for a query without any letter or
  /// digit.
  ///
  /// @param typed what was typed so far; only the first [SearchKey#MAX_LENGTH] characters count
  /// @param limit how many hits at most, 1 to [#MAX_HITS]
  /// @throws IllegalArgumentException when the limit is out of range
  public List<Hit> search(String typed, int limit) {
    if (limit < 1 || limit > MAX_HITS) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_HITS + ", not " + limit);
    }
    Query[] queries =
        SearchKey.typed(typed).stream()
            .filter(key -> !key.value().isEmpty())
            .map(Query::new)
            .toArray(Query[]::new);
    List<Hit> hits = scan(queries, limit, false);
    return hits.isEmpty() ? scan(queries, limit, true) : hits;
  }

  private List<Hit> scan(Query[] queries, int limit, boolean typo) {
    Match[] matches = Match.values();
    int[][] found = new int[matches.length][limit];
    int[] count = new int[matches.length];
    for (int key = 0; key < owner.length; ) {
      int body = owner[key];
      int best = matches.length;
      for (; key < owner.length && owner[key] == body; key++) {
        for (Query query : queries) {
          if (query.mayMatch(letters[key], typo)) {
            best = Math.min(best, query.match(text, start[key], start[key + 1], typo));
          }
        }
      }
      if (best < matches.length && count[best] < limit) {
        found[best][count[best]++] = body;
      }
    }
    List<Hit> hits = new ArrayList<>(limit);
    for (Match match : matches) {
      for (int i = 0; i < count[match.ordinal()] && hits.size() < limit; i++) {
        hits.add(new Hit(bodies[found[match.ordinal()][i]], match));
      }
    }
    return List.copyOf(hits);
  }
}
