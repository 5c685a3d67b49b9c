package fr.bastide.airlock.internal.audit;

import fr.bastide.airlock.Threat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A page that leaves, read tag by tag without building a tree: whatever looks like a tag is taken
/// for one.
final class HtmlAudit {

  private static final Map<String, Threat> TAGS =
      Map.ofEntries(
          Map.entry("script", Threat.SCRIPT),
          Map.entry("iframe", Threat.EXTERNAL_CONTENT),
          Map.entry("frame", Threat.EXTERNAL_CONTENT),
          Map.entry("object", Threat.EMBEDDED_OBJECT),
          Map.entry("embed", Threat.EMBEDDED_OBJECT),
          Map.entry("applet", Threat.ACTIVE_CONTROL),
          Map.entry("form", Threat.FORM_SUBMISSION),
          Map.entry("base", Threat.DANGEROUS_LINK),
          Map.entry("link", Threat.EXTERNAL_CONTENT),
          Map.entry("svg", Threat.UNKNOWN_PART),
          Map.entry("math", Threat.UNKNOWN_PART),
          Map.entry("audio", Threat.MULTIMEDIA),
          Map.entry("video", Threat.MULTIMEDIA),
          Map.entry("template", Threat.HIDDEN_CONTENT));

  private static final Set<String> TARGETS =
      Set.of(
          "href",
          "src",
          "srcset",
          "action",
          "formaction",
          "background",
          "poster",
          "data",
          "cite",
          "longdesc",
          "xlink:href",
          "ping",
          "manifest",
          "lowsrc",
          "dynsrc");

  private final String text;
  private final Remains remains;
  private int place;

  HtmlAudit(String text, Remains remains) {
    this.text = text;
    this.remains = remains;
  }

  void look() {
    if (Style.reachesOut(styles())) {
      remains.add(Threat.EXTERNAL_CONTENT, "style");
    }
    while (true) {
      place = text.indexOf('<', place);
      if (place < 0 || ++place >= text.length()) {
        return;
      }
      char first = text.charAt(place);
      if (Character.isLetter(first)) {
        tag();
      } else if (text.startsWith("!--", place)) {
        int end = text.indexOf("-->", place);
        // Old readers run conditions in comments.
        if (text.startsWith("[if", place + 3)) {
          remains.add(Threat.HIDDEN_CONTENT, "comment");
        }
        place = end < 0 ? text.length() : end;
      } else if (first == '?') {
        remains.add(Threat.UNKNOWN_PART, "instruction");
      }
    }
  }

  private String styles() {
    StringBuilder styles = new StringBuilder();
    String small = text.toLowerCase(Locale.ROOT);
    for (int at = small.indexOf("<style"); at >= 0; at = small.indexOf("<style", at + 1)) {
      int end = small.indexOf("</style", at);
      styles.append(small, at, end < 0 ? small.length() : end);
    }
    return styles.toString();
  }

  private void tag() {
    String name = word();
    Threat threat = TAGS.get(name);
    if (threat != null) {
      remains.add(threat, name);
    }
    while (place < text.length() && text.charAt(place) != '>') {
      if (Character.isWhitespace(text.charAt(place)) || text.charAt(place) == '/') {
        place++;
        continue;
      }
      String attribute = word();
      attribute(name, attribute, value());
    }
  }

  private void attribute(String tag, String name, String value) {
    if (name.startsWith("on")) {
      remains.add(Threat.SCRIPT, tag);
    } else if (TARGETS.contains(name)) {
      target(tag, value);
    } else if (name.equals("style") && Style.reachesOut(Entities.decoded(value))) {
      remains.add(Threat.EXTERNAL_CONTENT, tag);
    } else if (name.equals("http-equiv") && value.strip().equalsIgnoreCase("refresh")) {
      remains.add(Threat.AUTOMATIC_ACTION, tag);
    }
  }

  private void target(String tag, String raw) {
    String value = Entities.decoded(raw).strip();
    boolean picture =
        tag.equals("img") && (value.startsWith("data:image/") || value.startsWith("cid:"));
    boolean link = (tag.equals("a") || tag.equals("area")) && Web.allowed(value, remains.policy());
    if (!value.isEmpty() && !picture && !link && !value.startsWith("#")) {
      remains.add(
          tag.equals("a") || tag.equals("area") ? Threat.DANGEROUS_LINK : Threat.EXTERNAL_CONTENT,
          tag);
    }
  }

  private String word() {
    int from = place;
    while (place < text.length() && !ends(text.charAt(place))) {
      place++;
    }
    if (place == from) {
      place++;
    }
    return text.substring(from, place).toLowerCase(Locale.ROOT);
  }

  private static boolean ends(char c) {
    return Character.isWhitespace(c) || c == '>' || c == '/' || c == '=';
  }

  private String value() {
    int look = place;
    while (look < text.length() && Character.isWhitespace(text.charAt(look))) {
      look++;
    }
    if (look >= text.length() || text.charAt(look) != '=') {
      return "";
    }
    look++;
    while (look < text.length() && Character.isWhitespace(text.charAt(look))) {
      look++;
    }
    if (look >= text.length()) {
      place = look;
      return "";
    }
    char quote = text.charAt(look);
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, look + 1);
      place = end < 0 ? text.length() : end + 1;
      return text.substring(look + 1, end < 0 ? text.length() : end);
    }
    place = look;
    while (place < text.length()
        && !Character.isWhitespace(text.charAt(place))
        && text.charAt(place) != '>') {
      place++;
    }
    return text.substring(look, place);
  }
}
