package fr.bastide.airlock.internal.text;

import fr.bastide.airlock.Reason;
import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.Threat;
import fr.bastide.airlock.Workbench;
import fr.bastide.airlock.internal.Ledger;
import fr.bastide.airlock.internal.Lists;
import fr.bastide.airlock.internal.Resources;
import fr.bastide.airlock.internal.xml.XmlGate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Writes XML data anew: elements, attributes and text; no declaration, instruction or comment, and
/// none of the vocabularies of `text/xml.yaml` that make a program act.
final class XmlData {

  /// Below the limit of the platform's parser, which would only say that the file is malformed.
  private static final int MOST_DEPTH = 95;

  private static final String WHERE = "xml";
  private static final List<String> NAMESPACES;
  private static final Set<String> ROOTS;

  static {
    Map<String, Object> data = Resources.document("text/xml.yaml");
    NAMESPACES = Lists.strings(data, "namespaces");
    ROOTS = new HashSet<>(Lists.strings(data, "roots"));
  }

  private final XMLStreamReader xml;
  private final Workbench bench;
  private final Ledger ledger;
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private int depth;

  private XmlData(byte[] bytes, Workbench bench, Ledger ledger) {
    this.xml = XmlGate.open(bytes, WHERE);
    this.bench = bench;
    this.ledger = ledger;
  }

  static String rebuilt(byte[] bytes, Workbench bench, Ledger ledger) {
    try {
      return new XmlData(bytes, bench, ledger).write();
    } catch (XMLStreamException malformed) {
      throw new RefusedException(Reason.MALFORMED, WHERE, malformed);
    }
  }

  private String write() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          out.append("</").append(name(xml.getPrefix(), xml.getLocalName())).append('>');
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (depth > 0) {
            escape(PlainText.cleaned(xml.getText(), WHERE, ledger), out);
          }
        }
        case XMLStreamConstants.DTD -> ledger.add(Threat.ENTITY, WHERE);
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new RefusedException(Reason.MALFORMED, WHERE);
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            ledger.add(
                xml.getPITarget().startsWith("xml-stylesheet")
                    ? Threat.EXTERNAL_CONTENT
                    : Threat.UNKNOWN_PART,
                WHERE);
        case XMLStreamConstants.COMMENT -> ledger.once(Threat.METADATA, WHERE);
        default -> {
          // the ends of the document
        }
      }
    }
    return out.append('\n').toString();
  }

  private void start() {
    bench.parts(1);
    if (++depth > MOST_DEPTH) {
      throw new RefusedException(Reason.TOO_DEEP, WHERE);
    }
    if (depth == 1 && ROOTS.contains(xml.getLocalName())) {
      throw new RefusedException(Reason.FORBIDDEN_KIND, WHERE);
    }
    out.append('<').append(name(xml.getPrefix(), xml.getLocalName()));
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      String address = xml.getNamespaceURI(i);
      refuseActing(address);
      String prefix = xml.getNamespacePrefix(i);
      out.append(prefix == null || prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix);
      attribute(address == null ? "" : address);
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      out.append(' ').append(name(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)));
      attribute(xml.getAttributeValue(i));
    }
    out.append('>');
  }

  private static void refuseActing(@org.jspecify.annotations.Nullable String address) {
    if (address == null) {
      return;
    }
    for (String start : NAMESPACES) {
      if (address.regionMatches(true, 0, start, 0, start.length())) {
        throw new RefusedException(Reason.FORBIDDEN_KIND, WHERE);
      }
    }
  }

  private void attribute(String value) {
    out.append("=\"");
    escape(PlainText.cleaned(value, WHERE, ledger), out);
    out.append('"');
  }

  private static String name(@org.jspecify.annotations.Nullable String prefix, String local) {
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private static void escape(String text, StringBuilder to) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> to.append("&lt;");
        case '>' -> to.append("&gt;");
        case '&' -> to.append("&amp;");
        case '"' -> to.append("&quot;");
        case '\r' -> to.append("&#13;");
        case '\f' -> to.append(' ');
        default -> to.append(c);
      }
    }
  }
}
