package fr.bastide.detection.pack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.detection.Level;
import fr.bastide.detection.RuleInfo;
import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What the pack says can be read at two in the morning: short sentences, careful French, nobody
/// accused.
class PackWordsTest {

  private static final char NO_BREAK = '\u00a0';
  private static final char NARROW = '\u202f';
  private static final int MOST_WORDS = 19;
  private static final int MOST_WORDS_OF_A_STEP = 14;
  private static final List<String> BLAME =
      List.of(
          "coupable", "fautif", "négligen", "responsable de", "par votre faute", "suspecte une");
  private static final List<String> TOO_FAMILIAR =
      List.of(" tu ", " ton ", " ta ", " tes ", " toi ", " te ");
  private static final List<String> ENGLISH_IN_FRENCH =
      List.of("ransomware", "phishing", "firewall", "malware", "password", "hacker", "mfa", "logs");

  private record Said(String where, Text text, boolean step) {}

  private static List<Said> everything() {
    BuiltinPack pack = BuiltinPack.get();
    List<Said> all = new ArrayList<>();
    for (RuleInfo info : PackFiles.infos()) {
      Advice advice = pack.advice(info.id()).orElseThrow();
      all.add(new Said(info.title(), advice.happened(), false));
      advice.tonight().forEach(step -> all.add(new Said(info.title(), step, true)));
    }
    for (Level level : Level.values()) {
      LevelText text = pack.level(level);
      all.add(new Said(level.name(), text.meaning(), false));
      all.add(new Said(level.name(), text.delay(), false));
      text.tonight().forEach(step -> all.add(new Said(level.name(), step, true)));
    }
    pack.contacts().forEach(contact -> all.add(new Said(contact.key(), contact.when(), false)));
    return all;
  }

  @Test
  void sentencesAreShort() {
    for (Said said : everything()) {
      for (String text : List.of(said.text().fr(), said.text().en())) {
        int most = said.step() ? MOST_WORDS_OF_A_STEP : MOST_WORDS;
        for (String sentence : sentences(text)) {
          assertThat(words(sentence)).as(said.where() + ": " + sentence).isBetween(1, most);
        }
      }
    }
  }

  @Test
  void textsAreSentences() {
    for (Said said : everything()) {
      for (String text : List.of(said.text().fr(), said.text().en())) {
        assertThat(".?!").as(text).contains(text.substring(text.length() - 1));
        assertThat(Character.isUpperCase(text.charAt(0))).as(text).isTrue();
        assertThat(text).as(said.where()).doesNotContain("'", "\"", "...", "  ", "\n");
      }
    }
  }

  @Test
  void frenchHasItsSpaces() {
    for (Said said : everything()) {
      String text = said.text().fr();
      for (int i = 0; i < text.length(); i++) {
        if (":»".indexOf(text.charAt(i)) >= 0) {
          assertThat(text.charAt(i - 1)).as(text).isEqualTo(NO_BREAK);
        }
        if (";?!".indexOf(text.charAt(i)) >= 0) {
          assertThat(text.charAt(i - 1)).as(text).isEqualTo(NARROW);
        }
        if (text.charAt(i) == '«') {
          assertThat(text.charAt(i + 1)).as(text).isEqualTo(NO_BREAK);
        }
      }
    }
  }

  @Test
  void frenchIsFrenchPoliteAndBlamesNobody() {
    for (Said said : everything()) {
      String text = " " + said.text().fr().toLowerCase(Locale.FRENCH) + " ";
      for (String word : BLAME) {
        assertThat(text).as(said.where()).doesNotContain(word);
      }
      for (String word : TOO_FAMILIAR) {
        assertThat(text).as(said.where()).doesNotContain(word);
      }
      for (String word : ENGLISH_IN_FRENCH) {
        assertThat(text).as(said.where()).doesNotContain(word);
      }
    }
  }

  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean end = ".?!".indexOf(text.charAt(i)) >= 0;
      if (end && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
        sentences.add(text.substring(from, i + 1).strip());
        from = i + 1;
      }
    }
    return sentences;
  }

  private static int words(String sentence) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < sentence.length(); i++) {
      boolean letter = Character.isLetterOrDigit(sentence.charAt(i));
      boolean joins = "’'-".indexOf(sentence.charAt(i)) >= 0;
      if (letter && !inside) {
        words++;
      }
      inside = letter || (inside && joins);
    }
    return words;
  }
}
