package fr.bastide.web.board;

import fr.bastide.kernel.Language;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.board.BoardRow;
import fr.bastide.web.frame.Texts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes the board as CSV (RFC 4180, UTF-8 with byte order mark) for spreadsheets; a cell that one
/// of them would run as a formula begins with an apostrophe.
final class BoardCsv {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "name",
          "form",
          "departement",
          "siren",
          "depth",
          "grade",
          "low",
          "point",
          "high",
          "scale",
          "date",
          "completed",
          "done",
          "measures",
          "example");

  private final Language language;
  private final char separator;
  private final StringBuilder out = new StringBuilder("\ufeff");

  private BoardCsv(Language language) {
    this.language = language;
    this.separator = language == Language.FR ? ';' : ',';
  }

  /// The file; with `;` in French, as French spreadsheets want it.
  static byte[] write(List<BoardRow> rows, Language language) {
    BoardCsv csv = new BoardCsv(language);
    Texts texts = Texts.in(language);
    csv.line(COLUMNS.stream().map(column -> texts.get("board.csv." + column)).toList());
    rows.forEach(row -> csv.line(csv.cells(row)));
    return csv.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> cells(BoardRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.body().id().value());
    cells.add(row.body().name());
    cells.add(row.body().form().label().in(language));
    cells.add(row.body().departement());
    cells.add(row.body().siren().map(Object::toString).orElse(""));
    cells.add(row.depth().name().toLowerCase(Locale.ROOT));
    cells.add(row.result().grade().name());
    cells.add(points(row.result().total().low()));
    cells.add(points(row.result().total().point()));
    cells.add(points(row.result().total().high()));
    cells.add(row.result().scale());
    cells.add(LocalDate.ofInstant(row.at(), AssessmentDesk.ZONE).toString());
    cells.add(yes(row.completed()));
    cells.add(Integer.toString(row.measuresDone()));
    cells.add(Integer.toString(row.measures()));
    cells.add(yes(row.example()));
    return cells;
  }

  private String points(double points) {
    return String.format(language.locale(), "%.1f", points);
  }

  private String yes(boolean is) {
    return Texts.in(language).get(is ? "board.csv.yes" : "board.csv.no");
  }

  private void line(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : String.valueOf(separator)).append(quoted(safe(cells.get(i))));
    }
    out.append("\r\n");
  }

  private String quoted(String cell) {
    boolean plain =
        cell.chars().noneMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static String safe(String cell) {
    String bare = cell.strip();
    boolean formula = !bare.isEmpty() && "=+-@＝＋－＠".indexOf(bare.charAt(0)) >= 0;
    return formula || cell.startsWith("\t") || cell.startsWith("\r") ? "'" + cell : cell;
  }
}
