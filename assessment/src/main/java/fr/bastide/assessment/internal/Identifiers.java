package fr.bastide.assessment.internal;

import fr.bastide.document.Findings;
import fr.bastide.kernel.Text;

/// How identifiers are written in a referential, and which ones the frameworks of the field have.
final class Identifiers {

  /// What is asked of an identifier, for people.
  static final Text RULE =
      new Text(
          "Un identifiant s’écrit en minuscules sans accent, chiffres et traits d’union.",
          "An identifier is written in lower-case letters, digits and hyphens.");

  /// Controls in each chapter of ISO/IEC 27002:2022, from chapter 5 on.
  private static final int[] ISO_CONTROLS = {37, 8, 14, 34};

  private Identifiers() {}

  /// Whether this is one word: lower-case letters, digits, hyphens; a letter first.
  static boolean word(String id) {
    if (id.isEmpty() || id.length() > 60 || !lower(id.charAt(0))) {
      return false;
    }
    return id.chars().allMatch(c -> lower(c) || c >= '0' && c <= '9' || c == '-');
  }

  /// Whether this is `theme.word` for the given theme.
  private static boolean inTheme(String id, String theme) {
    return id.startsWith(theme + ".") && word(id.substring(theme.length() + 1));
  }

  /// Reports the identifier of a question or measure that is not one of its theme.
  static void check(String id, String theme, int line, Findings findings) {
    if (!inTheme(id, theme)) {
      findings.error(
          line,
          id,
          "Un identifiant de ce thème commence par «\u00a0" + theme + ".\u00a0». " + RULE.fr(),
          "An identifier of this theme begins with \"" + theme + ".\". " + RULE.en());
    }
  }

  /// Whether ISO/IEC 27002:2022 has this control, such as `8.13`.
  static boolean isoControl(String id) {
    int point = id.indexOf('.');
    int chapter = point == 1 ? id.charAt(0) - '5' : -1;
    String number = id.substring(point + 1);
    return chapter >= 0
        && chapter < ISO_CONTROLS.length
        && digits(number, 2)
        && !number.startsWith("0")
        && Integer.parseInt(number) <= ISO_CONTROLS[chapter];
  }

  /// Whether this has the form of a MITRE ATT&CK enterprise mitigation, such as `M1053`.
  static boolean attackMitigation(String id) {
    return id.length() == 5 && id.startsWith("M1") && digits(id.substring(1), 4);
  }

  /// Whether this is a whole number from 1 to `most`.
  static boolean number(String text, int most) {
    return digits(text, 2) && !text.startsWith("0") && Integer.parseInt(text) <= most;
  }

  private static boolean digits(String text, int most) {
    return !text.isEmpty()
        && text.length() <= most
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean lower(int c) {
    return c >= 'a' && c <= 'z';
  }
}
