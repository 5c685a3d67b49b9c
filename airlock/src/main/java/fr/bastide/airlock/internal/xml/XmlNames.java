package fr.bastide.airlock.internal.xml;

import fr.bastide.airlock.internal.Lists;
import fr.bastide.airlock.internal.Resources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names that a format may use: an allow-list of elements and attributes by namespace, read
/// from the resources `names-*.yaml`.
public final class XmlNames {

  private final Map<String, XmlSpace> spaces = new HashMap<>();
  private final Set<String> plain = new HashSet<>();

  /// The names listed in these resources.
  public static XmlNames of(String... resources) {
    XmlNames names = new XmlNames();
    for (String resource : resources) {
      Map<String, Object> data = Resources.mapping(resource, "spaces");
      for (String prefix : data.keySet()) {
        Map<String, Object> entry = Resources.mapping(data, prefix);
        XmlSpace space = XmlSpace.read(prefix, entry);
        names.plain.addAll(space.attributes());
        Lists.strings(entry, "uris").forEach(uri -> names.spaces.put(uri, space));
      }
    }
    return names;
  }

  private XmlNames() {}

  /// What is known of a namespace.
  public Optional<XmlSpace> space(String namespace) {
    return Optional.ofNullable(spaces.get(namespace));
  }

  /// An element as rules call it, `w:p`; empty when it is not allowed.
  public String label(XmlElement element) {
    XmlSpace space = spaces.get(element.namespace());
    return space != null && space.elements().contains(element.name())
        ? space.prefix() + ":" + element.name()
        : "";
  }

  /// Whether an element is the one that rules call so.
  public boolean is(XmlElement element, String label) {
    XmlSpace space = spaces.get(element.namespace());
    return space != null
        && label.length() == space.prefix().length() + 1 + element.name().length()
        && label.startsWith(space.prefix())
        && label.charAt(space.prefix().length()) == ':'
        && label.endsWith(element.name());
  }

  /// Whether an attribute may stand on elements that are allowed.
  public boolean allows(XmlAttribute attribute) {
    if (attribute.namespace().isEmpty()) {
      return plain.contains(attribute.name());
    }
    XmlSpace space = spaces.get(attribute.namespace());
    return space != null && space.qualified().contains(attribute.name());
  }

  /// The prefix that rules call a namespace by; empty when it is unknown.
  public String prefix(String namespace) {
    XmlSpace space = spaces.get(namespace);
    return space == null ? "" : space.prefix();
  }
}
