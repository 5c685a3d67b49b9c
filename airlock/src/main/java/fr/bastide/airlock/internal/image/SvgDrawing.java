package fr.bastide.airlock.internal.image;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.DataPictures;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.Lists;
import fr.bastide.airlock.internal.Resources;
import fr.bastide.airlock.internal.text.CssRules;
import fr.bastide.airlock.internal.xml.XmlGate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Writes one drawing anew, element by element.
final class SvgDrawing {

  private static final String WHERE = "svg";
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final int MOST_USES = 5000;
  private static final Set<String> ELEMENTS;
  private static final Set<String> ATTRIBUTES;
  private static final Set<String> WITH_TEXT = Set.of("text", "tspan", "textPath", "title", "desc");

  static {
    Map<String, Object> data = Resources.document("image/svg.yaml");
    ELEMENTS = new HashSet<>(Lists.strings(data, "elements"));
    ATTRIBUTES = new HashSet<>(Lists.strings(data, "attributes"));
  }

  private final XMLStreamReader xml;
  private final Set<String> heavy;
  private final Workbench bench;
  private final Ledger ledger;
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> names = new ArrayDeque<>();
  private int depth;
  private int uses;

  /// @param heavy identifiers that must not be drawn again
  SvgDrawing(byte[] svg, Set<String> heavy, Workbench bench, Ledger ledger) {
    this.xml = XmlGate.open(svg, WHERE);
    this.heavy = heavy;
    this.bench = bench;
    this.ledger = ledger;
  }

  String rebuilt() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> {
          out.append("</").append(written(xml.getLocalName())).append('>');
          depth--;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text();
        case XMLStreamConstants.DTD -> declared();
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new RefusedException(Reason.MALFORMED, WHERE);
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            ledger.once(Threat.EXTERNAL_CONTENT, WHERE);
        default -> {
          // comments and the ends of the document
        }
      }
    }
    if (out.isEmpty()) {
      throw new RefusedException(Reason.MALFORMED, WHERE);
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + out + "\n";
  }

  private void declared() {
    String text = xml.getText();
    if (text != null && text.contains("<!")) {
      ledger.add(Threat.ENTITY, WHERE);
    }
  }

  /// A link becomes a group: what it shows stays.
  private static String written(String name) {
    return name.equals("a") || name.equals("switch") ? "g" : name;
  }

  private void text() {
    if (depth > 0 && open()) {
      escape(xml.getText());
    }
  }

  private boolean open() {
    while (names.size() > depth) {
      names.pop();
    }
    String name = names.peek();
    return name != null && WITH_TEXT.contains(name);
  }

  private void start() throws XMLStreamException {
    String name = xml.getLocalName();
    String space = xml.getNamespaceURI();
    boolean known =
        (space == null || space.isEmpty() || space.equals(SVG)) && ELEMENTS.contains(name);
    if (!known || (depth == 0 && !name.equals("svg"))) {
      drop(name, space);
      return;
    }
    if (name.equals("style")) {
      style();
      return;
    }
    Optional<String> reference = reference(name);
    if ((name.equals("use") || name.equals("image")) && reference.isEmpty()) {
      skip();
      return;
    }
    if (name.equals("a")) {
      ledger.add(Threat.LINK, WHERE);
    }
    while (names.size() > depth) {
      names.pop();
    }
    names.push(name);
    depth++;
    out.append('<').append(written(name));
    if (depth == 1) {
      out.append(" xmlns=\"").append(SVG).append("\" xmlns:xlink=\"").append(XLINK).append('"');
    }
    attributes();
    reference.ifPresent(address -> {
      out.append(" xlink:href=\"");
      escape(address);
      out.append('"');
    });
    out.append('>');
  }

  private void drop(String name, @org.jspecify.annotations.Nullable String space)
      throws XMLStreamException {
    if (depth == 0) {
      throw new RefusedException(Reason.MALFORMED, WHERE);
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("script") || lower.equals("handler") || lower.equals("listener")) {
      ledger.add(Threat.SCRIPT, WHERE);
    } else if (lower.startsWith("animate") || lower.equals("set") || lower.equals("discard")) {
      ledger.add(Threat.AUTOMATIC_ACTION, WHERE);
    } else if (lower.equals("foreignobject") || lower.equals("iframe")) {
      ledger.add(Threat.EMBEDDED_OBJECT, WHERE);
    } else if (lower.equals("metadata") || (space != null && !space.equals(SVG))) {
      ledger.once(Threat.METADATA, WHERE);
    } else {
      ledger.add(Threat.UNKNOWN_PART, WHERE);
    }
    skip();
  }

  private void skip() throws XMLStreamException {
    int open = 1;
    while (open > 0) {
      int event = xml.next();
      open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private void style() throws XMLStreamException {
    StringBuilder css = new StringBuilder();
    int open = 1;
    while (open > 0) {
      int event = xml.next();
      open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        css.append(xml.getText());
      }
    }
    String kept = CssRules.sheet(css.toString(), true, WHERE, ledger);
    if (!kept.isEmpty()) {
      out.append("<style>");
      escape(kept);
      out.append("</style>");
    }
  }

  /// The address an element draws from: a part of the drawing, or a picture within it.
  private Optional<String> reference(String name) {
    String address = xml.getAttributeValue(XLINK, "href");
    if (address == null) {
      address = xml.getAttributeValue(null, "href");
    }
    if (address == null || name.equals("a")) {
      return Optional.empty();
    }
    address = address.strip();
    if (name.equals("image")) {
      Optional<String> kept =
          DataPictures.isData(address)
              ? DataPictures.rebuilt(address, WHERE, bench, ledger)
              : Optional.empty();
      if (kept.isEmpty()) {
        ledger.add(Threat.EXTERNAL_CONTENT, WHERE);
      }
      return kept;
    }
    boolean own = address.startsWith("#") && isName(address.substring(1));
    if (!own) {
      ledger.add(Threat.EXTERNAL_CONTENT, WHERE);
      return Optional.empty();
    }
    if (name.equals("use") && (heavy.contains(address.substring(1)) || ++uses > MOST_USES)) {
      ledger.add(Threat.UNKNOWN_PART, WHERE);
      return Optional.empty();
    }
    return Optional.of(address);
  }

  private static boolean isName(String id) {
    return !id.isEmpty()
        && id.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-.:".indexOf(c) >= 0);
  }

  private void attributes() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String space = xml.getAttributeNamespace(i);
      String name = xml.getAttributeLocalName(i);
      String value = xml.getAttributeValue(i);
      boolean none = space == null || space.isEmpty();
      if (none && name.toLowerCase(Locale.ROOT).startsWith("on")) {
        ledger.add(Threat.SCRIPT, WHERE);
      } else if (XML.equals(space) && (name.equals("space") || name.equals("lang"))) {
        attribute("xml:" + name, value);
      } else if (none && name.equals("style")) {
        attribute(name, CssRules.declarations(value, true, WHERE, ledger));
      } else if (none && ATTRIBUTES.contains(name) && isHarmless(value)) {
        attribute(name, value);
      }
    }
  }

  private boolean isHarmless(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.contains("url") && !CssRules.isOwn(lower.strip())) {
      ledger.add(Threat.EXTERNAL_CONTENT, WHERE);
      return false;
    }
    return lower.indexOf('\\') < 0 && !lower.contains("script:") && !lower.contains("data:");
  }

  private void attribute(String name, String value) {
    if (!value.isEmpty()) {
      out.append(' ').append(name).append("=\"");
      escape(value);
      out.append('"');
    }
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
