package fr.bastide.print.plot;

import java.util.List;

/// The table that says the same as a plot, for those who do not see it and for those who count.
///
/// @param caption what the table is about
/// @param headers one for each column; the first column names the row
/// @param rows each with as many cells as there are headers, already written for people
public record PlotTable(String caption, List<String> headers, List<List<String>> rows) {

  public PlotTable {
    headers = List.copyOf(headers);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != headers.size()) {
        throw new IllegalArgumentException("a row of " + row.size() + " cells in " + caption);
      }
    }
  }
}
