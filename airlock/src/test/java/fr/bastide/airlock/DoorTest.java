package fr.bastide.airlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {

  private static final Door DOOR = new Door(Disarmers.all());
  private static final String PAGE = "<!doctype html><title>a</title><p>Bonjour";

  private static Outcome pass(String name, String type, String text, String policy) {
    Content content =
        new Content(
            name,
            type.isEmpty() ? Optional.empty() : Optional.of(type),
            text.getBytes(StandardCharsets.UTF_8));
    return DOOR.pass(content, Policies.named(policy));
  }

  private static List<Threat> threats(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Rebuilt.class);
    return ((Outcome.Rebuilt) outcome).findings().stream().map(Finding::threat).toList();
  }

  @Test
  void everyKindHasItsDisarmerExceptMail() {
    Set<ContentType> kinds = EnumSet.of(ContentType.MAIL, ContentType.UNKNOWN);
    Disarmers.all().forEach(disarmer -> kinds.addAll(disarmer.types()));
    assertThat(kinds).containsExactlyInAnyOrder(ContentType.values());
  }

  @ParameterizedTest
  @CsvSource({
    "devis.pdf, '', true",
    "devis.docx, text/html, true",
    "devis.html, application/pdf, false",
    "devis.HTM, '', false",
    "devis, application/pdf, true",
    "devis, 'text/html; charset=utf-8', false",
    "devis, text/plain, false",
    "devis.inconnu, application/octet-stream, false",
    "devis, '', false",
  })
  void aNameThatAnnouncesSomethingElseIsTold(String name, String type, boolean told) {
    assertThat(threats(pass(name, type, PAGE, "standard")).contains(Threat.DISGUISED_TYPE))
        .isEqualTo(told);
  }

  @Test
  void aDisguiseWithinAnArchiveIsToldWithItsPlace() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("annexes/devis.pdf"));
      zip.write(PAGE.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    Outcome outcome =
        DOOR.pass(Content.of("a.zip", bytes.toByteArray()), Policies.named("standard"));
    assertThat(((Outcome.Rebuilt) outcome).findings())
        .contains(new Finding(Threat.DISGUISED_TYPE, "annexes/devis.pdf/html"));
  }

  @Test
  void dataInXmlCrossesAsPolicySays() {
    String data = "<?xml version=\"1.0\"?><flux><acte n=\"1\"/></flux>";
    assertThat(threats(pass("flux.xml", "", data, "standard"))).isEmpty();
    assertThat(pass("flux.xml", "", data, "strict"))
        .isEqualTo(new Outcome.Refused(Reason.UNKNOWN_KIND, "xml"));
  }

  private static String flat(String extra) {
    return "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package"
        + " xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">"
        + "<pkg:part pkg:name=\"/_rels/.rels\" pkg:contentType=\"application/"
        + "vnd.openxmlformats-package.relationships+xml\"><pkg:xmlData><Relationships"
        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
        + " Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        + "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        + "</pkg:xmlData></pkg:part><pkg:part pkg:name=\"/word/document.xml\" pkg:contentType=\""
        + "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\">"
        + "<pkg:xmlData><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/"
        + "2006/main\"><w:body><w:p><w:r><w:t>Bonjour</w:t></w:r></w:p></w:body></w:document>"
        + "</pkg:xmlData></pkg:part>"
        + extra
        + "</pkg:package>";
  }

  @Test
  void anOfficeDocumentInOneFileOfXmlLeavesAsAPackage() {
    String macro =
        "<pkg:part pkg:name=\"/word/vbaProject.bin\" pkg:contentType=\"application/"
            + "vnd.ms-office.vbaProject\"><pkg:binaryData>AAAA\nAAAA</pkg:binaryData></pkg:part>";
    Outcome outcome = pass("devis.xml", "", flat(macro), "strict");
    assertThat(threats(outcome)).containsExactly(Threat.CONVERTED);
    Outcome.Rebuilt rebuilt = (Outcome.Rebuilt) outcome;
    assertThat(rebuilt.type()).isEqualTo(ContentType.DOCX);
    assertThat(rebuilt.content().name()).isEqualTo("devis.docx");
  }

  @ParameterizedTest
  @CsvSource({
    "/word/Document.xml, AAAA, DUPLICATE_NAMES",
    "/[Content_Types].xml, AAAA, DUPLICATE_NAMES",
    "/../../x, AAAA, PATH_TRICK",
    "/, AAAA, MALFORMED",
    "/x, A, MALFORMED"
  })
  void aFlatDocumentThatIsNoPackageIsRefused(String name, String data, Reason reason) {
    String part =
        "<pkg:part pkg:name=\"%s\"><pkg:binaryData>%s</pkg:binaryData></pkg:part>"
            .formatted(name, data);
    assertThat(pass("devis.xml", "", flat(part), "standard"))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
