package fr.bastide.airlock.internal;

import fr.bastide.airlock.Content;
import fr.bastide.airlock.ContentType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a text holds: by its first words, and, among plain texts, by the extension or the type
/// declared.
final class TextKinds {

  private static final int HEAD = 4096;

  /// Elements by whose sight a browser takes a text for a page (WHATWG, MIME Sniffing, section
  /// 7.1).
  private static final Set<String> PAGE_ELEMENTS =
      Set.of(
          "html",
          "head",
          "body",
          "script",
          "iframe",
          "h1",
          "div",
          "font",
          "table",
          "a",
          "style",
          "title",
          "b",
          "br",
          "p",
          "meta",
          "link",
          "img",
          "form",
          "span",
          "base",
          "object",
          "embed",
          "center",
          "frameset",
          "marquee",
          "input",
          "button",
          "ul",
          "ol",
          "i",
          "strong",
          "em");

  /// Fields with which a message begins (RFC 5322 and the habits of servers).
  private static final List<String> MAIL_FIELDS =
      List.of(
          "received:",
          "return-path:",
          "delivered-to:",
          "from:",
          "to:",
          "subject:",
          "date:",
          "message-id:",
          "mime-version:",
          "content-type:",
          "reply-to:",
          "cc:",
          "sender:",
          "content-transfer-encoding:",
          "x-mailer:",
          "dkim-signature:",
          "x-originating-ip:");

  private TextKinds() {}

  static ContentType find(Content content) {
    ContentType type = byHead(content);
    // A text may turn out to be none after its first words.
    return type == ContentType.TEXT && TextEncoding.decode(content.bytes()).isEmpty()
        ? ContentType.UNKNOWN
        : type;
  }

  private static ContentType byHead(Content content) {
    Optional<String> start = TextEncoding.head(content.bytes(), HEAD);
    if (start.isEmpty()) {
      return isDeclaredMail(content) ? ContentType.MAIL : ContentType.UNKNOWN;
    }
    String head = start.get().toLowerCase(Locale.ROOT);
    String text = head.stripLeading();
    if (text.startsWith("{\\rt")) {
      return ContentType.RTF;
    }
    if (text.startsWith("<")) {
      ContentType marked = ofMarkup(text, content);
      if (marked != ContentType.TEXT) {
        return marked;
      }
    }
    if (text.startsWith("begin:vcard")) {
      return ContentType.VCARD;
    }
    if (text.startsWith("begin:vcalendar")) {
      return ContentType.ICALENDAR;
    }
    return isMail(head) ? ContentType.MAIL : declared(content);
  }

  /// Mail may hold anything, control codes too; its disarmer reads it as what readers make of it.
  private static boolean isDeclaredMail(Content content) {
    return content.extension().equals("eml")
        && content.declaredType().orElse("").equalsIgnoreCase("message/rfc822");
  }

  private static ContentType declared(Content content) {
    String type = content.declaredType().orElse("").toLowerCase(Locale.ROOT);
    return switch (content.extension()) {
      case "csv", "tsv" -> ContentType.CSV;
      case "html", "htm", "xhtml", "shtml", "mht" -> ContentType.HTML;
      case "eml" -> ContentType.MAIL;
      default -> {
        if (type.startsWith("text/csv")) {
          yield ContentType.CSV;
        }
        yield type.startsWith("text/html") ? ContentType.HTML : ContentType.TEXT;
      }
    };
  }

  /// The kind by the first element, past declarations and comments.
  private static ContentType ofMarkup(String text, Content content) {
    boolean declaredXml = text.startsWith("<?xml");
    int at = 0;
    while (at >= 0 && at < text.length()) {
      if (text.startsWith("<!doctype html", at)) {
        return ContentType.HTML;
      }
      if (text.startsWith("<!doctype svg", at)) {
        return ContentType.SVG;
      }
      if (text.startsWith("<!--", at)) {
        at = after(text, "-->", at);
      } else if (text.startsWith("<?", at)) {
        at = after(text, "?>", at);
      } else if (text.startsWith("<!doctype", at)) {
        int subset = text.indexOf('[', at);
        int end = text.indexOf('>', at);
        at = subset >= 0 && subset < end ? after(text, "]", at) : after(text, ">", at);
        declaredXml = true;
      } else if (text.charAt(at) == '<') {
        return ofElement(text, at + 1, declaredXml, content);
      } else if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '>') {
        at++;
      } else {
        break;
      }
    }
    return declaredXml ? ContentType.XML : declared(content);
  }

  private static int after(String text, String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length();
  }

  private static ContentType ofElement(
      String text, int from, boolean declaredXml, Content content) {
    int to = from;
    while (to < text.length()
        && (Character.isLetterOrDigit(text.charAt(to)) || ":_-.".indexOf(text.charAt(to)) >= 0)) {
      to++;
    }
    String name = text.substring(from, to);
    String local = name.substring(name.indexOf(':') + 1);
    if (local.equals("svg")) {
      return ContentType.SVG;
    }
    if (local.equals("html") || (!declaredXml && PAGE_ELEMENTS.contains(name))) {
      return ContentType.HTML;
    }
    if (declaredXml || content.extension().equals("xml")) {
      return ContentType.XML;
    }
    return text.startsWith("xmlns", to + 1) ? ContentType.XML : declared(content);
  }

  private static boolean isMail(String head) {
    int known = 0;
    int from = head.startsWith("from ") ? head.indexOf('\n') + 1 : 0;
    for (int line = 0; line < 12 && from < head.length(); line++) {
      int end = head.indexOf('\n', from);
      int to = end < 0 ? head.length() : end;
      boolean continued = head.charAt(from) == ' ' || head.charAt(from) == '\t';
      if (!continued && !isField(head, from, to)) {
        return known > 2 && to - from <= 1;
      }
      for (String field : MAIL_FIELDS) {
        known += head.startsWith(field, from) ? 1 : 0;
      }
      from = to + 1;
    }
    return known > 1;
  }

  private static boolean isField(String head, int from, int to) {
    int colon = head.indexOf(':', from);
    if (colon <= from || colon >= to) {
      return false;
    }
    for (int i = from; i < colon; i++) {
      if (head.charAt(i) <= ' ' || head.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
