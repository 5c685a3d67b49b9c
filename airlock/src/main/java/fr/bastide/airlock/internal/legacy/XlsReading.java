package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Reads Excel workbooks of 97 to 2003 (MS-XLS), and the cells of older ones, into a new one.
final class XlsReading {

  private XlsReading() {}

  static byte[] converted(POIFSFileSystem file, Workbench bench, Ledger ledger) throws IOException {
    byte[] stream = stream(file.getRoot());
    List<Boolean> worksheets = XlsThreats.worksheets(stream, ledger);
    try (HSSFWorkbook book = new HSSFWorkbook(file.getRoot(), false)) {
      return converted(book, worksheets, bench, ledger);
    } catch (OldExcelFormatException older) {
      return OldXlsReading.converted(stream, bench, ledger);
    }
  }

  private static byte[] converted(
      HSSFWorkbook book, List<Boolean> worksheets, Workbench bench, Ledger ledger) {
    OpcWriting opc = new OpcWriting();
    SheetBook sheets = new SheetBook(opc);
    XlsStyles styles = new XlsStyles(book);
    Pictures pictures = new Pictures("xl/media/", opc, bench, ledger);
    int count = book.getNumberOfSheets();
    if (count > bench.policy().limits().pages()) {
      throw new RefusedException(Reason.TOO_MANY_PARTS, "workbook");
    }
    for (int i = 0; i < count; i++) {
      if (i < worksheets.size() && !worksheets.get(i)) {
        continue;
      }
      HSSFSheet sheet = book.getSheetAt(i);
      XlsSheet writing = new XlsSheet(sheet, styles, sheets, pictures, bench, ledger);
      Markup xml = writing.markup();
      String state = book.getSheetVisibility(i).name().toLowerCase(Locale.ROOT);
      if (!state.equals("visible")) {
        ledger.add(Threat.HIDDEN_CONTENT, "sheet " + (i + 1));
      }
      sheets.sheet(book.getSheetName(i), i == book.getActiveSheetIndex() ? "visible" : state, xml);
    }
    return sheets.bytes(book.getInternalWorkbook().isUsing1904DateWindowing(), styles.markup());
  }

  private static byte[] stream(DirectoryNode root) throws IOException {
    for (String name : List.of("Workbook", "WORKBOOK", "WorkBook", "Book", "BOOK")) {
      if (root.hasEntry(name)) {
        try (InputStream in = root.createDocumentInputStream(name)) {
          return in.readAllBytes();
        }
      }
    }
    throw new RefusedException(Reason.MALFORMED, "xls");
  }
}
