package fr.bastide.airlock.internal.odf;

/// How words are written.
///
/// @param size in units of the drawing
/// @param turn in tenths of a degree, against the clock
record StarFont(String family, int size, boolean bold, boolean slanted, int turn) {

  static final StarFont PLAIN = new StarFont("sans-serif", 400, false, false, 0);

  /// The name of the family with nothing but letters, digits and spaces.
  String plainFamily() {
    StringBuilder plain = new StringBuilder();
    family
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-')
        .limit(60)
        .forEach(plain::appendCodePoint);
    return plain.isEmpty() ? PLAIN.family : plain.toString();
  }
}
