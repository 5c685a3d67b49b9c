package fr.bastide.airlock.internal.odf;

import fr.bastide.airlock.internal.xml.XmlAttribute;
import fr.bastide.airlock.internal.xml.XmlBinding;
import fr.bastide.airlock.internal.xml.XmlElement;
import fr.bastide.airlock.internal.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;

/// The settings and metadata of a document, of which only listed ones leave.
final class OdfSettings {

  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String CONFIG = "urn:oasis:names:tc:opendocument:xmlns:config:1.0";

  private static final String PROGRAM = "http://openoffice.org/2004/office";

  private OdfSettings() {}

  /// The settings made anew.
  static XmlElement settings(XmlElement source, String version) {
    XmlElement root = new XmlElement("office", OFFICE, "document-settings");
    root.attributes(List.of(new XmlAttribute("office", OFFICE, "version", version)));
    // The names of the sets begin with a prefix, which must mean something.
    root.bindings(List.of(new XmlBinding("config", CONFIG), new XmlBinding("ooo", PROGRAM)));
    XmlElement settings = root.sibling("settings");
    source.child("settings").ifPresent(old -> copy(old, settings));
    root.add(settings);
    return root;
  }

  private static void copy(XmlElement from, XmlElement to) {
    for (XmlElement element : from.elements()) {
      String name = element.attribute("name").orElse("");
      if (!element.namespace().equals(CONFIG)) {
        continue;
      }
      switch (element.name()) {
        case "config-item" -> item(element, name, to);
        case "config-item-set", "config-item-map-indexed", "config-item-map-named" -> {
          if (OdfRules.GROUPS.contains(name)) {
            group(element, name, to);
          }
        }
        // Entries of a map by name are called as the sheets are.
        case "config-item-map-entry" -> group(element, name, to);
        default -> {
          // No other element holds settings.
        }
      }
    }
  }

  private static void group(XmlElement element, String name, XmlElement to) {
    XmlElement group = new XmlElement("config", CONFIG, element.name());
    if (!name.isEmpty()) {
      group.attributes(List.of(new XmlAttribute("config", CONFIG, "name", name)));
    }
    copy(element, group);
    if (group.hasElements()) {
      to.add(group);
    }
  }

  private static void item(XmlElement element, String name, XmlElement to) {
    String type = element.attribute("type").orElse("");
    String value = element.text().strip();
    boolean plain =
        switch (type) {
          case "boolean", "short", "int", "long", "double" ->
              OdfRules.ITEMS.contains(name) && isPlain(value);
          case "string" -> OdfRules.TEXTS.contains(name);
          default -> false;
        };
    if (plain) {
      XmlElement item = new XmlElement("config", CONFIG, "config-item");
      item.attributes(
          List.of(
              new XmlAttribute("config", CONFIG, "name", name),
              new XmlAttribute("config", CONFIG, "type", type)));
      item.text(value);
      to.add(item);
    }
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-' && c != '.') {
        return false;
      }
    }
    return !value.isEmpty() && value.length() < 32;
  }

  /// The metadata made anew: the program that calculated the values, and titles and dates where the
  /// policy lets them stay.
  static XmlElement meta(XmlElement source, boolean all, String version) {
    XmlElement root = new XmlElement("office", OFFICE, "document-meta");
    root.attributes(List.of(new XmlAttribute("office", OFFICE, "version", version)));
    XmlElement meta = root.sibling("meta");
    List<XmlNode> kept = new ArrayList<>();
    for (XmlElement element : source.child("meta").map(XmlElement::elements).orElse(List.of())) {
      boolean known =
          switch (OdfRules.NAMES.label(element)) {
            case "meta:generator" -> isProgram(element.text());
            case "dc:title",
                "dc:subject",
                "dc:description",
                "dc:creator",
                "dc:date",
                "dc:language",
                "meta:keyword",
                "meta:initial-creator",
                "meta:creation-date",
                "meta:editing-cycles",
                "meta:editing-duration" ->
                all;
            default -> false;
          };
      if (known) {
        XmlElement plain = new XmlElement(element.prefix(), element.namespace(), element.name());
        plain.text(element.text());
        kept.add(plain);
      }
    }
    meta.children(kept);
    root.add(meta);
    return root;
  }

  private static boolean isProgram(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "/$_-. ()".indexOf(c) < 0) {
        return false;
      }
    }
    return text.length() < 200;
  }
}
