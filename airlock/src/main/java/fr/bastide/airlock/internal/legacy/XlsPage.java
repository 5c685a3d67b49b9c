package fr.bastide.airlock.internal.legacy;

import org.apache.poi.hssf.usermodel.HSSFPrintSetup;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.PageMargin;

/// Writes how an old sheet is printed: margins, paper, scale, header and footer.
final class XlsPage {

  private static final int A4 = 9;
  private static final int MOST_PAPER = 118;
  private static final int MOST_TEXT = 255;

  private XlsPage() {}

  static void write(HSSFSheet sheet, Markup xml) {
    xml.raw("<pageMargins");
    xml.attribute("left", inches(sheet, PageMargin.LEFT));
    xml.attribute("right", inches(sheet, PageMargin.RIGHT));
    xml.attribute("top", inches(sheet, PageMargin.TOP));
    xml.attribute("bottom", inches(sheet, PageMargin.BOTTOM));
    xml.attribute("header", inches(sheet, PageMargin.HEADER));
    xml.attribute("footer", inches(sheet, PageMargin.FOOTER)).raw("/>");
    HSSFPrintSetup setup = sheet.getPrintSetup();
    int paper = setup.getPaperSize();
    xml.raw("<pageSetup").attribute("paperSize", paper > 0 && paper <= MOST_PAPER ? paper : A4);
    if (setup.getScale() >= 10 && setup.getScale() <= 400) {
      xml.attribute("scale", setup.getScale());
    }
    if (isFitted(sheet)) {
      xml.attribute("fitToWidth", Math.max(0, setup.getFitWidth()));
      xml.attribute("fitToHeight", Math.max(0, setup.getFitHeight()));
    }
    xml.attribute("orientation", setup.getLandscape() ? "landscape" : "portrait").raw("/>");
    String header = text(sheet.getHeader());
    String footer = text(sheet.getFooter());
    if (!header.isEmpty() || !footer.isEmpty()) {
      xml.raw("<headerFooter><oddHeader>").text(header).raw("</oddHeader><oddFooter>");
      xml.text(footer).raw("</oddFooter></headerFooter>");
    }
  }

  static boolean isFitted(HSSFSheet sheet) {
    try {
      return sheet.getFitToPage();
    } catch (NullPointerException untold) {
      return false; // so the library answers when the sheet does not tell
    }
  }

  private static String inches(HSSFSheet sheet, PageMargin margin) {
    double told = sheet.getMargin(margin);
    double sane = Double.isFinite(told) && told >= 0 && told < 20 ? told : 0.75;
    long thousandths = Math.round(sane * 1000);
    return thousandths / 1000 + "." + Long.toString(1000 + thousandths % 1000).substring(1);
  }

  /// The three parts behind their marks, as both formats write them.
  private static String text(HeaderFooter part) {
    String whole =
        part("&L", part.getLeft()) + part("&C", part.getCenter()) + part("&R", part.getRight());
    return whole.length() > MOST_TEXT ? whole.substring(0, MOST_TEXT) : whole;
  }

  private static String part(String mark, String text) {
    return text == null || text.isEmpty() ? "" : mark + text;
  }
}
