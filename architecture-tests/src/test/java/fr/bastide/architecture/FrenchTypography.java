package fr.bastide.architecture;

import java.util.ArrayList;
import java.util.List;

/// How French is set: which spaces go with which signs, and no shortcut of the kind "minute(s)".
///
/// After the *Lexique des règles typographiques en usage à l’Imprimerie nationale*: a no-break
/// space (U+00A0) before a colon and a percent sign and within guillemets, a narrow one (U+202F)
/// before a semicolon, an exclamation and a question mark.
final class FrenchTypography {

  private static final char WIDE = '\u00a0';
  private static final char NARROW = '\u202f';
  private static final List<String> SHORTCUTS = List.of("(s)", "(e)", "(es)", "(x)", "(nt)");

  private FrenchTypography() {}

  /// What is wrong with a text, each fault with the letters around it; empty when nothing is.
  static List<String> faults(String text) {
    List<String> faults = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      String fault = fault(text, at);
      if (!fault.isEmpty()) {
        String around = text.substring(Math.max(0, at - 12), Math.min(text.length(), at + 8));
        faults.add(fault + " in \"" + around + "\"");
      }
    }
    return faults;
  }

  /// Whether a text that may be in any language is French: it has letters or signs of French alone.
  static boolean french(String text) {
    return text.chars().anyMatch(c -> "àâçéèêëîôùûœÀÂÇÉÈÊÎÔÛŒ’«".indexOf(c) >= 0);
  }

  private static String fault(String text, int at) {
    char before = at == 0 ? '\n' : text.charAt(at - 1);
    char here = text.charAt(at);
    char after = at + 1 == text.length() ? '\n' : text.charAt(at + 1);
    boolean ends = Character.isWhitespace(after) || after == WIDE || ".,)<»".indexOf(after) >= 0;
    return switch (here) {
      case ':' ->
          before == NARROW || before == ' ' && ends && !column(text, at)
              ? "U+00A0 goes before ':'"
              : "";
      case ';' -> ends && mark(before) ? "U+202F goes before ';'" : "";
      case '!', '?' ->
          ends && (mark(before) || Character.isLetter(before)) ? "U+202F goes before " + here : "";
      case '%' -> Character.isDigit(before) && ends ? "U+00A0 goes before '%'" : "";
      case '«' -> after == WIDE ? "" : "U+00A0 goes after '«'";
      case '»' -> before == WIDE ? "" : "U+00A0 goes before '»'";
      case '\'' ->
          Character.isLetter(before) && Character.isLetter(after) ? "an apostrophe is ’" : "";
      case '(' ->
          Character.isLetter(before) && SHORTCUTS.stream().anyMatch(s -> text.startsWith(s, at))
              ? "write the plural out"
              : "";
      default -> "";
    };
  }

  private static boolean mark(char space) {
    return space == ' ' || space == WIDE;
  }

  /// Whether the sign stands in a column of signs, after spaces that align it.
  private static boolean column(String text, int at) {
    return at > 1 && text.charAt(at - 2) == ' ';
  }
}
