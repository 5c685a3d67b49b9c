package fr.bastide.airlock.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentRewriterTest {

  private static String rewritten(String content) {
    return new String(
        Rewriting.content(content.getBytes(StandardCharsets.ISO_8859_1)),
        StandardCharsets.ISO_8859_1);
  }

  @Test
  void savesAndRestoresAreBalanced() {
    assertThat(rewritten("Q q q 1 w Q")).isEqualTo("q\nq\n1 w\nQ\nQ\n");
  }

  @Test
  void textAndMarkedContentAreClosed() {
    assertThat(rewritten("/P BMC BT (a) Tj")).isEqualTo("/P BMC\nBT\n(a) Tj\nET\nEMC\n");
    assertThat(rewritten("EMC ET 1 w")).isEqualTo("1 w\n");
  }

  @Test
  void unknownOperatorsGoWithTheirOperands() {
    assertThat(rewritten("1 2 evil 3 w /X PS BX 4 foo EX")).isEqualTo("3 w\n");
  }

  @Test
  void operandsOfTheWrongKindTakeTheirOperatorAlong() {
    assertThat(rewritten("(a) w 1 Tj 1 2 m /F 9 Tf")).isEqualTo("1 2 m\n/F 9 Tf\n");
  }

  @Test
  void surplusOperandsGo() {
    assertThat(rewritten("9 9 1 2 m")).isEqualTo("1 2 m\n");
  }

  @Test
  void badNumbersAreReadAsReadersDo() {
    assertThat(rewritten("--5 w 1.5-3 w +7 w .5 w 4. w"))
        .isEqualTo("-5 w\n1.53 w\n7 w\n.5 w\n4.0 w\n");
  }

  @Test
  void propertiesKeepWhatReadersAloudNeed() {
    assertThat(rewritten("/Span <</ActualText (x) /JS (y) /MCID 3>> BDC EMC"))
        .contains("/ActualText (x)")
        .contains("/MCID 3")
        .doesNotContain("JS");
  }

  @Test
  void picturesWithinCannotEndEarly() {
    String picture = "BI /W 4 /H 1 /BPC 8 /CS /G ID \nEI ok\nEI 1 w";
    String out = rewritten(picture);
    assertThat(out).startsWith("BI /F [/AHx /Fl]").endsWith(">\nEI\n1 w\n");
    assertThat(rewritten(out)).isEqualTo(out);
  }

  @Test
  void anyContentIsStable() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] words = {
      "q", "Q", "BT", "ET", "/P", "BMC", "EMC", "1", "-2.5", "(a(b)c)", "<4f>", "[", "]", "<<",
      ">>", "/MCID", "BDC", "w", "re", "f", "Tj", "TJ", "Do", "%x\n", "BI", "ID", "EI", "W*", "/W",
      "(", "\\", "{", "}", "..", "'", "\"", "true"
    };
    for (int round = 0; round < 3000; round++) {
      StringBuilder content = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        content.append(words[random.nextInt(words.length)]).append(' ');
      }
      String once = rewritten(content.toString());
      assertThat(rewritten(once)).as("seed %d: %s", seed, content).isEqualTo(once);
    }
  }
}
