package fr.bastide.airlock.internal.text;

import fr.bastide.airlock.Policy;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.DataPictures;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.Lists;
import fr.bastide.airlock.internal.Resources;
import fr.bastide.airlock.internal.WebAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Writes a page anew from the elements of `text/html.yaml`: words, tables, pictures and looks; no
/// script, form, frame, nor anything that is loaded from elsewhere.
public final class HtmlPage {

  private static final String WHERE = "html";
  private static final int MOST_DEPTH = 400;
  private static final Set<String> COMMON;
  private static final Map<String, Set<String>> ELEMENTS = new HashMap<>();
  private static final Map<String, Threat> DROPPED = new HashMap<>();
  private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "wbr");

  static {
    Map<String, Object> data = Resources.document("text/html.yaml");
    COMMON = new HashSet<>(Lists.strings(data, "common"));
    Map<String, Object> elements = Resources.mapping(data, "elements");
    elements.keySet().forEach(e -> ELEMENTS.put(e, new HashSet<>(Lists.strings(elements, e))));
    Map<String, Object> dropped = Resources.mapping(data, "dropped");
    dropped.keySet().forEach(e -> DROPPED.put(e, Threat.valueOf(Resources.string(dropped, e))));
  }

  private final Workbench bench;
  private final Ledger ledger;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder styles = new StringBuilder();

  private HtmlPage(Workbench bench, Ledger ledger) {
    this.bench = bench;
    this.ledger = ledger;
  }

  /// The page rebuilt.
  public static String rebuilt(String html, Workbench bench, Ledger ledger) {
    return new HtmlPage(bench, ledger).write(Jsoup.parse(html));
  }

  private String write(Document page) {
    for (Element style : page.select("style")) {
      StringBuilder css = new StringBuilder();
      for (DataNode data : style.dataNodes()) {
        css.append(data.getWholeData()).append('\n');
      }
      styles.append(CssRules.sheet(css.toString(), false, WHERE, ledger));
    }
    page.head().childNodes().forEach(this::head);
    nodes(page.body(), 0);
    String language = page.select("html").attr("lang");
    StringBuilder whole = new StringBuilder("<!DOCTYPE html>\n<html");
    if (isName(language)) {
      whole.append(" lang=\"").append(language).append('"');
    }
    whole.append("><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\"");
    whole.append(" content=\"default-src 'none'; img-src data: cid:; style-src 'unsafe-inline'\">");
    whole.append("<title>");
    escape(PlainText.cleaned(page.title(), WHERE, ledger), whole);
    whole.append("</title>");
    if (!styles.isEmpty()) {
      whole.append("<style>\n").append(styles).append("</style>");
    }
    whole.append("</head><body");
    StringBuilder body = out;
    attributes(page.body(), COMMON, whole);
    return whole.append('>').append(body).append("</body></html>\n").toString();
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.length() < 36
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
  }

  private void head(Node node) {
    if (node instanceof Element element) {
      String name = element.normalName();
      boolean refresh = element.attr("http-equiv").equalsIgnoreCase("refresh");
      if (refresh) {
        ledger.add(Threat.AUTOMATIC_ACTION, WHERE);
      } else if (DROPPED.containsKey(name) && !name.equals("meta")) {
        ledger.add(DROPPED.getOrDefault(name, Threat.UNKNOWN_PART), WHERE);
      }
    }
  }

  private void nodes(Element parent, int depth) {
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text) {
        escape(PlainText.cleaned(text.getWholeText(), WHERE, ledger), out);
      } else if (node instanceof Element element) {
        bench.parts(1);
        element(element, depth);
      }
    }
  }

  private void element(Element element, int depth) {
    String name = element.normalName();
    Threat dropped = DROPPED.get(name);
    if (name.equals("style") || dropped == Threat.METADATA) {
      return;
    }
    if (dropped != null) {
      ledger.add(dropped, WHERE);
      return;
    }
    if (isHidden(element)) {
      ledger.add(Threat.HIDDEN_CONTENT, WHERE);
      return;
    }
    Set<String> allowed = ELEMENTS.get(name);
    if (allowed == null || depth > MOST_DEPTH) {
      if (name.equals("form")) {
        ledger.add(Threat.FORM_SUBMISSION, WHERE);
      }
      scripts(element);
      nodes(element, depth + 1);
      return;
    }
    if (name.equals("img")) {
      picture(element, allowed);
      return;
    }
    out.append('<').append(name);
    attributes(element, allowed, out);
    out.append('>');
    if (!VOID.contains(name)) {
      nodes(element, depth + 1);
      out.append("</").append(name).append('>');
    }
  }

  private static boolean isHidden(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return element.hasAttr("hidden")
        || style.contains("display:none")
        || style.contains("visibility:hidden");
  }

  private void scripts(Element element) {
    for (Attribute attribute : element.attributes()) {
      if (attribute.getKey().toLowerCase(Locale.ROOT).startsWith("on")) {
        ledger.add(Threat.SCRIPT, WHERE);
      }
    }
  }

  private void attributes(Element element, Set<String> allowed, StringBuilder to) {
    scripts(element);
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey().toLowerCase(Locale.ROOT);
      if (name.equals("background") || name.equals("srcset") || name.equals("poster")) {
        ledger.add(Threat.EXTERNAL_CONTENT, WHERE);
      }
      if (allowed.contains(name) || COMMON.contains(name)) {
        value(name, attribute.getValue())
            .ifPresent(value -> {
              to.append(' ').append(name).append("=\"");
              escape(value, to);
              to.append('"');
            });
      }
    }
  }

  private Optional<String> value(String name, String value) {
    return switch (name) {
      case "style" -> {
        String kept = CssRules.declarations(value, false, WHERE, ledger);
        yield kept.isEmpty() ? Optional.empty() : Optional.of(kept);
      }
      case "href" -> link(value.strip());
      case "src" -> Optional.empty(); // of pictures alone, which are judged whole
      default -> Optional.of(PlainText.cleaned(value, WHERE, ledger));
    };
  }

  private Optional<String> link(String address) {
    if (address.startsWith("#")) {
      return Optional.of(address);
    }
    if (!WebAddress.isPlain(address)) {
      ledger.add(Threat.DANGEROUS_LINK, WHERE);
      return Optional.empty();
    }
    if (bench.policy().links() == Policy.Links.NONE) {
      ledger.add(Threat.LINK, WHERE);
      return Optional.empty();
    }
    return Optional.of(address);
  }

  private void picture(Element image, Set<String> allowed) {
    String source = image.attr("src").strip();
    Optional<String> kept = Optional.empty();
    if (DataPictures.isData(source)) {
      kept = DataPictures.rebuilt(source, WHERE, bench, ledger);
      if (kept.isEmpty()) {
        ledger.add(Threat.UNKNOWN_PART, WHERE);
      }
    } else if (isPartOfMail(source)) {
      kept = Optional.of(source);
    } else if (!source.isEmpty()) {
      ledger.add(isTiny(image) ? Threat.TRACKER : Threat.EXTERNAL_CONTENT, WHERE);
    }
    if (kept.isEmpty()) {
      escape(PlainText.cleaned(image.attr("alt"), WHERE, ledger), out);
      scripts(image);
      return;
    }
    out.append("<img src=\"");
    escape(kept.get(), out);
    out.append('"');
    attributes(image, allowed, out);
    out.append('>');
  }

  /// A part of the same message (RFC 2392), which crosses on its own.
  private static boolean isPartOfMail(String source) {
    return source.regionMatches(true, 0, "cid:", 0, 4)
        && source.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"'<>\\`".indexOf(c) < 0);
  }

  private static boolean isTiny(Element image) {
    return List.of("0", "1", "0px", "1px").contains(image.attr("width").strip())
        || List.of("0", "1", "0px", "1px").contains(image.attr("height").strip());
  }

  private static void escape(String text, StringBuilder to) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> to.append("&lt;");
        case '>' -> to.append("&gt;");
        case '&' -> to.append("&amp;");
        case '"' -> to.append("&quot;");
        case '\'' -> to.append("&#39;");
        case '`' -> to.append("&#96;");
        default -> to.append(c);
      }
    }
  }
}
