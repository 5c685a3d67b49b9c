package fr.bastide.airlock.internal.ooxml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// What an office program asks of a package before it opens it without repair, checked with parsers
/// other than those that wrote it: one name for one part, a content type for each, well-formed XML
/// without declarations, each relationship with its part, each reference with its relationship, and
/// no part to which nothing leads.
final class PackageCheck {

  private static final String LINKS = "/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final Set<String> reached = new HashSet<>();

  private PackageCheck(byte[] bytes) throws IOException {
    Set<String> names = new HashSet<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
          faults.add("twice: " + entry.getName());
        }
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
  }

  /// What is wrong with a package; empty when nothing is.
  static List<String> faults(byte[] bytes) throws IOException {
    PackageCheck check = new PackageCheck(bytes);
    check.types();
    for (String name : check.parts.keySet()) {
      if (isXml(name)) {
        check.references(name, check.document(name));
      }
    }
    check.relationships("", "_rels/.rels");
    for (String name : check.parts.keySet()) {
      boolean own = name.equals("[Content_Types].xml") || name.endsWith(".rels");
      if (!own && !check.reached.contains(name)) {
        check.faults.add("nothing leads to " + name);
      }
    }
    return check.faults;
  }

  /// The parts of a package as text, by name.
  static Map<String, String> texts(byte[] bytes) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    new PackageCheck(bytes)
        .parts.forEach((name, part) -> texts.put(name, new String(part, StandardCharsets.UTF_8)));
    return texts;
  }

  private static boolean isXml(String name) {
    return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
  }

  private Document document(String name) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(name)));
    } catch (SAXException | IOException | ParserConfigurationException malformed) {
      throw new AssertionError(name + " is no plain XML: " + malformed.getMessage(), malformed);
    }
  }

  private void types() {
    if (!parts.containsKey("[Content_Types].xml")) {
      faults.add("no content types");
      return;
    }
    Set<String> extensions = new HashSet<>();
    Set<String> overrides = new HashSet<>();
    for (Element element : elements(document("[Content_Types].xml"))) {
      if (element.getLocalName().equals("Default")) {
        extensions.add(element.getAttribute("Extension"));
      } else if (element.getLocalName().equals("Override")) {
        overrides.add(element.getAttribute("PartName").substring(1));
      }
      if (element.getAttribute("ContentType").contains("macroEnabled")) {
        faults.add("a type with macros");
      }
    }
    for (String name : overrides) {
      if (!parts.containsKey(name)) {
        faults.add("a type for no part: " + name);
      }
    }
    for (String name : parts.keySet()) {
      String extension = name.substring(name.lastIndexOf('.') + 1);
      boolean plain = extension.equals("xml");
      if (!name.equals("[Content_Types].xml")
          && !overrides.contains(name)
          && (plain || !extensions.contains(extension))) {
        faults.add("no type for " + name);
      }
    }
  }

  private Map<String, String> relationships(String source, String rels) {
    Map<String, String> links = new HashMap<>();
    if (!parts.containsKey(rels)) {
      return links;
    }
    for (Element element : elements(document(rels))) {
      if (!element.getLocalName().equals("Relationship")) {
        continue;
      }
      String target = element.getAttribute("Target");
      if (links.put(element.getAttribute("Id"), element.getAttribute("Type")) != null) {
        faults.add("twice in " + rels + ": " + element.getAttribute("Id"));
      }
      if (element.getAttribute("TargetMode").equals("External")) {
        if (!element.getAttribute("Type").endsWith("/hyperlink")) {
          faults.add("outside: " + element.getAttribute("Type"));
        }
      } else {
        String folder = source.substring(0, source.lastIndexOf('/') + 1);
        String name = java.net.URI.create("/" + folder).resolve(target).getPath().substring(1);
        if (!parts.containsKey(name)) {
          faults.add(rels + " leads to no part: " + target);
        }
        reached.add(name);
      }
    }
    return links;
  }

  private void references(String name, Document document) {
    if (name.endsWith(".rels") || name.equals("[Content_Types].xml")) {
      return;
    }
    int slash = name.lastIndexOf('/');
    String rels = name.substring(0, slash + 1) + "_rels/" + name.substring(slash + 1) + ".rels";
    Map<String, String> links = relationships(name, rels);
    for (Element element : elements(document)) {
      NamedNodeMap attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        Attr attribute = (Attr) attributes.item(i);
        String namespace = String.valueOf(attribute.getNamespaceURI());
        boolean reference =
            (namespace.contains("officeDocument") && namespace.endsWith(LINKS))
                || attribute.getName().equals("o:relid");
        if (reference
            && !attribute.getValue().isEmpty()
            && !links.containsKey(attribute.getValue())) {
          faults.add(name + " names no relationship: " + attribute.getValue());
        }
      }
    }
  }

  private static List<Element> elements(Document document) {
    NodeList nodes = document.getElementsByTagNameNS("*", "*");
    List<Element> elements = new ArrayList<>(nodes.getLength());
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
