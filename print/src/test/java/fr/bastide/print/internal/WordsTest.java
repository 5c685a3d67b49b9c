package fr.bastide.print.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.kernel.Language;
import org.junit.jupiter.api.Test;

class WordsTest {

  private final Words french = Words.in(Language.FR);
  private final Words english = Words.in(Language.EN);

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(french.keys()).isEqualTo(english.keys()).hasSizeGreaterThan(100);
    Object[] marks = {"<0>", "<1>", "<2>", "<3>", "<4>"};
    for (String key : french.keys()) {
      for (Object mark : marks) {
        boolean said = french.say(key, marks).contains((String) mark);
        assertThat(english.say(key, marks).contains((String) mark)).as(key + mark).isEqualTo(said);
      }
    }
  }

  @Test
  void frenchIsWellSet() {
    for (String key : french.keys()) {
      String said = french.say(key, "a", "b", "c", "d", "e");
      assertThat(said).as(key).doesNotContain("'").doesNotContainPattern(" [:;?!»]");
      assertThat(said).as(key).doesNotContainPattern("« ");
    }
  }

  @Test
  void argumentsAreNotReadAgain() {
    assertThat(french.say("official.brings.change", "{1}", "{0}")).isEqualTo("{1} → {0}");
  }

  @Test
  void noneIsOneInFrenchOnly() {
    assertThat(french.count("measures", Language.FR, 0)).isEqualTo("0 mesure");
    assertThat(english.count("measures", Language.EN, 0)).isEqualTo("0 measures");
    assertThat(english.count("measures", Language.EN, 1)).isEqualTo("1 measure");
  }

  @Test
  void anUnknownKeyIsAnError() {
    assertThatThrownBy(() -> french.say("no.such.key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no.such.key");
  }
}
