package fr.bastide.airlock.internal.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.internal.Through;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// No bytes make the rebuilders of drawings and pictures fail, and no drawing keeps what acts.
class SvgFuzz {

  @FuzzTest(maxDuration = "60s")
  void drawing(byte[] bytes) {
    String inside = new String(bytes, StandardCharsets.UTF_8);
    Outcome outcome =
        Through.pass("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'>" + inside + "</svg>");
    if (outcome instanceof Outcome.Rebuilt(var content, _, _)) {
      String svg = new String(content.bytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
      assertThat(svg).doesNotContain("<script").doesNotContain("<foreignobject");
    }
  }

  @FuzzTest(maxDuration = "60s")
  void picture(byte[] bytes) {
    Through.pass("a.png", bytes);
  }
}
