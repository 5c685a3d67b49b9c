package fr.bastide.airlock.internal.audit;

import java.util.List;
import java.util.Locale;

/// Formulas of spreadsheets that reach beyond the sheet.
final class Formula {

  private static final List<String> CALLS =
      List.of(
          "DDE(",
          "WEBSERVICE(",
          "RTD(",
          "CALL(",
          "REGISTER(",
          "REGISTER.ID(",
          "EXEC(",
          "EVALUATE(",
          "FILTERXML(",
          "IMAGE(",
          "IMPORTXML(",
          "IMPORTDATA(",
          "IMPORTHTML(",
          "IMPORTRANGE(",
          "IMPORTFEED(",
          "CUBEVALUE(",
          "CUBEMEMBER(",
          "SQL.REQUEST(",
          "RUN(",
          "FOPEN(");

  private Formula() {}

  /// Whether it starts a program, asks a server or another file, or exchanges data.
  static boolean reachesOut(String formula) {
    StringBuilder bare = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < formula.length(); i++) {
      char c = formula.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && !Character.isWhitespace(c)) {
        bare.append(c);
      }
    }
    String text = bare.toString().toUpperCase(Locale.ROOT);
    return text.indexOf('|') >= 0
        || CALLS.stream().anyMatch(call -> calls(text, call))
        || names(text);
  }

  /// Whether a function of that name is called, not one whose name ends like it.
  private static boolean calls(String text, String call) {
    for (int at = text.indexOf(call); at >= 0; at = text.indexOf(call, at + 1)) {
      char before = at == 0 ? '=' : text.charAt(at - 1);
      if (!Character.isLetterOrDigit(before) && before != '_') {
        return true;
      }
    }
    return false;
  }

  /// Whether another file is named: `[1]Sheet!A1`, `'file:///…'#$Sheet.A1`, `\\server`.
  private static boolean names(String text) {
    if (text.contains("FILE:")
        || text.contains("HTTP:")
        || text.contains("HTTPS:")
        || text.contains("\\\\")) {
      return true;
    }
    int bracket = text.indexOf('[');
    return bracket >= 0
        && bracket + 1 < text.length()
        && Character.isDigit(text.charAt(bracket + 1))
        && text.indexOf('!', bracket) > 0;
  }
}
