package fr.bastide.loop.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

  private static final long SEED = Long.getLong("bastide.seed", 20_261_124L);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "L'Haÿ-les-Roses | l hay les roses",
        "L’Haÿ les Roses | l hay les roses",
        "ŒTING | oeting",
        "St-Céré | saint cere",
        "Ste Foy | sainte foy",
        "Sts-Geosmes | saints geosmes",
        "Stenay | stenay",
        "  Bors (Canton de Tude-et-Lavalette) | bors canton de tude et lavalette",
        "CA de Dembeni / Mamoudzou | ca de dembeni mamoudzou",
        "CC des 4B Sud Charente | cc des 4b sud charente",
        "Bages\u00a0d\u2019Aude | bages d aude",
      })
  void namesAreReducedToWhatPeopleAgreeOn(String name, String key) {
    assertThat(SearchKey.of(name).value()).isEqualTo(key);
  }

  @Test
  void whatHasNoLetterHasNoWord() {
    assertThat(SearchKey.of("").words()).isEmpty();
    assertThat(SearchKey.of(" -'’. \t\u0301").words()).isEmpty();
  }

  @Test
  void aKeyIsItsOwnKeyWhateverWasTyped() {
    Random random = new Random(SEED);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        typed.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x250 : 0x11000));
      }
      SearchKey key = SearchKey.of(typed.toString());
      if (key.value().length() <= SearchKey.MAX_LENGTH) {
        assertThat(SearchKey.of(key.value())).as("seed %d, %s", SEED, typed).isEqualTo(key);
      }
    }
  }

  @Test
  void aVeryLongQueryIsCut() {
    assertThat(SearchKey.of("a".repeat(1_000_000)).value()).hasSize(SearchKey.MAX_LENGTH);
  }
}
