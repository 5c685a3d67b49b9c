package fr.bastide.airlock.receipt;

/// Texts of a sender, made fit to be shown: no control characters, no marks that turn the direction
/// of writing, no half characters, a bounded length.
final class Shown {

  private Shown() {}

  static String text(String declared, int longest) {
    StringBuilder plain = new StringBuilder();
    declared
        .codePoints()
        .filter(c ->
            !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.SURROGATE
                && Character.getType(c) != Character.LINE_SEPARATOR
                && Character.getType(c) != Character.PARAGRAPH_SEPARATOR)
        .limit(longest)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }
}
