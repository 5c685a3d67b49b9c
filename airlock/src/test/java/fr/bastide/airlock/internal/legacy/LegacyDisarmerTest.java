package fr.bastide.airlock.internal.legacy;

import static fr.bastide.airlock.internal.Through.assertRefused;
import static fr.bastide.airlock.internal.Through.pass;
import static fr.bastide.airlock.internal.Through.rebuilt;
import static fr.bastide.airlock.internal.Through.threats;
import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.airlock.ContentType;
import fr.bastide.airlock.Outcome;
import fr.bastide.airlock.Reason;
import fr.bastide.airlock.Threat;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextBox;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyDisarmerTest {

  private static Map<String, String> parts(Outcome outcome) throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(rebuilt(outcome).content().bytes()))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        parts.put(e.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static byte[] workbook() throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      HSSFSheet sheet = book.createSheet("Été");
      HSSFRow row = sheet.createRow(0);
      HSSFCellStyle date = book.createCellStyle();
      date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
      HSSFCell day = row.createCell(0);
      day.setCellValue(46_000.5);
      day.setCellStyle(date);
      row.createCell(1).setCellValue("a < b & _x0041_");
      row.createCell(2).setCellFormula("SUM(A1,2)");
      row.createCell(3).setCellFormula("HYPERLINK(\"http://e/\",\"x\")");
      row.createCell(4).setCellValue(true);
      HSSFHyperlink link = book.getCreationHelper().createHyperlink(HyperlinkType.URL);
      link.setAddress("file://serveur/partage");
      row.getCell(1).setHyperlink(link);
      sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 1));
      int picture = book.addPicture(png(), Workbook.PICTURE_TYPE_PNG);
      sheet
          .createDrawingPatriarch()
          .createPicture(new HSSFClientAnchor(0, 0, 0, 0, (short) 1, 4, (short) 2, 6), picture);
      book.createSheet("caché");
      book.setSheetHidden(1, true);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  @Test
  void aWorkbookKeepsItsValuesAndLooks() throws IOException {
    Outcome outcome = pass("budget.xls", workbook());
    Map<String, String> parts = parts(outcome);
    assertThat(rebuilt(outcome).content().name()).isEqualTo("budget.xlsx");
    assertThat(parts.get("xl/workbook.xml")).contains("name=\"Été\"").contains("state=\"hidden\"");
    assertThat(parts.get("xl/styles.xml")).contains("formatCode=\"dd/mm/yyyy\"");
    assertThat(parts.get("xl/worksheets/sheet1.xml"))
        .contains("<v>46000.5</v>")
        .contains("a &lt; b &amp; _x005F_x0041_")
        .contains("<f>SUM(A1,2)</f>")
        .contains("<mergeCell ref=\"A2:B3\"/>")
        .contains("t=\"b\"><v>1</v>")
        .doesNotContain("HYPERLINK");
    assertThat(parts).containsKey("xl/media/image1.png").containsKey("xl/drawings/drawing1.xml");
    assertThat(String.join("", parts.values()))
        .doesNotContain("serveur")
        .doesNotContain("http://e/");
    assertThat(threats(outcome))
        .contains(Threat.CONVERTED, Threat.FORMULA, Threat.DANGEROUS_LINK, Threat.HIDDEN_CONTENT);
  }

  @Test
  void underTheStrictPolicyFormulasLeaveAsValues() throws IOException {
    assertThat(parts(pass("strict", "a.xls", workbook())).get("xl/worksheets/sheet1.xml"))
        .doesNotContain("<f>");
  }

  @Test
  void aWorkbookWithAPasswordIsRefused() throws IOException {
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      book.createSheet("a");
      book.write(out);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertRefused(pass("a.xls", out.toByteArray()), Reason.ENCRYPTED);
  }

  @Test
  void aPresentationKeepsItsSlides() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSLFSlideShow show = new HSLFSlideShow()) {
      HSLFSlide slide = show.createSlide();
      slide.addTitle().setText("Conseil municipal");
      HSLFTextBox box = slide.createTextBox();
      box.setText("Ordre du jour\rBudget");
      box.setAnchor(new Rectangle(10, 20, 300, 100));
      show.write(out);
    }
    Outcome outcome = pass("a.ppt", out.toByteArray());
    assertThat(rebuilt(outcome).type()).isEqualTo(ContentType.PPTX);
    assertThat(parts(outcome).get("ppt/slides/slide1.xml"))
        .contains("<p:ph type=\"title\"/>")
        .contains("Conseil municipal")
        .contains("Ordre du jour")
        .contains("x=\"127000\" y=\"254000\"");
  }

  private static String body(String rtf) throws IOException {
    return parts(pass("a.rtf", rtf.getBytes(StandardCharsets.ISO_8859_1)))
        .getOrDefault("word/document.xml", "");
  }

  @Test
  void richTextKeepsLooksTablesAndLetters() throws IOException {
    String body =
        body(
            "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss"
                + " Arial;}}{\\colortbl;\\red255\\green0\\blue0;}\\pard\\qc\\b\\fs28\\cf1"
                + " D\\'e9lib\\u233?ration\\b0\\par\\trowd\\cellx2000\\cellx5000\\pard\\intbl"
                + " un\\cell deux\\cell\\row\\pard apr\\'e8s\\par}");
    assertThat(body)
        .contains("<w:jc w:val=\"center\"/>")
        .contains("<w:b/><w:color w:val=\"FF0000\"/><w:sz w:val=\"28\"/>")
        .contains("Délibération")
        .contains("<w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"3000\"/>")
        .contains("un</w:t>")
        .contains("après");
  }

  @ParameterizedTest
  @CsvSource({
    "{\\field{\\*\\fldinst DDEAUTO c:\\\\cmd.exe calc}{\\fldrslt vu}},DYNAMIC_DATA_EXCHANGE",
    "{\\field{\\*\\fldinst INCLUDEPICTURE \"http://e/p.png\"}{\\fldrslt vu}},FIELD_INCLUDE",
    "{\\*\\template http://e/t.dotm} vu,EXTERNAL_TEMPLATE",
    "{\\object\\objemb{\\*\\objdata 0105}{\\result vu}},EMBEDDED_OBJECT",
    "{\\field{\\*\\fldinst HYPERLINK \"file://e/s\"}{\\fldrslt vu}},DANGEROUS_LINK"
  })
  void richTextLosesWhatActs(String inside, Threat threat) throws IOException {
    Outcome outcome =
        pass("a.rtf", ("{\\rtf1 " + inside + "}").getBytes(StandardCharsets.ISO_8859_1));
    String all = String.join("", parts(outcome).values());
    assertThat(all).contains("vu").doesNotContain("//e/").doesNotContain("cmd");
    assertThat(threats(outcome)).contains(threat);
  }

  @Test
  void signsOfTheFontSymbolKeepTheirMeaning() throws IOException {
    assertThat(
            body(
                "{\\rtf1{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset2 Symbol;}}5 {\\f1 m}g {\\f1\\'a3}"
                    + " 6}"))
        .contains("\u03bc</w:t>")
        .contains("\u2264</w:t>");
  }

  @Test
  void picturesInRichTextAreRebuilt() throws IOException {
    String hex = HexFormat.of().formatHex(png());
    Outcome outcome =
        pass(
            "a.rtf",
            ("{\\rtf1{\\pict\\pngblip\\picwgoal300\\pichgoal300 " + hex + "}}")
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(parts(outcome)).containsKey("word/media/image1.png");
  }

  @Test
  void groupsWithoutEndAreRefused() {
    assertRefused(pass("a.rtf", "{\\rtf1" + "{".repeat(100_000)), Reason.TOO_DEEP);
  }

  @Test
  void harmlessFormulasAreThoseOfTheirOwnWorkbook() {
    assertThat(Formulas.isHarmless("IF(A1>2,'Autre feuille'!B2,\"x(y)\")")).isTrue();
    assertThat(Formulas.isHarmless("[1]Feuille!A1")).isFalse();
    assertThat(Formulas.isHarmless("'http://e/[a.xls]F'!A1")).isFalse();
    assertThat(Formulas.isHarmless("cmd|'/c calc'!A0")).isFalse();
    assertThat(Formulas.isHarmless("WEBSERVICE(\"http://e\")")).isFalse();
    assertThat(Formulas.isHarmless("SUM(CALL(\"a\"))")).isFalse();
  }

  @Test
  void theSameFileGivesTheSameBytes() throws IOException {
    byte[] book = workbook();
    assertThat(rebuilt(pass("a.xls", book)).content().bytes())
        .isEqualTo(rebuilt(pass("a.xls", book)).content().bytes());
  }
}
