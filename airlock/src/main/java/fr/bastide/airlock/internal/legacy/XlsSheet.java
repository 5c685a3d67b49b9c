package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFHyperlink;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;

/// Writes one sheet of an old workbook as SpreadsheetML.
final class XlsSheet {

  private static final int MOST_TEXT = 32_767;

  private final HSSFSheet sheet;
  private final XlsStyles styles;
  private final SheetBook book;
  private final Pictures pictures;
  private final Workbench bench;
  private final Ledger ledger;
  private final String part;
  private int lastColumn;

  XlsSheet(
      HSSFSheet sheet,
      XlsStyles styles,
      SheetBook book,
      Pictures pictures,
      Workbench bench,
      Ledger ledger) {
    this.sheet = sheet;
    this.styles = styles;
    this.book = book;
    this.pictures = pictures;
    this.bench = bench;
    this.ledger = ledger;
    this.part = book.nextPart();
  }

  Markup markup() {
    Markup rows = new Markup();
    for (Row row : sheet) {
      row((HSSFRow) row, rows);
    }
    Markup xml = new Markup().raw("<worksheet").raw(SheetBook.NAMESPACES).raw(">");
    xml.raw(XlsPage.isFitted(sheet) ? "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>" : "");
    view(xml);
    xml.raw("<sheetFormatPr").attribute("defaultColWidth", sheet.getDefaultColumnWidth());
    xml.raw(" defaultRowHeight=\"").raw(points(sheet.getDefaultRowHeight())).raw("\"/>");
    columns(xml);
    xml.raw("<sheetData>").append(rows).raw("</sheetData>");
    merged(xml);
    links(xml);
    XlsPage.write(sheet, xml);
    XlsDrawing.write(sheet, part, book.opc(), pictures, ledger, xml);
    if (!sheet.getCellComments().isEmpty()) {
      ledger.add(Threat.HIDDEN_CONTENT, part + " comments", sheet.getCellComments().size());
    }
    return xml.raw("</worksheet>");
  }

  private void view(Markup xml) {
    xml.raw("<sheetViews><sheetView workbookViewId=\"0\"");
    if (!sheet.isDisplayGridlines()) {
      xml.attribute("showGridLines", 0);
    }
    var pane = sheet.getPaneInformation();
    if (pane != null && pane.isFreezePane()) {
      int across = pane.getVerticalSplitPosition();
      int down = pane.getHorizontalSplitPosition();
      if (across > 0 || down > 0) {
        String corner = across > 0 ? down > 0 ? "bottomRight" : "topRight" : "bottomLeft";
        xml.raw("><pane");
        if (across > 0) {
          xml.attribute("xSplit", across);
        }
        if (down > 0) {
          xml.attribute("ySplit", down);
        }
        xml.attribute("topLeftCell", SheetBook.cell(down, across)).attribute("activePane", corner);
        xml.raw(" state=\"frozen\"/></sheetView></sheetViews>");
        return;
      }
    }
    xml.raw("/></sheetViews>");
  }

  private void columns(Markup xml) {
    Markup columns = new Markup();
    for (int c = 0; c <= Math.min(255, lastColumn); c++) {
      int width = sheet.getColumnWidth(c);
      boolean hidden = sheet.isColumnHidden(c);
      if (hidden || width != sheet.getDefaultColumnWidth() * 256) {
        columns.raw("<col").attribute("min", c + 1).attribute("max", c + 1);
        columns.attribute("width", hundredths(Math.round(width * 100f / 256)));
        columns.raw(hidden ? " hidden=\"1\"" : "").raw(" customWidth=\"1\"/>");
      }
    }
    if (!columns.isEmpty()) {
      xml.raw("<cols>").append(columns).raw("</cols>");
    }
  }

  private void row(HSSFRow row, Markup xml) {
    bench.parts(1);
    xml.raw("<row").attribute("r", row.getRowNum() + 1);
    if (row.getHeight() != sheet.getDefaultRowHeight()) {
      xml.attribute("ht", points(row.getHeight())).attribute("customHeight", 1);
    }
    xml.raw(row.getZeroHeight() ? " hidden=\"1\">" : ">");
    for (Cell cell : row) {
      cell((HSSFCell) cell, xml);
    }
    xml.raw("</row>");
  }

