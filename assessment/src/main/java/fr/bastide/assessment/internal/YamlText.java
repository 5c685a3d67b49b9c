package fr.bastide.assessment.internal;

/// YAML being written: lines, wrapped comments, quoted values. Lines end without trailing blanks.
final class YamlText {

  private static final int WIDTH = 98;

  private final StringBuilder text = new StringBuilder();

  void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  /// A comment, wrapped at spaces that may break.
  void comment(String indent, String comment) {
    for (String paragraph : comment.split("\n", -1)) {
      StringBuilder row = new StringBuilder();
      for (String word : paragraph.split(" ", -1)) {
        if (!row.isEmpty() && indent.length() + row.length() + word.length() > WIDTH) {
          line(indent + "# " + row);
          row.setLength(0);
        }
        row.append(row.isEmpty() ? "" : " ").append(printable(word));
      }
      line(indent + "# " + row);
    }
  }

  private static String printable(String word) {
    StringBuilder safe = new StringBuilder(word.length());
    word.chars()
        .filter(c -> !Character.isISOControl(c) && c != '\u2028' && c != '\u2029')
        .forEach(c -> safe.append((char) c));
    return safe.toString();
  }

  /// A value between double quotes.
  static String quote(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\ufeff') {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
