package fr.bastide.loop.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.territory.NameIndex.Hit;
import fr.bastide.loop.territory.NameIndex.Match;
import fr.bastide.loop.territory.NameIndex.Named;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NameIndexProperties {

  private static final long SEED = Long.getLong("bastide.seed", 20_261_124L);
  private static final int SAMPLE = 3_000;

  private static final List<Named> ALL =
      OfficialRegister.load().entries().stream().map(Named::of).toList();
  private static final NameIndex INDEX = NameIndex.of(ALL);

  /// Written without accents, hyphens or capitals by other means than the code under test.
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    String letters = name.replace("Œ", "Oe").replace("œ", "oe").toLowerCase(Locale.FRENCH);
    for (char c : Normalizer.normalize(letters, Normalizer.Form.NFD).toCharArray()) {
      if (c < 128) {
        plain.append(c == '-' || c == '\'' ? ' ' : c);
      }
    }
    return plain.toString();
  }

  @Test
  void everyHomonymIsListedUnderItsPlainNameWithItsDepartement() {
    Map<String, Set<Named>> homonyms = new HashMap<>();
    ALL.forEach(b -> homonyms.computeIfAbsent(plain(b.name()), n -> new HashSet<>()).add(b));
    assertThat(homonyms.get("saint martin")).hasSizeGreaterThan(5);
    Map<String, String> wrong = new ConcurrentHashMap<>();
    homonyms.entrySet().parallelStream()
        .forEach(group -> {
          List<Hit> hits = INDEX.search(group.getKey(), NameIndex.MAX_HITS);
          Set<Named> exact =
              hits.stream()
                  .filter(hit -> hit.match() == Match.EXACT)
                  .map(Hit::body)
                  .collect(Collectors.toSet());
          if (!exact.containsAll(group.getValue())) {
            wrong.put(group.getKey(), exact.toString());
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void aNameIsFoundWhileItIsTyped() {
    Random random = new Random(SEED);
    for (int i = 0; i < SAMPLE; i++) {
      Named body = ALL.get(random.nextInt(ALL.size()));
      String key = SearchKey.of(body.name()).value();
      String typed = key.substring(0, 1 + random.nextInt(key.length()));
      List<Hit> hits = INDEX.search(typed, NameIndex.MAX_HITS);
      if (hits.size() < NameIndex.MAX_HITS) {
        assertThat(hits).as("seed %d, %s", SEED, typed).extracting(Hit::body).contains(body);
      } else {
        assertThat(hits).as("seed %d, %s", SEED, typed).allMatch(hit -> begins(hit, typed));
      }
    }
  }

  /// Whether some word of a hit begins with the first letter typed: nothing unrelated is listed.
  private static boolean begins(Hit hit, String typed) {
    return SearchKey.under(hit.body().name()).stream()
        .flatMap(key -> key.words().stream())
        .anyMatch(word -> word.charAt(0) == typed.charAt(0));
  }

  @Test
  void oneTypingErrorStillFindsTheName() {
    Random random = new Random(SEED);
    int checked = 0;
    for (int i = 0; i < SAMPLE / 4; i++) {
      Named body = ALL.get(random.nextInt(ALL.size()));
      String typed = mistyped(SearchKey.of(body.name()), random);
      List<Hit> hits = INDEX.search(typed, NameIndex.MAX_HITS);
      // A mistyped name may be, or begin, another name: then that one is what was asked for.
      boolean another = !hits.isEmpty() && hits.getFirst().match() != Match.ONE_TYPO;
      if (!another && hits.size() < NameIndex.MAX_HITS) {
        checked++;
        assertThat(hits)
            .as("seed %d, %s typed as %s", SEED, body.name(), typed)
            .extracting(Hit::body)
            .contains(body);
      }
    }
    assertThat(checked).as("seed %d, names put to the test", SEED).isGreaterThan(SAMPLE / 8);
  }

  /// One error in the longest word of a key; unchanged when that has less than five letters.
  private static String mistyped(SearchKey key, Random random) {
    List<String> words = new ArrayList<>(key.words());
    int longest = 0;
    for (int i = 1; i < words.size(); i++) {
      longest = words.get(i).length() > words.get(longest).length() ? i : longest;
    }
    StringBuilder word = new StringBuilder(words.get(longest));
    if (word.length() < 5) {
      return key.value();
    }
    int at = random.nextInt(word.length() - 1);
    char letter = (char) ('a' + random.nextInt(26));
    switch (random.nextInt(4)) {
      case 0 -> word.setCharAt(at, letter);
      case 1 -> word.insert(at, letter);
      case 2 -> word.deleteCharAt(at);
      default -> word.insert(at, word.charAt(at + 1)).deleteCharAt(at + 2);
    }
    words.set(longest, word.toString());
    return String.join(" ", words);
  }

  @Test
  void anySearchGivesAtMostWhatWasAskedBestFirst() {
    Random random = new Random(SEED);
    for (int i = 0; i < SAMPLE / 4; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = random.nextInt(6); n > 0; n--) {
        typed.append("aeiou stnrlm'-é".charAt(random.nextInt(15)));
      }
      int limit = 1 + random.nextInt(20);
      List<Hit> hits = INDEX.search(typed.toString(), limit);
      assertThat(hits).as("seed %d, %s", SEED, typed).hasSizeLessThanOrEqualTo(limit);
      assertThat(hits.stream().map(Hit::match)).as("seed %d, %s", SEED, typed).isSorted();
      assertThat(INDEX.search(typed.toString(), 200).stream().limit(limit).toList())
          .as("seed %d, %s", SEED, typed)
          .isEqualTo(hits);
    }
  }
}
