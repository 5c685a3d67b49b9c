package fr.bastide.airlock.internal.legacy;

/// What the letters of the font Symbol stand for (Adobe Symbol encoding): a dose in `µg` must not
/// become one in `mg`, nor a mark that says nothing.
final class SymbolLetters {

  private static final String UNKNOWN = "\u2022";

  private static final String LOW =
      " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
  private static final String HIGH =
      "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑";

  private SymbolLetters() {}

  /// The character for a code, which may lie in the private area as Word keeps it; a bullet when
  /// the font is another one of signs.
  static String of(char code, String font) {
    int c = code >= '\uf000' && code <= '\uf0ff' ? code - 0xf000 : code;
    if (c <= ' ') {
      return " ";
    }
    if (!font.equals("Symbol")) {
      return code >= '\ue000' && code <= '\uf8ff' ? UNKNOWN : String.valueOf(code);
    }
    if (c >= 0x20 && c - 0x20 < LOW.length()) {
      return String.valueOf(LOW.charAt(c - 0x20));
    }
    return c >= 0xa1 && c - 0xa1 < HIGH.length() ? String.valueOf(HIGH.charAt(c - 0xa1)) : UNKNOWN;
  }
}
