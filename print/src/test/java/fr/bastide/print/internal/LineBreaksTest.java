package fr.bastide.print.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreaksTest {

  private static List<String> pieces(String text) {
    LineBreaks breaks = new LineBreaks();
    breaks.setText(text);
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (to > from) {
        pieces.add(text.substring(from, to));
      }
      from = to;
    }
    return pieces;
  }

  @Test
  void noLineEndsAfterAnApostropheNorInsideANumber() {
    assertThat(pieces("que l’enquête révèle")).containsExactly("que ", "l’enquête ", "révèle");
    assertThat(pieces("articles 323-1 à 323-7"))
        .containsExactly("articles ", "323-1 ", "à ", "323-7");
    assertThat(pieces("dit «\u00a0l’an\u00a0» ’")).last().isEqualTo("’");
    assertThat(pieces("")).isEmpty();
    assertThat(pieces("-1")).containsExactly("-1");
  }

  @Test
  void linesStillEndAtHyphensOfWords() {
    assertThat(pieces("procès-verbal")).containsExactly("procès-", "verbal");
    assertThat(String.join("", pieces("a’1 b-2 3-c ’’ 4--5"))).isEqualTo("a’1 b-2 3-c ’’ 4--5");
  }
}
