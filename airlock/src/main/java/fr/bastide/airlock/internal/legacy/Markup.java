package fr.bastide.airlock.internal.legacy;

import java.nio.charset.StandardCharsets;

/// Builds XML text by text; control codes, which XML 1.0 cannot hold, become blanks.
final class Markup {

  private final StringBuilder xml = new StringBuilder(4096);

  /// Markup of our own, as it is.
  Markup raw(String markup) {
    xml.append(markup);
    return this;
  }

  Markup raw(int number) {
    xml.append(number);
    return this;
  }

  /// An attribute with a number.
  Markup attribute(String name, long value) {
    xml.append(' ').append(name).append("=\"").append(value).append('"');
    return this;
  }

  /// An attribute with a text from the file.
  Markup attribute(String name, String value) {
    xml.append(' ').append(name).append("=\"");
    text(value);
    xml.append('"');
    return this;
  }

  /// A text from the file.
  Markup text(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '<' -> xml.append("&lt;");
        case '>' -> xml.append("&gt;");
        case '&' -> xml.append("&amp;");
        case '"' -> xml.append("&quot;");
        case '\r' -> xml.append("&#13;");
        default -> {
          if (isAllowed(c)) {
            xml.appendCodePoint(c);
          } else if (c < ' ') {
            xml.append(' '); // what stood between two words keeps them apart
          }
        }
      }
    }
    return this;
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= ' ' && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c > 0xffff;
  }

  Markup append(Markup other) {
    xml.append(other.xml);
    return this;
  }

  boolean isEmpty() {
    return xml.isEmpty();
  }

  int length() {
    return xml.length();
  }

  byte[] bytes() {
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }
}
