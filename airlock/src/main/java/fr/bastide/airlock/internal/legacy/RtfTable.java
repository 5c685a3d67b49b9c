package fr.bastide.airlock.internal.legacy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Gathers the rows of a table of rich text until it ends: rich text tells each row's cells anew.
final class RtfTable {

  private static final int MOST_CELLS = 1000;
  private static final int USUAL_WIDTH = 2000;

  private record Row(List<Integer> edges, List<String> merges, List<WordBody> cells, int left) {}

  private final List<Row> rows = new ArrayList<>();
  private final List<Integer> edges = new ArrayList<>();
  private final List<String> merges = new ArrayList<>();
  private final List<WordBody> cells = new ArrayList<>();
  private String merge = "";
  private int left;

  /// A word of a row's definition.
  ///
  /// @return whether it was one
  boolean word(String word, int number) {
    switch (word) {
      case "trowd" -> {
        edges.clear();
        merges.clear();
        merge = "";
        left = 0;
      }
      case "trleft" -> left = number;
      case "clvmgf" -> merge = "restart";
      case "clvmrg" -> merge = "continue";
      case "cellx" -> {
        if (edges.size() < MOST_CELLS) {
          edges.add(number);
          merges.add(merge);
        }
        merge = "";
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  void cell(WordBody content) {
    if (cells.size() < MOST_CELLS) {
      cells.add(content);
    }
  }

  void row() {
    if (!cells.isEmpty()) {
      rows.add(new Row(List.copyOf(edges), List.copyOf(merges), List.copyOf(cells), left));
      cells.clear();
    }
  }

  boolean isEmpty() {
    return rows.isEmpty() && cells.isEmpty();
  }

  /// Writes what was gathered.
  void write(WordBody body) {
    row();
    if (rows.isEmpty()) {
      return;
    }
    TreeSet<Integer> all = new TreeSet<>();
    for (Row row : rows) {
      all.add(row.left());
      for (int i = 0; i < row.cells().size(); i++) {
        all.add(edge(row, i));
      }
    }
    List<Integer> grid = new ArrayList<>(all);
    body.beginTable(DocText.columns(grid));
    for (Row row : rows) {
      body.beginRow(false);
      int from = row.left();
      for (int i = 0; i < row.cells().size(); i++) {
        int to = Math.max(from, edge(row, i));
        String down = i < row.merges().size() ? row.merges().get(i) : "";
        body.beginCell(to - from, Math.max(1, grid.indexOf(to) - grid.indexOf(from)), down, "");
        body.include(row.cells().get(i));
        body.endCell();
        from = to;
      }
      body.endRow();
    }
    body.endTable();
    rows.clear();
  }

  private static int edge(Row row, int cell) {
    if (cell < row.edges().size()) {
      return row.edges().get(cell);
    }
    int last = row.edges().isEmpty() ? row.left() : row.edges().getLast();
    return last + (cell - row.edges().size() + 1) * USUAL_WIDTH;
  }
}
