package fr.bastide.airlock.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformanceTest {

  private static final Door DOOR = new Door(List.of(new PdfDisarmer()));

  private static String metadata(String marks) {
    return "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
        + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        + "<rdf:Description rdf:about='' xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'"
        + marks
        + "<secret xmlns='urn:x'>secret</secret></rdf:Description></rdf:RDF></x:xmpmeta>"
        + "<?xpacket end='w'?>";
  }

  private static String rebuilt(Sample sample, String policy) throws IOException {
    Outcome outcome = DOOR.pass(Content.of("a.pdf", sample.bytes()), Policies.named(policy));
    byte[] bytes = ((Outcome.Rebuilt) outcome).content().bytes();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      PDMetadata metadata = document.getDocumentCatalog().getMetadata();
      return (metadata == null
              ? "none, "
              : new String(metadata.toByteArray(), StandardCharsets.UTF_8))
          + intents(document);
    }
  }

  /// How many intents there are and how many components their profiles have.
  private static String intents(PDDocument document) throws IOException {
    StringBuilder intents = new StringBuilder();
    for (PDOutputIntent intent : document.getDocumentCatalog().getOutputIntents()) {
      COSStream profile = intent.getDestOutputIntent();
      ICC_Profile read = ICC_Profile.getInstance(profile.createInputStream());
      intents.append("profile ").append(read.getNumComponents());
    }
    return intents.toString();
  }

  private static void intent(Sample sample) {
    COSDictionary intent = Sample.dictionary("S", Sample.name("GTS_PDFA1"));
    intent.setString("OutputConditionIdentifier", "sRGB");
    intent.setString("RegistryName", "http://secret.example/");
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    COSStream stream = sample.stream(new String(profile, StandardCharsets.ISO_8859_1));
    stream.setInt("N", 3);
    intent.setItem("DestOutputProfile", stream);
    sample.catalog.setItem("OutputIntents", Sample.array(intent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">\n<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>",
        " pdfaid:part='2' pdfaid:conformance='B'>"
      })
  void theMarkOfADocumentForArchivesStaysWithItsColours(String marks) throws IOException {
    try (Sample sample = new Sample()) {
      sample.catalog.setItem("Metadata", sample.stream(metadata(marks)));
      sample.document.getDocumentInformation().setTitle("Budget <2026>");
      intent(sample);
      assertThat(rebuilt(sample, "standard"))
          .contains("<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>")
          .doesNotContain("secret")
          .doesNotContain("Budget")
          .endsWith("profile 3");
      assertThat(rebuilt(sample, "lenient")).contains("Budget &lt;2026&gt;</rdf:li>");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " pdfaid:part='1' pdfaid:conformance='B'>",
        " pdfaid:part='2' pdfaid:conformance='Z'>",
        " pdfaid:part='2'>",
        "><pdfaid:part><x/></pdfaid:part>",
        "> <broken"
      })
  void otherMarksGo(String marks) throws IOException {
    try (Sample sample = new Sample()) {
      sample.catalog.setItem("Metadata", sample.stream(metadata(marks)));
      intent(sample);
      assertThat(rebuilt(sample, "standard")).isEqualTo("none, ");
    }
  }

  @Test
  void aDeclarationInTheMetadataIsNotRead() {
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>";
    assertThat(Conformance.of(entity.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
