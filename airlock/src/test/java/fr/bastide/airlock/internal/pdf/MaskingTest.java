package fr.bastide.airlock.internal.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.Door;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/// What two readers would show differently is refused, or leaves with one reading.
class MaskingTest {

  private static final Door DOOR = new Door(List.of(new PdfDisarmer()));
  private static final String CATALOG = "<</Type/Catalog/Pages 2 0 R>>";
  private static final String PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 200 200]>>";
  private static final String PAGE = "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>";

  private static Outcome pass(byte[] file) {
    return DOOR.pass(Content.of("a.pdf", file), Policies.named("standard"));
  }

  private static Outcome pass(String file) {
    return pass(file.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void assertMasking(Outcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.CONTENT_MASKING));
  }

  private static String stream(String content) {
    return "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream";
  }

  /// A plain file of these objects, numbered from 1, with a right cross-reference table.
  private static String file(String... objects) {
    StringBuilder file = new StringBuilder("%PDF-1.7\n");
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < objects.length; i++) {
      places.add(file.length());
      file.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
    }
    return file + table(file.length(), places);
  }

  private static String table(int start, List<Integer> places) {
    StringBuilder table = new StringBuilder("xref\n0 " + (places.size() + 1) + "\n");
    table.append("0000000000 65535 f \n");
    places.forEach(place -> table.append("%010d 00000 n \n".formatted(place)));
    return table
        + "trailer <</Root 1 0 R/Size "
        + (places.size() + 1)
        + ">>\nstartxref\n"
        + start
        + "\n%%EOF\n";
  }

  private static String honest() {
    return file(CATALOG, PAGES, PAGE, stream("0 0 100 100 re f"));
  }

  @Test
  void anHonestFilePasses() {
    assertThat(pass(honest())).isInstanceOf(Outcome.Rebuilt.class);
  }

  @Test
  void anObjectDefinedAgainWithoutBeingListedIsRefused() {
    String again = "4 0 obj\n" + stream("0 0 200 200 re f") + "\nendobj\n";
    String honest = honest();
    int table = honest.indexOf("xref\n0");
    String file = honest.substring(0, table) + again + honest.substring(table);
    assertMasking(
        pass(file.replace("startxref\n" + table, "startxref\n" + (table + again.length()))));
  }

  @Test
  void anObjectThatIsThereButNotListedIsRefused() {
    String honest =
        file(
            CATALOG,
            PAGES,
            PAGE.replace("4 0 R", "[4 0 R 5 0 R]"),
            stream("0 0 100 100 re f"),
            stream("0 0 200 200 re f"));
    String entry = "%010d 00000 n ".formatted(honest.indexOf("5 0 obj"));
    assertMasking(pass(honest.replace(entry, "0000000000 65535 f ")));
  }

  @Test
  void anObjectBeforeTheHeaderIsRefused() {
    assertMasking(pass("9 0 obj\n" + stream("0 0 1 1 re f") + "\nendobj\n" + honest()));
  }

  @Test
  void aByteBetweenKeywordAndStreamIsRefused() {
    assertMasking(pass(honest().replace(">>\nstream\n", ">>\nstream\1")));
  }

  @Test
  void twoCatalogsAreRefused() {
    String honest = honest();
    assertMasking(pass(honest.replace("xref\n0", "trailer <</Root 3 0 R>>\nxref\n0")));
  }

  @Test
  void aPageTreeThatBitesItsTailIsRefused() {
    assertMasking(
        pass(
            file(
                CATALOG, PAGES.replace("[3 0 R]", "[3 0 R 2 0 R]"), PAGE, stream("0 0 1 1 re f"))));
  }

  @Test
  void pagesBeyondTheCountAreRefused() {
    assertMasking(
        pass(
            file(
                CATALOG,
                PAGES.replace("[3 0 R]", "[3 0 R 5 0 R]"),
                PAGE,
                stream("0 0 1 1 re f"),
                PAGE)));
  }

  @Test
  void earlierRevisionsGo() throws IOException {
    String secret = "10 10 77 77 re f";
    String first = file(CATALOG, PAGES, PAGE, stream(secret));
    int place = first.length();
    String changed = first + "4 0 obj\n" + stream("5 5 5 5 re f") + "\nendobj\n";
    String file =
        changed
            + "xref\n4 1\n%010d 00000 n \n".formatted(place)
            + "trailer <</Root 1 0 R/Size 5/Prev "
            + first.indexOf("xref\n0")
            + ">>\nstartxref\n"
            + changed.length()
            + "\n%%EOF\n";
    Outcome.Rebuilt rebuilt = (Outcome.Rebuilt) pass(file);
    assertThat(rebuilt.findings()).extracting(Finding::threat).contains(Threat.HIDDEN_CONTENT);
    assertThat(content(rebuilt.content().bytes())).contains("5 5 5 5 re").doesNotContain("77");
  }

  @Test
  void whatStandsAroundTheFileGoes() {
    Outcome.Rebuilt before = (Outcome.Rebuilt) pass("GARBAGE\n" + honest());
    assertThat(before.findings()).extracting(Finding::threat).contains(Threat.TRAILING_DATA);
    Outcome.Rebuilt after = (Outcome.Rebuilt) pass(honest() + "MZ".repeat(500));
    assertThat(after.findings()).extracting(Finding::threat).contains(Threat.TRAILING_DATA);
    String out = new String(after.content().bytes(), StandardCharsets.ISO_8859_1);
    assertThat(out).startsWith("%PDF-1.7\n").endsWith("%%EOF\n").doesNotContain("MZMZ");
  }

  @Test
  void whatAHiddenLayerHoldsGoesAndTheRestIsNoLongerOptional() throws IOException {
    try (Sample sample = new Sample()) {
      COSDictionary shown = layer("ON");
      COSDictionary hidden = layer("OFF");
      COSDictionary start = Sample.dictionary("OFF", Sample.array(hidden));
      COSDictionary all = Sample.dictionary("D", start);
      all.setItem("OCGs", Sample.array(shown, hidden));
      sample.catalog.setItem("OCProperties", all);
      COSDictionary properties = Sample.dictionary("Seen", shown);
      properties.setItem("Unseen", hidden);
      ((COSDictionary) sample.page.getDictionaryObject("Resources"))
          .setItem("Properties", properties);
      sample.page.setItem(
          "Contents",
          sample.stream(
              "/OC /Seen BDC 1 2 3 4 re f EMC /OC /Unseen BDC q 5 6 7 8 re f Q EMC 9 9 9 9 re f"));
      Outcome.Rebuilt rebuilt = (Outcome.Rebuilt) pass(sample.bytes());
      String content = content(rebuilt.content().bytes());
      assertThat(content).contains("1 2 3 4 re\nf\n").contains("9 9 9 9 re\nf\n");
      assertThat(content).contains("5 6 7 8 re\nn\n").doesNotContain("OC");
      assertThat(rebuilt.findings())
          .extracting(Finding::threat)
          .contains(Threat.HIDDEN_CONTENT, Threat.CONTENT_MASKING);
    }
  }

  /// A layer that paper shows otherwise than the screen.
  private static COSDictionary layer(String printed) {
    COSDictionary layer = Sample.dictionary("Type", Sample.name("OCG"));
    layer.setString("Name", "calque");
    layer.setItem(
        "Usage",
        Sample.dictionary(
            "Print",
            Sample.dictionary("PrintState", Sample.name("ON".equals(printed) ? "OFF" : "ON"))));
    return layer;
  }

  static String content(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.getPage(0).getContents().transferTo(out);
      assertThat(document.getDocumentCatalog().getCOSObject().containsKey(COSName.OCPROPERTIES))
          .isFalse();
      return out.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
