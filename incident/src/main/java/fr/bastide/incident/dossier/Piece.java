package fr.bastide.incident.dossier;

/// A piece of a line of text.
public sealed interface Piece {

  /// Words.
  ///
  /// @param text not empty
  record Words(String text) implements Piece {

    /// Characters that no document can hold, such as control characters, become spaces.
    public Words {
      text = held(text);
    }
  }

  /// Something that is still to be filled in by hand.
  ///
  /// @param label what goes there, in a few words without square brackets
  record Blank(String label) implements Piece {

    public Blank {
      label = held(label);
      if (label.isBlank() || label.indexOf('[') >= 0 || label.indexOf(']') >= 0) {
        throw new IllegalArgumentException("a blank needs a label without brackets: " + label);
      }
    }
  }

  /// The text with a space for each character that XML 1.0 cannot hold.
  static String held(String text) {
    StringBuilder held = new StringBuilder(text.length());
    text.codePoints()
        .map(c ->
            c == '\t' || c == '\n' || c >= ' ' && !lone(c) && c != 0xFFFE && c != 0xFFFF ? c : ' ')
        .forEach(held::appendCodePoint);
    return held.toString();
  }

  private static boolean lone(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
