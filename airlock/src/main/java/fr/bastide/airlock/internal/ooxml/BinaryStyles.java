package fr.bastide.airlock.internal.ooxml;

import fr.bastide.airlock.internal.zip.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The number formats of a binary workbook (MS-XLSB 2.1.7.50).
///
/// @param formats the codes of its own formats, by number
/// @param cells the number of the format of each style of cells
record BinaryStyles(Map<Integer, String> formats, List<Integer> cells) {

  private static final int FORMAT = 44;
  private static final int STYLE = 47;
  private static final int BEGIN_CELLS = 617;
  private static final int END_CELLS = 618;
  private static final int MOST = 65_000;

  static BinaryStyles read(Member part) {
    Map<Integer, String> formats = new LinkedHashMap<>();
    List<Integer> cells = new ArrayList<>();
    boolean inCells = false;
    Biff12 records = new Biff12(part.bytes(), part.name());
    while (records.next()) {
      switch (records.type()) {
        case FORMAT -> formats.put(records.u16(), records.string());
        case BEGIN_CELLS -> inCells = true;
        case END_CELLS -> inCells = false;
        case STYLE -> {
          if (inCells && cells.size() < MOST) {
            records.skip(2);
            cells.add(records.u16());
          }
        }
        default -> {
          // Fonts, colours and borders do not leave.
        }
      }
    }
    return new BinaryStyles(formats, cells);
  }
}
