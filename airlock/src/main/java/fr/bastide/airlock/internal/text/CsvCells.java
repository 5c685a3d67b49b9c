package fr.bastide.airlock.internal.text;

import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;

/// Reads comma-separated values (RFC 4180) as spreadsheets do, and writes each cell so that none is
/// taken for a formula.
///
/// A cell that begins like a formula gets an apostrophe, unless it is a plain number: a spreadsheet
/// shows the apostrophe or takes it for "this is text", and runs nothing either way.
final class CsvCells {

  private static final String SEPARATORS = ",;\t|";
  private static final String STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private final String text;
  private final char separator;
  private final Workbench bench;
  private final Ledger ledger;
  private final StringBuilder out;
  private int at;
  private int row = 1;

  private CsvCells(String text, Workbench bench, Ledger ledger) {
    this.text = text;
    this.separator = separator(text);
    this.bench = bench;
    this.ledger = ledger;
    this.out = new StringBuilder(text.length() + 16);
  }

  static String neutral(String text, Workbench bench, Ledger ledger) {
    return new CsvCells(text, bench, ledger).write();
  }

  /// The separator that stands most often in the first line outside quotes.
  private static char separator(String text) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\n' && !quoted) {
        break;
      } else if (!quoted && SEPARATORS.indexOf(c) >= 0) {
        counts[SEPARATORS.indexOf(c)]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.charAt(best);
  }

  private String write() {
    while (at < text.length()) {
      bench.parts(1);
      cell();
      if (at >= text.length()) {
        break;
      }
      char c = text.charAt(at++);
      if (c == separator) {
        out.append(separator);
      } else {
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        out.append("\r\n");
        row++;
      }
    }
    return out.toString();
  }

  private void cell() {
    StringBuilder cell = new StringBuilder();
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    if (quoted) {
      at++;
      quoted(cell);
    }
    while (at < text.length() && !isEnd(text.charAt(at))) {
      cell.append(text.charAt(at++));
    }
    put(cell.toString(), quoted);
  }

  private void quoted(StringBuilder cell) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        cell.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        cell.append('"');
        at++;
      } else {
        return;
      }
    }
  }

  private boolean isEnd(char c) {
    return c == separator || c == '\n' || c == '\r';
  }

  private void put(String cell, boolean wasQuoted) {
    String neutral = cell;
    // Some spreadsheets drop leading blanks and quotes before they look for a formula, and any of
    // the usual separators may be the one the reader's spreadsheet cuts at.
    if (isFormula(cell)) {
      ledger.add(Threat.FORMULA, "row " + row);
      neutral = "'" + cell;
    }
    String inner = separated(neutral);
    boolean quote = wasQuoted || needsQuotes(inner);
    out.append(quote ? "\"" + inner.replace("\"", "\"\"") + "\"" : inner);
  }

  private boolean needsQuotes(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '"' || c == '\n' || c == '\r' || c == separator) {
        return true;
      }
    }
    return false;
  }

  /// A formula after another separator within the cell would start a cell where that one is used.
  private String separated(String cell) {
    StringBuilder safe = new StringBuilder(cell);
    for (int i = safe.length() - 2; i >= 0; i--) {
      char c = safe.charAt(i);
      boolean start = SEPARATORS.indexOf(c) >= 0 || c == '\n' || c == '\r';
      if (start && isFormula(safe.substring(i + 1, Math.min(safe.length(), i + 64)))) {
        ledger.add(Threat.FORMULA, "row " + row);
        safe.insert(i + 1, '\'');
      }
    }
    return safe.toString();
  }

  static boolean isFormula(String cell) {
    int from = 0;
    while (from < cell.length()
        && (cell.charAt(from) == ' '
            || cell.charAt(from) == '"'
            || cell.charAt(from) == '\u00a0')) {
      from++;
    }
    return from < cell.length()
        && STARTS.indexOf(cell.charAt(from)) >= 0
        && !isHarmless(cell.substring(from));
  }

  /// Numbers, dates, phone numbers and dashes: signs and digits and what stands between them, with
  /// no letter but an exponent and no operator in the middle.
  private static boolean isHarmless(String cell) {
    char sign = cell.charAt(0);
    if (sign != '-' && sign != '+') {
      return false;
    }
    boolean digits = false;
    boolean exponent = false;
    for (int i = 1; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = true;
      } else if ((c == 'e' || c == 'E') && digits && !exponent) {
        exponent = true;
      } else if (!isExponentSign(cell, i) && ".,\u00a0\u202f %\u20ac".indexOf(c) < 0) {
        return onlyDashes(cell);
      }
    }
    return digits || onlyDashes(cell);
  }

  private static boolean isExponentSign(String cell, int at) {
    char before = cell.charAt(at - 1);
    return "+-".indexOf(cell.charAt(at)) >= 0 && (before == 'e' || before == 'E');
  }

  private static boolean onlyDashes(String cell) {
    return cell.strip().chars().allMatch(c -> c == '-');
  }
}
