package fr.bastide.airlock.internal.audit;

import static fr.bastide.airlock.internal.audit.Samples.docx;
import static fr.bastide.airlock.internal.audit.Samples.latin;
import static fr.bastide.airlock.internal.audit.Samples.mark;
import static fr.bastide.airlock.internal.audit.Samples.odt;
import static fr.bastide.airlock.internal.audit.Samples.packedPdf;
import static fr.bastide.airlock.internal.audit.Samples.pdf;
import static fr.bastide.airlock.internal.audit.Samples.picture;
import static fr.bastide.airlock.internal.audit.Samples.plus;
import static fr.bastide.airlock.internal.audit.Samples.run;
import static fr.bastide.airlock.internal.audit.Samples.utf8;
import static fr.bastide.airlock.internal.audit.Samples.with;
import static fr.bastide.airlock.internal.audit.Samples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Finding;
import fr.bastide.airlock.Policies;
import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What would leave if a disarmer only copied: every danger is caught, and a clean file is not.
class AuditorTest {

  private static final Policy STANDARD = Policies.named("standard");
  private static final String LINK =
      "<Relationship Id=\"r9\" Type=\""
          + Samples.TYPE
          + "%s\" Target=\"%s\" TargetMode=\"External\"/>";

  static Stream<Arguments> clean() {
    return Stream.of(
        Arguments.of(ContentType.PDF, pdf("", "")),
        Arguments.of(
            ContentType.PDF, pdf("/OpenAction[3 0 R/Fit]", "<</S/URI/URI(https://example.org/)>>")),
        Arguments.of(ContentType.PDF, packedPdf("<</S/GoTo/D[3 0 R/Fit]>>")),
        Arguments.of(ContentType.DOCX, zip(docx("<w:p/>", ""))),
        Arguments.of(
            ContentType.DOCX,
            zip(
                docx(
                    mark("begin") + run(" PAGE ") + mark("end"),
                    LINK.formatted("hyperlink", "https://example.org/dde")))),
        Arguments.of(ContentType.ODT, zip(odt("<text:a xlink:href=\"https://example.org/\"/>"))),
        Arguments.of(
            ContentType.ODT,
            zip(
                with(
                    odt("<draw:image xlink:href=\"Pictures/1.png\"/>"),
                    "Pictures/1.png",
                    picture("png")))),
        Arguments.of(ContentType.PNG, picture("png")),
        Arguments.of(ContentType.JPEG, picture("jpeg")),
        Arguments.of(ContentType.GIF, picture("gif")),
        Arguments.of(ContentType.BMP, picture("bmp")),
        Arguments.of(ContentType.TIFF, picture("tiff")),
        Arguments.of(
            ContentType.SVG,
            utf8("<svg xmlns=\"urn:s\"><rect style=\"fill:url(#a)\" width=\"1\"/></svg>")),
        Arguments.of(
            ContentType.HTML,
            utf8(
                "<!DOCTYPE html><html><body><p>1 < 2</p><a href=\"https://example.org/\">x</a>"
                    + "<img src=\"data:image/png;base64,AA\"></body></html>")),
        Arguments.of(ContentType.CSV, utf8("nom;montant\nMairie;-12,50\nÉcole;+33 5 61 00\n")),
        Arguments.of(ContentType.TEXT, utf8("Bonjour\n")),
        Arguments.of(ContentType.ICALENDAR, utf8("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")),
        Arguments.of(
            ContentType.ZIP,
            zip(new LinkedHashMap<>(Map.of("a/lettre.txt", utf8("x"), "b.pdf", pdf("", ""))))));
  }

