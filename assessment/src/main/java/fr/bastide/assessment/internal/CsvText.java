package fr.bastide.assessment.internal;

/// CSV being written as RFC 4180 says, with cells that no spreadsheet takes for a formula.
public final class CsvText {

  private final StringBuilder text = new StringBuilder();

  /// Adds a row.
  public CsvText row(String... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    text.append("\r\n");
    return this;
  }

  private static String cell(String value) {
    String harmless = formula(value) ? "'" + value : value;
    boolean quoted =
        harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
    return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }

  /// Whether a spreadsheet might run this: blanks and control characters before the sign count for
  /// nothing, as some spreadsheets drop them.
  private static boolean formula(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isSpaceChar(c) && !Character.isISOControl(c) && c != '\ufeff') {
        return "=+-@".indexOf(c) >= 0;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
