package fr.bastide.airlock.internal.legacy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// An Excel workbook in the making (ECMA-376 part 1, SpreadsheetML).
final class SheetBook {

  static final String NAMESPACES =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final int MOST_NAME = 31;

  private final OpcWriting opc;
  private final Markup sheets = new Markup();
  private final Set<String> names = new HashSet<>();
  private int count;

  SheetBook(OpcWriting opc) {
    this.opc = opc;
  }

  OpcWriting opc() {
    return opc;
  }

  /// The part that the next sheet will be.
  String nextPart() {
    return "xl/worksheets/sheet" + (count + 1) + ".xml";
  }

  /// Adds a sheet.
  ///
  /// @param state `visible`, `hidden` or `veryHidden`; the last is shown as hidden, so that it can
  ///   be found
  void sheet(String name, String state, Markup xml) {
    String part = nextPart();
    count++;
    opc.part(part, TYPE + "worksheet+xml", xml);
    sheets.raw("<sheet").attribute("name", unique(name)).attribute("sheetId", count);
    if (!state.equals("visible")) {
      sheets.attribute("state", "hidden");
    }
    String target = part.substring("xl/".length());
    sheets.attribute("r:id", opc.relate(WORKBOOK, "worksheet", target)).raw("/>");
  }

  private String unique(String raw) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < raw.length() && plain.length() < MOST_NAME; i++) {
      char c = raw.charAt(i);
      plain.append(c < ' ' || "[]:*?/\\".indexOf(c) >= 0 ? '_' : c);
    }
    String name = plain.isEmpty() ? "Feuille" : plain.toString();
    String whole = name;
    for (int i = 2; !names.add(whole.toLowerCase(Locale.ROOT)); i++) {
      String end = " (" + i + ")";
      whole = name.substring(0, Math.min(name.length(), MOST_NAME - end.length())) + end;
    }
    return whole;
  }

  byte[] bytes(boolean since1904, Markup styles) {
    if (count == 0) {
      sheet(
          "Feuille",
          "visible",
          new Markup().raw("<worksheet").raw(NAMESPACES).raw("><sheetData/></worksheet>"));
    }
    opc.relate("", "officeDocument", WORKBOOK);
    opc.relate(WORKBOOK, "styles", "styles.xml");
    opc.part("xl/styles.xml", TYPE + "styles+xml", styles);
    Markup xml = new Markup().raw("<workbook").raw(NAMESPACES).raw(">");
    xml.raw(since1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>");
    xml.raw("<bookViews><workbookView/></bookViews><sheets>").append(sheets);
    opc.part(WORKBOOK, TYPE + "sheet.main+xml", xml.raw("</sheets></workbook>"));
    return opc.bytes();
  }

  /// The name of a cell, `A1` for row 0 and column 0.
  static String cell(int row, int column) {
    StringBuilder letters = new StringBuilder();
    for (int c = column; c >= 0; c = c / 26 - 1) {
      letters.insert(0, (char) ('A' + c % 26));
    }
    return letters.append(row + 1).toString();
  }
}