  @ParameterizedTest
  @MethodSource("clean")
  void aCleanFileLeaves(ContentType type, byte[] bytes) {
    assertThat(Auditor.remains(bytes, type, STANDARD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SCRIPT | <</S/JavaScript/JS(app.alert(1))>>",
        "SCRIPT | <</S/J#61vaScript/J#53(x)>>",
        "SCRIPT | <</Names[(a)<</S /JavaScript /JS 9 0 R>>]>>",
        "SCRIPT | [[[<</A<</S/Java#53cript>>>>]]]",
        "LAUNCH | <</S/Launch/F(cmd.exe)>>",
        "REMOTE_DOCUMENT | <</S/GoToR/F(a.pdf)>>",
        "REMOTE_DOCUMENT | <</S/GoToE/T<<>>>>",
        "FORM_SUBMISSION | <</S/SubmitForm/F(http://example.org)>>",
        "FORM_SUBMISSION | <</S/ImportData/F(x)>>",
        "MULTIMEDIA | <</S/Rendition>>",
        "MULTIMEDIA | <</Type/Annot/Subtype/RichMedia>>",
        "MULTIMEDIA | <</Type/Annot/Subtype/3D>>",
        "MULTIMEDIA | <</Type/Annot/Subtype/Screen>>",
        "EMBEDDED_FILE | <</Type/Annot/Subtype/FileAttachment>>",
        "EMBEDDED_FILE | <</Type/Filespec/EF<</F 9 0 R>>>>",
        "EMBEDDED_FILE | <</Names<</EmbeddedFiles<</Names[(a) 9 0 R]>>>>>>",
        "AUTOMATIC_ACTION | <</AA<</O 9 0 R>>>>",
        "DYNAMIC_FORM | <</XFA 9 0 R>>",
        "HIDDEN_CONTENT | <</Alternates[9 0 R]>>",
        "DANGEROUS_LINK | <</S/URI/URI(javascript:alert\\(1\\))>>",
        "DANGEROUS_LINK | <</S/URI/URI<66696c653a2f2f2f>>>",
        "CONTENT_MASKING | <</S/GoTo/S/GoTo>>",
      })
  void everyDangerOfAPdfIsCaught(Threat threat, String object) {
    assertThat(threats(pdf("", object), ContentType.PDF)).contains(threat);
    assertThat(threats(packedPdf(object), ContentType.PDF)).contains(threat);
  }

  static Stream<Arguments> oddPdfs() {
    return Stream.of(
        Arguments.of(Threat.AUTOMATIC_ACTION, pdf("/OpenAction 5 0 R", "<</S/Named/N/NextPage>>")),
        Arguments.of(Threat.AUTOMATIC_ACTION, pdf("/Open#41ction<</S/URI/URI(http://a/)>>", "")),
        Arguments.of(Threat.EXTERNAL_CONTENT, pdf("", "<</F(x)/Length 1>>\nstream\nx\nendstream")),
        Arguments.of(
            Threat.EXTERNAL_CONTENT,
            pdf("", "<</Subtype/Form/Ref<<>>/Length 1>>\nstream\nx\nendstream")),
        Arguments.of(
            Threat.EMBEDDED_FILE, pdf("", "<</Type/EmbeddedFile/Length 1>>\nstream\nx\nendstream")),
        Arguments.of(Threat.TRAILING_DATA, plus(pdf("", ""), latin("PK\u0003\u0004"))),
        Arguments.of(
            Threat.CONTENT_MASKING,
            plus(pdf("", ""), latin("2 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n"))),
        Arguments.of(Threat.DISGUISED_TYPE, plus(latin("GIF89a\n"), pdf("", ""))),
        Arguments.of(Threat.UNKNOWN_PART, pdf("", "<</Length 9>>\nstream\nx\nendstream")),
        Arguments.of(Threat.UNKNOWN_PART, pdf("", "[".repeat(100_000))));
  }

  @ParameterizedTest
  @MethodSource("oddPdfs")
  void everyOddPdfIsCaught(Threat threat, byte[] bytes) {
    assertThat(threats(bytes, ContentType.PDF)).contains(threat);
  }

  static Stream<Arguments> office() {
    return Stream.of(
        Arguments.of(Threat.MACRO, with(docx("", ""), "word/vbaProject.bin", utf8("x"))),
        Arguments.of(
            Threat.EMBEDDED_OBJECT, with(docx("", ""), "word/embeddings/o.bin", utf8("x"))),
        Arguments.of(Threat.ACTIVE_CONTROL, with(docx("", ""), "word/activeX/a.xml", utf8("<a/>"))),
        Arguments.of(
            Threat.DATA_CONNECTION, with(docx("", ""), "xl/connections.xml", utf8("<a/>"))),
        Arguments.of(Threat.UNKNOWN_PART, with(docx("", ""), "word/media/a.exe", utf8("MZ"))),
        Arguments.of(
            Threat.TRAILING_DATA,
            with(docx("", ""), "word/media/a.png", plus(picture("png"), utf8("more")))),
        Arguments.of(
            Threat.UNKNOWN_PART,
            with(
                docx("", ""),
                "word/x.xml",
                utf8("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"))),
        Arguments.of(
            Threat.EXTERNAL_TEMPLATE,
            docx("", LINK.formatted("attachedTemplate", "http://example.org/a.dotm"))),
        Arguments.of(
            Threat.EXTERNAL_CONTENT, docx("", LINK.formatted("image", "http://example.org/a.png"))),
        Arguments.of(
            Threat.DANGEROUS_LINK, docx("", LINK.formatted("hyperlink", "file://server/a"))),
        Arguments.of(
            Threat.DANGEROUS_LINK, docx("", LINK.formatted("hyperlink", "ms-word:ofe|u|http://a"))),
        Arguments.of(
            Threat.UNKNOWN_PART,
            docx(
                "",
                "<Relationship Id=\"r2\" Type=\""
                    + Samples.TYPE
                    + "image\" Target=\"media/gone.png\"/>")),
        Arguments.of(Threat.EMBEDDED_OBJECT, docx("<w:altChunk r:id=\"r1\"/>", "")),
        Arguments.of(Threat.EMBEDDED_OBJECT, docx("<o:OLEObject/>", "")),
        Arguments.of(
            Threat.DYNAMIC_DATA_EXCHANGE,
            docx(mark("begin") + run(" D") + run("DE") + run("AUTO c:\\\\cmd") + mark("end"), "")),
        Arguments.of(
            Threat.DYNAMIC_DATA_EXCHANGE,
            docx(
                mark("begin")
                    + mark("begin")
                    + run("DDE")
                    + mark("separate")
                    + mark("end")
                    + run(" cmd")
                    + mark("end"),
                "")),
        Arguments.of(
            Threat.DYNAMIC_DATA_EXCHANGE, docx("<w:fldSimple w:instr=\" dde cmd \"/>", "")),
        Arguments.of(
            Threat.DYNAMIC_DATA_EXCHANGE,
            docx(mark("begin") + run("INCLUDEPICTURE \"http://a/\"") + mark("end"), "")),
        Arguments.of(Threat.FORMULA, docx("<w:f>cmd|'/c calc'!A0</w:f>", "")),
        Arguments.of(Threat.FORMULA, docx("<w:f>WEBSERVICE(\"http://a\")</w:f>", "")),
        Arguments.of(Threat.FORMULA, docx("<w:f>[1]Sheet1!A1</w:f>", "")),
        Arguments.of(Threat.LAUNCH, docx("<w:h action=\"ppaction://program\"/>", "")),
        Arguments.of(Threat.MACRO, docx("<w:sp macro=\"Run\"/>", "")));
  }

  @ParameterizedTest
  @MethodSource("office")
  void everyDangerOfAnOfficeFileIsCaught(Threat threat, Map<String, byte[]> parts) {
    assertThat(threats(zip(parts), ContentType.DOCX)).contains(threat);
  }

  @Test
  void aPackageTwoReadersSeeDifferentlyIsCaught() {
    byte[] whole = zip(docx("", ""));
    assertThat(threats(plus(whole, utf8("x")), ContentType.DOCX)).contains(Threat.UNKNOWN_PART);
    assertThat(threats(plus(zip(docx("<w:p/>", "")), whole), ContentType.DOCX))
        .contains(Threat.UNKNOWN_PART);
    byte[] other = whole.clone();
    other[30] ^= 1;
    assertThat(threats(other, ContentType.DOCX)).contains(Threat.UNKNOWN_PART);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SCRIPT | <script:event-listener/>",
        "DYNAMIC_DATA_EXCHANGE | <table:dde-link/>",
        "EMBEDDED_OBJECT | <draw:object/>",
        "EXTERNAL_CONTENT | <draw:image xlink:href=\"http://example.org/a.png\"/>",
        "EXTERNAL_CONTENT | <draw:image xlink:href=\"../../a.png\"/>",
        "EXTERNAL_CONTENT | <text:section-source xlink:href=\"a.odt\"/>",
        "DANGEROUS_LINK | <text:a xlink:href=\"vnd.sun.star.script:a\"/>",
        "DANGEROUS_LINK | <text:a xlink:href=\"file:///etc/passwd\"/>",
        "FORMULA | <table:table-cell table:formula=\"of:=DDE(&quot;a&quot;;&quot;b&quot;)\"/>",
        "FORMULA | <table:table-cell table:formula=\"of:='file:///a.ods'#$A.A1\"/>",
      })
  void everyDangerOfAnOpenDocumentIsCaught(Threat threat, String body) {
    assertThat(threats(zip(odt(body)), ContentType.ODT)).contains(threat);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SVG | <svg><script>x</script></svg>",
        "SVG | <svg onload=\"x\"/>",
        "SVG | <svg><a href=\"javascript:x\"/></svg>",
        "SVG | <svg><image href=\"http://a/b.png\"/></svg>",
        "SVG | <svg><style>@import 'http://a'</style></svg>",
        "SVG | <svg><g style=\"fill:url(http://a)\"/></svg>",
        "HTML | <p><ScRiPt >x</script>",
        "HTML | <img/onerror=x src=data:image/png,>",
        "HTML | <a href=\"jav&#x61;script:x\">",
        "HTML | <a href='java&Tab;script:x'>",
        "HTML | <iframe srcdoc=x>",
        "HTML | <meta http-equiv=refresh content='0;url=http://a'>",
        "HTML | <img src=http://a/b.gif>",
        "HTML | <p style=\"background:url(http://a)\">",
        "HTML | <form action=http://a>",
        "CSV | a;=cmd^'/c calc'!A0",
        "CSV | a,\"=1+1\"",
        "CSV | @SUM(1)",
        "CSV | +cmd!A0",
        "CSV | x;-SUM(A1)",
        "ICALENDAR | ACTION:PROCEDURE",
        "ICALENDAR | ATTACH;VALUE=URI:file:///a",
        "VCARD | URL:javascript:x",
        "XML | <?xml-stylesheet href='a'?><a/>",
        "XML | <!DOCTYPE a><a/>",
        "PNG | text in a picture's clothes",
      })
  void everyDangerOfATextIsCaught(ContentType type, String text) {
    assertThat(Auditor.remains(utf8(text.replace("^", "|")), type, STANDARD)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
  void nothingHidesBehindAPicture(String format) {
    ContentType type =
        Stream.of(ContentType.values())
            .filter(one -> one.mediaType().equals("image/" + format))
            .findFirst()
            .orElseThrow();
    assertThat(threats(plus(picture(format), zip(docx("", ""))), type))
        .contains(Threat.TRAILING_DATA);
  }

  @Test
  void anArchiveIsLookedThroughToItsLastMember() {
    byte[] inner = zip(new LinkedHashMap<>(Map.of("a.pdf", pdf("", "<</S/Launch>>"))));
    List<Finding> remains =
        Auditor.remains(
            zip(new LinkedHashMap<>(Map.of("in.zip", inner))), ContentType.ZIP, STANDARD);
    assertThat(remains).contains(new Finding(Threat.LAUNCH, "in.zip/a.pdf/object 5"));
    assertThat(threats(zip(new LinkedHashMap<>(Map.of("a.exe", utf8("MZ\0")))), ContentType.ZIP))
        .isNotEmpty();
  }

  @Test
  void strictLetsNoLinkLeave() {
    byte[] linked = pdf("", "<</S/URI/URI(https://example.org/)>>");
    assertThat(Auditor.remains(linked, ContentType.PDF, Policies.named("strict"))).isNotEmpty();
  }

  /// Damaged files end the audit with an answer, whatever is damaged.
  @ParameterizedTest
  @MethodSource("clean")
  void damageIsNoReasonToStumble(ContentType type, byte[] bytes) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length));
      for (int j = random.nextInt(8); j >= 0 && damaged.length > 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      assertThat(Auditor.remains(damaged, type, STANDARD))
          .as("seed %d, turn %d", seed, i)
          .isNotNull();
    }
  }

  private static List<Threat> threats(byte[] bytes, ContentType type) {
    return Auditor.remains(bytes, type, STANDARD).stream().map(Finding::threat).toList();
  }
}
