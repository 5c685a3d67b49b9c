package fr.bastide.directory.internal;

/// Cells that a spreadsheet would run instead of showing.
final class Formulas {

  private Formulas() {}

  /// Whether a cell begins with `=`, `+`, `-`, `@` or their full-width forms; blanks and control
  /// characters before them count for nothing, as some spreadsheets drop them.
  static boolean formula(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (!Character.isWhitespace(c)
          && !Character.isSpaceChar(c)
          && !Character.isISOControl(c)
          && c != '\ufeff') {
        return "=+-@＝＋－＠".indexOf(c) >= 0;
      }
    }
    return false;
  }

  /// The cell with an apostrophe before it when it must be disarmed. A cell that begins with
  /// apostrophes and would be a formula without them gets one more, so that [#armed] undoes it.
  static String disarmed(String cell) {
    return formula(bare(cell)) ? "'" + cell : cell;
  }

  /// The cell as it was before it was disarmed.
  static String armed(String cell) {
    return cell.startsWith("'") && formula(bare(cell)) ? cell.substring(1) : cell;
  }

  private static String bare(String cell) {
    int at = 0;
    while (at < cell.length() && cell.charAt(at) == '\'') {
      at++;
    }
    return cell.substring(at);
  }
}
