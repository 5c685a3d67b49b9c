package fr.bastide.gateway.internal.page;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;

/// HTML being written in one language: what is ours raw, what is anybody's escaped.
final class Markup {

  private final StringBuilder out = new StringBuilder();
  private final Language language;

  Markup(Language language) {
    this.language = language;
  }

  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  Markup text(String text) {
    out.append(escaped(text));
    return this;
  }

  Markup say(String fr, String en) {
    return text(language == Language.FR ? fr : en);
  }

  Markup say(Text text) {
    return text(text.in(language));
  }

  /// An element with a sentence in it.
  Markup element(String tag, String fr, String en) {
    int end = tag.indexOf(' ');
    return raw("<" + tag + ">")
        .say(fr, en)
        .raw("</" + (end < 0 ? tag : tag.substring(0, end)) + ">\n");
  }

  Language language() {
    return language;
  }

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
