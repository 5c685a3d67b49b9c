package fr.bastide.airlock.receipt;

/// HTML being written: what is ours raw, what is anybody's escaped.
final class Html {

  private final StringBuilder out = new StringBuilder();

  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  /// A sentence with its one place filled, whatever signs the filling holds.
  static String filled(String sentence, String filling) {
    return sentence.replace("%s", filling);
  }

  static String capital(String phrase) {
    return phrase.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + phrase.substring(1);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