  private void cell(HSSFCell cell, Markup xml) {
    lastColumn = Math.max(lastColumn, cell.getColumnIndex());
    xml.raw("<c").attribute("r", SheetBook.cell(cell.getRowIndex(), cell.getColumnIndex()));
    int style = cell.getCellStyle().getIndex();
    if (style != 0) {
      xml.attribute("s", style);
    }
    boolean formula = cell.getCellType() == CellType.FORMULA;
    CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
    Optional<String> code = formula ? formula(cell) : Optional.empty();
    switch (type) {
      case NUMERIC -> {
        xml.raw(">");
        code(code, xml);
        xml.raw("<v>").raw(number(cell.getNumericCellValue())).raw("</v></c>");
      }
      case STRING -> text(cell, code, xml);
      case BOOLEAN -> {
        xml.raw(" t=\"b\">");
        code(code, xml);
        xml.raw(cell.getBooleanCellValue() ? "<v>1</v></c>" : "<v>0</v></c>");
      }
      case ERROR -> {
        xml.raw(" t=\"e\">");
        code(code, xml);
        xml.raw("<v>").text(error(cell.getErrorCellValue())).raw("</v></c>");
      }
      default -> xml.raw("/>");
    }
  }

  private Optional<String> formula(HSSFCell cell) {
    // A formula over several cells would have to be told for all of them at once: values stay.
    if (!bench.policy().formulas() || cell.isPartOfArrayFormulaGroup()) {
      return Optional.empty();
    }
    String code;
    try {
      code = cell.getCellFormula();
    } catch (RuntimeException broken) {
      // The library throws whatever happens to it on broken formulas; the value remains.
      ledger.add(Threat.FORMULA, part);
      return Optional.empty();
    }
    if (!Formulas.isHarmless(code)) {
      ledger.add(Threat.FORMULA, part);
      return Optional.empty();
    }
    return Optional.of(code);
  }

  private static void code(Optional<String> code, Markup xml) {
    code.ifPresent(formula -> xml.raw("<f>").text(formula).raw("</f>"));
  }

  private void text(HSSFCell cell, Optional<String> code, Markup xml) {
    HSSFRichTextString rich = cell.getRichStringCellValue();
    String text = rich.getString();
    if (text.length() > MOST_TEXT) {
      text = text.substring(0, MOST_TEXT);
    }
    if (code.isPresent()) {
      xml.raw(" t=\"str\">");
      code(code, xml);
      xml.raw("<v>").text(escaped(text)).raw("</v></c>");
      return;
    }
    xml.raw(" t=\"inlineStr\"><is>");
    int runs = rich.numFormattingRuns();
    if (runs == 0) {
      element(text, xml);
    } else {
      int first = Math.min(text.length(), rich.getIndexOfFormattingRun(0));
      if (first > 0) {
        xml.raw("<r>");
        element(text.substring(0, first), xml);
        xml.raw("</r>");
      }
      for (int i = 0; i < runs; i++) {
        int from = Math.min(text.length(), rich.getIndexOfFormattingRun(i));
        int to =
            i + 1 < runs
                ? Math.min(text.length(), rich.getIndexOfFormattingRun(i + 1))
                : text.length();
        if (to > from) {
          xml.raw("<r>");
          styles.run(rich.getFontOfFormattingRun(i), xml);
          element(text.substring(from, to), xml);
          xml.raw("</r>");
        }
      }
    }
    xml.raw("</is></c>");
  }

  private static void element(String text, Markup xml) {
    xml.raw("<t xml:space=\"preserve\">").text(escaped(text)).raw("</t>");
  }

  /// `_x0041_` is how the format writes characters by number: the words themselves are guarded.
  private static String escaped(String text) {
    return text.contains("_x") ? text.replace("_x", "_x005F_x") : text;
  }

  private void merged(Markup xml) {
    if (sheet.getNumMergedRegions() == 0) {
      return;
    }
    xml.raw("<mergeCells>");
    for (CellRangeAddress region : sheet.getMergedRegions()) {
      bench.parts(1);
      if (region.getNumberOfCells() > 1) {
        xml.raw("<mergeCell").attribute("ref", region.formatAsString()).raw("/>");
      }
    }
    xml.raw("</mergeCells>");
  }

  private void links(Markup xml) {
    Links links = new Links(bench.policy().links(), ledger);
    Markup all = new Markup();
    for (HSSFHyperlink link : sheet.getHyperlinkList()) {
      String address = link.getAddress();
      if (address == null || link.getFirstRow() < 0 || link.getFirstColumn() < 0) {
        continue;
      }
      Optional<String> staying =
          switch (link.getType()) {
            case DOCUMENT, NONE -> Optional.<String>empty();
            default -> links.staying(address, part);
          };
      if (staying.isPresent()) {
        all.raw("<hyperlink");
        all.attribute("ref", SheetBook.cell(link.getFirstRow(), link.getFirstColumn()));
        String id = book.opc().relateOutside(part, "hyperlink", staying.get());
        all.attribute("r:id", id).raw("/>");
      }
    }
    if (!all.isEmpty()) {
      xml.raw("<hyperlinks>").append(all).raw("</hyperlinks>");
    }
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return "0";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String error(byte code) {
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#VALUE!";
  }

  private static String points(short twips) {
    return hundredths(Math.max(0, twips & 0x7fff) * 5L);
  }

  private static String hundredths(long value) {
    return value / 100 + "." + value / 10 % 10 + value % 10;
  }
}
