package fr.bastide.airlock.internal.pdf;

import fr.bastide.airlock.RefusedException;
import fr.bastide.airlock.internal.xml.XmlGate;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/// The mark of a document made for archives: PDF/A-2 or PDF/A-3 with its level (ISO 19005-2, 6.6.4;
/// ISO 19005-3, 6.6.4).
///
/// What is rebuilt keeps to these parts as its original did: it only has less. PDF/A-1 forbids how
/// the new file is packed and asks for lists that are not written, and PDF/A-4 is another version
/// of PDF; their marks go.
///
/// @param part 2 or 3
/// @param level A, B or U
record Conformance(String part, String level) {

  private static final String SPACE = "http://www.aiim.org/pdfa/ns/id/";
  private static final int LONGEST = 1 << 20;

  /// The mark that the metadata of a document bears.
  static Optional<Conformance> of(byte[] metadata) {
    if (metadata.length == 0 || metadata.length > LONGEST) {
      return Optional.empty();
    }
    Map<String, String> told = new HashMap<>();
    try {
      XMLStreamReader xml = XmlGate.open(metadata, "metadata");
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          tell(xml, told);
        }
      }
    } catch (XMLStreamException | RefusedException broken) {
      return Optional.empty();
    }
    String part = told.getOrDefault("part", "");
    String level = told.getOrDefault("conformance", "").toUpperCase(Locale.ROOT);
    boolean known = Set.of("2", "3").contains(part) && Set.of("A", "B", "U").contains(level);
    return known ? Optional.of(new Conformance(part, level)) : Optional.empty();
  }

  /// Notes what an element, or its attributes, tells of the mark.
  private static void tell(XMLStreamReader xml, Map<String, String> told)
      throws XMLStreamException {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (SPACE.equals(xml.getAttributeNamespace(i))) {
        told.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
      }
    }
    if (SPACE.equals(xml.getNamespaceURI())) {
      String name = xml.getLocalName();
      told.put(name, xml.getElementText().strip());
    }
  }

  /// Metadata (ISO 16684-1) with the mark and what the document says of itself.
  byte[] metadata(COSDictionary told) {
    StringBuilder xml = new StringBuilder();
    xml.append("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    xml.append("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
    xml.append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    xml.append("<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"").append(SPACE).append("\"");
    xml.append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
    xml.append(" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
    xml.append("<pdfaid:part>").append(part).append("</pdfaid:part>\n");
    xml.append("<pdfaid:conformance>").append(level).append("</pdfaid:conformance>\n");
    put(xml, told, COSName.TITLE, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", "Alt");
    put(xml, told, COSName.AUTHOR, "<dc:creator><rdf:Seq><rdf:li>", "Seq");
    put(
        xml,
        told,
        COSName.SUBJECT,
        "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
        "Alt");
    if (told.getItem(COSName.KEYWORDS) instanceof COSString words) {
      xml.append("<pdf:Keywords>").append(escaped(words)).append("</pdf:Keywords>\n");
    }
    xml.append("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(
      StringBuilder xml, COSDictionary told, COSName key, String opening, String list) {
    if (told.getItem(key) instanceof COSString text) {
      String element = opening.substring(1, opening.indexOf('>'));
      xml.append(opening).append(escaped(text));
      xml.append("</rdf:li></rdf:").append(list).append("></").append(element).append(">\n");
    }
  }

  private static String escaped(COSString text) {
    StringBuilder escaped = new StringBuilder();
    text.getString()
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            default -> {
              boolean writable =
                  (c >= ' ' || c == '\t' || c == '\n')
                      && c != 0xfffe
                      && c != 0xffff
                      && Character.getType(c) != Character.SURROGATE;
              escaped.appendCodePoint(writable ? c : ' ');
            }
          }
        });
    return escaped.toString();
  }
}
