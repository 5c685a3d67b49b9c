package fr.bastide.cli.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;

/// Writes HTML in which nothing but its own elements is markup: every text and every attribute
/// value is escaped, and characters that would hide or turn what a log says are made visible.
final class Markup {

  private final Writer out;
  private final Deque<String> open = new ArrayDeque<>();

  Markup(Writer out) {
    this.out = out;
  }

  /// Opens an element.
  ///
  /// @param attributes names and values in turn; a name alone at the end has no value
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    open.push(tag);
    return this;
  }

  /// Closes the element opened last.
  Markup close() {
    return raw("</").raw(open.pop()).raw(">");
  }

  /// Closes the element opened last and begins a new line of source.
  Markup end() {
    return close().raw("\n");
  }

  /// An element with nothing but a text in it.
  Markup leaf(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /// An element that is never closed.
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    return this;
  }

  /// Opens a box that scrolls by itself and that the keyboard reaches.
  Markup scroll(String label) {
    return open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", label);
  }

  /// A text.
  Markup text(String text) {
    return raw(escaped(text));
  }

  /// A link, where the address is one of the web; the address as text where it is anything else.
  Markup link(String address, String text) {
    String lower = address.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
      return text(text);
    }
    return leaf("a", text, "href", address, "rel", "noreferrer noopener");
  }

  /// The content of a resource of our own: a style or a script. Never anything else.
  Markup resource(String content) {
    return raw(content);
  }

  private void start(String tag, String... attributes) {
    raw("<").raw(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      raw(" ").raw(attributes[i]);
      if (i + 1 < attributes.length) {
        raw("=\"").raw(escaped(attributes[i + 1])).raw("\"");
      }
    }
    raw(">");
  }

  private Markup raw(String text) {
    try {
      out.write(text);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        case '\r' -> safe.append(text.startsWith("\n", i) ? "" : "⟨U+000D⟩");
        case '\n', '\t' -> safe.append((char) c);
        default -> {
          if (misleading(c)) {
            safe.append('⟨').append(code(c)).append('⟩');
          } else {
            safe.appendCodePoint(c);
          }
        }
      }
    }
    return safe.toString();
  }

  /// Control characters, halves of characters, and what turns the direction of text or has no
  /// width: all of it can make a log seem to say something else.
  private static boolean misleading(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.SURROGATE
        || type == Character.FORMAT && c != 0x200d
        || (c & 0xfffe) == 0xfffe;
  }

  private static String code(int c) {
    return c > 0xffff
        ? "U+" + Integer.toHexString(c).toUpperCase(Locale.ROOT)
        : "U+" + HexFormat.of().withUpperCase().toHexDigits((short) c);
  }
}
