package fr.bastide.post;

/// The words of an HTML mail, without anything that a browser would do.
final class Markup {

  private static final int LONGEST_ENTITY = 8;

  private Markup() {}

  /// The text outside of tags, scripts and styles; a block begins a line.
  static String words(String html) {
    StringBuilder words = new StringBuilder();
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<') {
        at = afterTag(html, at, words);
      } else if (c == '&') {
        at = afterEntity(html, at, words);
      } else {
        words.append(c);
        at++;
      }
    }
    return words.toString().strip();
  }

  private static int afterTag(String html, int at, StringBuilder words) {
    int end = html.indexOf('>', at);
    if (end < 0) {
      return html.length();
    }
    String tag = name(html, at + 1, end);
    if (tag.equals("script") || tag.equals("style")) {
      int close = indexOfClosing(html, end, tag);
      return close < 0 ? html.length() : close;
    }
    if (tag.equals("br") || tag.equals("p") || tag.equals("div") || tag.equals("tr")) {
      words.append('\n');
    }
    return end + 1;
  }

  private static int indexOfClosing(String html, int from, String tag) {
    for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
      if (html.regionMatches(true, at + 2, tag, 0, tag.length())) {
        return at;
      }
    }
    return -1;
  }

  private static String name(String html, int from, int until) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < until && Character.isLetter(html.charAt(i)) && name.length() < 10; i++) {
      name.append(Character.toLowerCase(html.charAt(i)));
    }
    return name.toString();
  }

  private static int afterEntity(String html, int at, StringBuilder words) {
    int end = at + 1;
    while (end < html.length() && end - at <= LONGEST_ENTITY && html.charAt(end) != ';') {
      end++;
    }
    if (end >= html.length() || html.charAt(end) != ';') {
      words.append('&');
      return at + 1;
    }
    String entity = html.substring(at + 1, end);
    words.append(
        switch (entity) {
          case "amp" -> "&";
          case "lt" -> "<";
          case "gt" -> ">";
          case "quot" -> "\"";
          case "nbsp" -> "\u00a0";
          default -> character(entity);
        });
    return end + 1;
  }

  private static String character(String entity) {
    boolean digits =
        entity.startsWith("#")
            && entity.length() > 1
            && entity.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits) {
      return "&" + entity + ";";
    }
    int code = Integer.parseInt(entity.substring(1));
    return Character.isValidCodePoint(code) ? Character.toString(code) : "";
  }
}
