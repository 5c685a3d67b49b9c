package fr.bastide.airlock.internal.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Disarmer;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.audit.Auditor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PixelPdfDisarmerTest {

  private static final Policy PIXELS = Policies.named("standard").withPixels();

  /// A rebuilder that understands nothing.
  private record Refusing(Reason reason) implements Disarmer {
    @Override
    public Set<ContentType> types() {
      return Set.of(ContentType.PDF);
    }

    @Override
    public Outcome disarm(Content content, ContentType type, Workbench bench) {
      return new Outcome.Refused(reason);
    }
  }

  private static byte[] document() {
    String content = "BT /F 20 Tf 40 100 Td (Mairie de l'\\311t\\351 \\(devis\\)) Tj ET";
    return ("%PDF-1.7\n"
            + "1 0 obj\n"
            + "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(x)>>>>\n"
            + "endobj\n"
            + "2 0 obj\n"
            + "<</Type/Pages/Kids[3 0 R]/Count 1>>\n"
            + "endobj\n"
            + "3 0 obj\n"
            + "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources"
            + "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>>>\n"
            + "endobj\n"
            + "4 0 obj\n"
            + "<</Length "
            + content.length()
            + ">>\nstream\n"
            + content
            + "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void whatCannotBeRebuiltIsDrawnAndCanBeSearched() throws IOException {
    Outcome outcome = pass(Reason.MALFORMED, document(), PIXELS);
    assertThat(outcome).isInstanceOf(Outcome.Rebuilt.class);
    Outcome.Rebuilt drawn = (Outcome.Rebuilt) outcome;
    assertThat(drawn.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.threat()).isEqualTo(Threat.FLATTENED));
    byte[] bytes = drawn.content().bytes();
    assertThat(Auditor.remains(bytes, ContentType.PDF, PIXELS)).isEmpty();
    try (PDDocument read = Loader.loadPDF(bytes)) {
      assertThat(read.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(read)).contains("Mairie de l'Été (devis)");
    }
    assertThat(pass(Reason.MALFORMED, document(), PIXELS))
        .isInstanceOfSatisfying(
            Outcome.Rebuilt.class, again -> assertThat(again.content().bytes()).isEqualTo(bytes));
  }

  @Test
  void policyAndReasonDecide() {
    assertThat(pass(Reason.MALFORMED, document(), Policies.named("standard")))
        .isEqualTo(new Outcome.Refused(Reason.MALFORMED));
    assertThat(pass(Reason.SIGNED, document(), PIXELS))
        .isEqualTo(new Outcome.Refused(Reason.SIGNED));
  }

  @Test
  void whatCannotBeDrawnStaysRefused() {
    assertThat(pass(Reason.MALFORMED, "%PDF-1.7 rien".getBytes(StandardCharsets.UTF_8), PIXELS))
        .isEqualTo(new Outcome.Refused(Reason.MALFORMED));
  }

  private static Outcome pass(Reason reason, byte[] bytes, Policy policy) {
    return new Door(List.of(new PixelPdfDisarmer(new Refusing(reason))))
        .pass(Content.of("devis.pdf", bytes), policy);
  }
}
