package fr.bastide.loop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// References survive being dictated, and no slip of the tongue makes another one.
class ReferenceProperties {

  private static final int MANY = 500;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void isReadBackHoweverItIsTyped() {
    for (int i = 0; i < MANY; i++) {
      Reference reference = Reference.random();
      String written = reference.toString();
      assertThat(written).hasSize(9).contains("-");
      for (String typed :
          new String[] {
            written,
            written.toLowerCase(java.util.Locale.ROOT),
            written.replace('-', ' '),
            " " + reference.value() + "\n",
            String.join(" ", reference.value().split("", -1))
          }) {
        assertThat(Reference.parse(typed)).as("seed %d: %s", seed, typed).contains(reference);
      }
    }
  }

  @Test
  void oneWrongCharacterIsSeen() {
    for (int i = 0; i < MANY; i++) {
      String value = Reference.random().value();
      int place = random.nextInt(value.length());
      for (char other : Reference.ALPHABET.toCharArray()) {
        String wrong = value.substring(0, place) + other + value.substring(place + 1);
        assertThat(Reference.parse(wrong).isPresent())
            .as("seed %d: %s for %s", seed, wrong, value)
            .isEqualTo(wrong.equals(value));
      }
    }
  }

  @Test
  void anyTwoExchangedAreSeen() {
    for (int i = 0; i < MANY; i++) {
      String value = Reference.random().value();
      for (int a = 0; a < value.length(); a++) {
        for (int b = a + 1; b < value.length(); b++) {
          char[] swapped = value.toCharArray();
          swapped[a] = value.charAt(b);
          swapped[b] = value.charAt(a);
          assertThat(Reference.parse(new String(swapped)).isPresent())
              .as("seed %d: %d and %d of %s", seed, a, b, value)
              .isEqualTo(value.charAt(a) == value.charAt(b));
        }
      }
    }
  }

  @Test
  void whatIsNoneIsSaidSo() {
    for (String none : new String[] {"", "K7M4", "K7M4-2RW0", "BONJOUR!", "x".repeat(100_000)}) {
      assertThat(Reference.parse(none)).as(none).isEmpty();
    }
  }

  @Test
  void noTwoCharactersLookOrSoundAlike() {
    assertThat(Reference.ALPHABET).hasSize(17).doesNotContain("0", "1", "O", "I", "B", "V", "S");
    assertThat(Reference.ALPHABET.chars().distinct().count()).isEqualTo(17);
  }
}
