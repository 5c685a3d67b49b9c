package fr.bastide.airlock.internal.legacy;

import fr.bastide.airlock.internal.Lists;
import fr.bastide.airlock.internal.Resources;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Tells which formulas compute from their own workbook alone: the functions of
/// `legacy/functions.yaml`, references, numbers and texts.
final class Formulas {

  private static final int MOST_LENGTH = 8000;
  private static final Set<String> FUNCTIONS =
      new HashSet<>(Lists.strings(Resources.document("legacy/functions.yaml"), "functions"));

  private Formulas() {}

  static boolean isHarmless(String formula) {
    if (formula.isEmpty() || formula.length() > MOST_LENGTH) {
      return false;
    }
    boolean text = false;
    boolean sheet = false;
    int word = -1;
    for (int i = 0; i < formula.length(); i++) {
      char c = formula.charAt(i);
      if (text || sheet) {
        text &= c != '"';
        sheet &= c != '\'';
        if (sheet && (c == '[' || c == '|' || c == '\\' || c == '/')) {
          return false;
        }
        continue;
      }
      boolean inWord = Character.isLetterOrDigit(c) || c == '.' || c == '_';
      if (inWord && word < 0) {
        word = i;
      }
      if (c == '(' && word >= 0 && !isKnown(formula.substring(word, i))) {
        return false;
      }
      if (!inWord) {
        word = -1;
      }
      if (c == '[' || c == ']' || c == '|' || c == '\\' || c == '@' || c == '`' || c < ' ') {
        return false; // other workbooks, other programs
      }
      text = c == '"';
      sheet = c == '\'';
    }
    return !text && !sheet;
  }

  private static boolean isKnown(String word) {
    return FUNCTIONS.contains(word.toUpperCase(Locale.ROOT));
  }
}
