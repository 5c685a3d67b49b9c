package fr.bastide.airlock.internal.odf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StarMetafileTest {

  @Test
  void linesAreasAndWordsAreDrawn() {
    String svg = StarMetafile.svg(StarFiles.drawing()).orElseThrow();
    assertThat(svg)
        .contains("viewBox=\"0 0 1000 500\"")
        .contains("<path d=\"M0 0L1000 500\" fill=\"none\" stroke=\"#ff0000\"")
        .contains("<rect x=\"10\" y=\"20\" width=\"100\" height=\"200\" fill=\"#00ff00\"")
        .contains("font-family=\"Calibri\" font-size=\"353\"")
        .contains("transform=\"rotate(-45.0 100 200)\">Dépenses</text>");
  }

  @Test
  void curvesHolesAndSavedColoursAreFollowed() {
    byte[] file =
        new StarFiles()
            .action(139, 1, b -> b.putShort((short) -1))
            .action(132, 1, b -> b.putInt(0).put((byte) 0))
            .action(
                110,
                2,
                b -> {
                  b.putShort((short) 0).put((byte) 1).putShort((short) 1).putInt(39);
                  b.putShort((short) 4);
                  for (int i = 0; i < 8; i++) {
                    b.putInt(i);
                  }
                  b.put((byte) 1).put(new byte[] {0, 2, 2, 0});
                })
            .action(140, 1, b -> {})
            .action(102, 1, b -> b.putInt(1).putInt(2).putInt(3).putInt(4))
            .bytes();
    assertThat(StarMetafile.svg(file).orElseThrow())
        .contains("<path d=\"M0 1C2 3 4 5 6 7Z\" fill-rule=\"evenodd\"")
        .contains("<path d=\"M1 2L3 4\" fill=\"none\" stroke=\"#000000\"");
  }

  @Test
  void wordsCannotBecomeMarkup() {
    byte[] file = new StarFiles().font("\"/><script>", 1, 0).text("<b>&\u0000").bytes();
    assertThat(StarMetafile.svg(file).orElseThrow())
        .contains("font-family=\"script\"")
        .contains(">&lt;b&gt;&amp; </text>");
  }

  @Test
  void brokenFilesAreToldAndCutOnesNeverThrow() {
    byte[] whole = StarFiles.drawing();
    for (int length = 6; length < 50; length++) {
      assertThat(StarMetafile.svg(Arrays.copyOf(whole, length))).as("%d", length).isEmpty();
    }
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int run = 0; run < 5_000; run++) {
      byte[] broken = whole.clone();
      for (int i = 0; i < 4; i++) {
        broken[6 + random.nextInt(broken.length - 6)] = (byte) random.nextInt();
      }
      assertThat(StarMetafile.svg(broken).orElse("<svg").length())
          .as("seed %d", seed)
          .isLessThan(100_000);
    }
  }
}
