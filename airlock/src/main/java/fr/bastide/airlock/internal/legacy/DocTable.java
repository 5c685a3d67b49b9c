package fr.bastide.airlock.internal.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;

/// Writes a table of a Word document: every row has cells of its own widths, which together make
/// the columns.
final class DocTable {

  private static final int MOST_EDGES = 200;

  private DocTable() {}

  static void write(Table table, WordBody body, Consumer<TableCell> content) {
    List<Integer> edges = edges(table);
    body.beginTable(DocText.columns(edges));
    for (int r = 0; r < table.numRows(); r++) {
      TableRow row = table.getRow(r);
      if (row.numCells() == 0) {
        continue;
      }
      body.beginRow(row.isTableHeader());
      for (int c = 0; c < row.numCells(); c++) {
        TableCell cell = row.getCell(c);
        if (cell.isMerged() && !cell.isFirstMerged() && c > 0 && cell.text().isBlank()) {
          continue; // counted in the span of the first
        }
        int right = right(row, c);
        body.beginCell(
            right - cell.getLeftEdge(), span(edges, cell.getLeftEdge(), right), merge(cell), "");
        content.accept(cell);
        body.endCell();
      }
      body.endRow();
    }
    body.endTable();
  }

  private static String merge(TableCell cell) {
    if (cell.isFirstVerticallyMerged()) {
      return "restart";
    }
    return cell.isVerticallyMerged() && cell.text().isBlank() ? "continue" : "";
  }

  private static int right(TableRow row, int cell) {
    int last = cell;
    while (last + 1 < row.numCells()
        && row.getCell(last + 1).isMerged()
        && !row.getCell(last + 1).isFirstMerged()
        && row.getCell(last + 1).text().isBlank()) {
      last++;
    }
    return row.getCell(last).getLeftEdge() + row.getCell(last).getWidth();
  }

  private static List<Integer> edges(Table table) {
    TreeSet<Integer> edges = new TreeSet<>();
    for (int r = 0; r < table.numRows() && edges.size() < MOST_EDGES; r++) {
      TableRow row = table.getRow(r);
      for (int c = 0; c < row.numCells(); c++) {
        edges.add(row.getCell(c).getLeftEdge());
        edges.add(row.getCell(c).getLeftEdge() + row.getCell(c).getWidth());
      }
    }
    return new ArrayList<>(edges);
  }

  private static int span(List<Integer> edges, int left, int right) {
    int span = 0;
    for (int edge : edges) {
      if (edge > left && edge <= right) {
        span++;
      }
    }
    return Math.max(1, span);
  }
}
