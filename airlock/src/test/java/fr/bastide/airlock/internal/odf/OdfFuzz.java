package fr.bastide.airlock.internal.odf;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.internal.ooxml.Passing;
import java.nio.charset.StandardCharsets;

class OdfFuzz {

  /// Whatever the body of a text is, the door answers.
  @FuzzTest(maxDuration = "20s")
  void anyBodyIsAnswered(byte[] data) {
    byte[] file = OdfFiles.text(new String(data, StandardCharsets.UTF_8)).bytes();
    if (Passing.outcome("a.odt", file, "standard") instanceof Outcome.Rebuilt rebuilt) {
      String all = new String(rebuilt.content().bytes(), StandardCharsets.ISO_8859_1);
      assertThat(all).startsWith("PK").contains("mimetypeapplication/vnd.oasis.opendocument.text");
    }
  }

  /// Formulas are judged, whatever they hold.
  @FuzzTest(maxDuration = "10s")
  void anyFormulaIsJudged(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    if (OdfFormula.fault(text, Policies.named("standard")).isEmpty()) {
      assertThat(text).doesNotStartWith("DDE(").doesNotContain("://");
    }
  }

  /// A metafile is drawn anew or not at all.
  @FuzzTest(maxDuration = "10s")
  void anyMetafileIsDrawnOrNot(byte[] data) {
    byte[] file = StarFiles.drawing();
    System.arraycopy(data, 0, file, 6, Math.min(data.length, file.length - 6));
    StarMetafile.svg(file)
        .ifPresent(svg -> assertThat(svg).startsWith("<svg ").doesNotContain("<script"));
  }
}
