package fr.bastide.airlock.internal.xml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// An element that can be changed before it is written anew.
public final class XmlElement implements XmlNode {

  private final String prefix;
  private final String namespace;
  private final String name;
  private List<XmlAttribute> attributes;
  private List<XmlBinding> bindings;
  private List<XmlNode> children = new ArrayList<>(2);

  public XmlElement(String prefix, String namespace, String name) {
    this(prefix, namespace, name, new ArrayList<>(2), List.of());
  }

  XmlElement(
      String prefix,
      String namespace,
      String name,
      List<XmlAttribute> attributes,
      List<XmlBinding> bindings) {
    this.prefix = prefix;
    this.namespace = namespace;
    this.name = name;
    this.attributes = attributes;
    this.bindings = bindings;
  }

  /// An element of another name in this one's namespace, with nothing in it.
  public XmlElement sibling(String otherName) {
    return new XmlElement(prefix, namespace, otherName);
  }

  public String prefix() {
    return prefix;
  }

  public String namespace() {
    return namespace;
  }

  /// The local name.
  public String name() {
    return name;
  }

  public List<XmlAttribute> attributes() {
    return attributes;
  }

  public void attributes(List<XmlAttribute> others) {
    attributes = others;
  }

  public List<XmlBinding> bindings() {
    return bindings;
  }

  public void bindings(List<XmlBinding> others) {
    bindings = others;
  }

  public List<XmlNode> children() {
    return children;
  }

  public void children(List<XmlNode> others) {
    children = others;
  }

  public void add(XmlNode child) {
    children.add(child);
  }

  /// The value of the first attribute of a local name, whatever its namespace.
  public Optional<String> attribute(String localName) {
    for (XmlAttribute attribute : attributes) {
      if (attribute.name().equals(localName)) {
        return Optional.of(attribute.value());
      }
    }
    return Optional.empty();
  }

  /// Sets an attribute without namespace.
  public void set(String localName, String value) {
    List<XmlAttribute> others = new ArrayList<>(attributes.size() + 1);
    for (XmlAttribute attribute : attributes) {
      if (!attribute.namespace().isEmpty() || !attribute.name().equals(localName)) {
        others.add(attribute);
      }
    }
    others.add(new XmlAttribute("", "", localName, value));
    attributes = others;
  }

  public boolean isEmpty() {
    return children.isEmpty();
  }

  /// Whether an element stands directly within.
  public boolean hasElements() {
    for (XmlNode child : children) {
      if (child instanceof XmlElement) {
        return true;
      }
    }
    return false;
  }

  /// The elements directly within.
  public List<XmlElement> elements() {
    List<XmlElement> elements = new ArrayList<>();
    for (XmlNode child : children) {
      if (child instanceof XmlElement element) {
        elements.add(element);
      }
    }
    return elements;
  }

  /// The first element directly within of a local name.
  public Optional<XmlElement> child(String localName) {
    for (XmlNode child : children) {
      if (child instanceof XmlElement element && element.name.equals(localName)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /// The first element of a local name anywhere within, in document order.
  public Optional<XmlElement> find(String localName) {
    for (XmlElement element : descendants()) {
      if (element.name.equals(localName)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /// The characters directly within.
  public String text() {
    if (children.size() == 1 && children.getFirst() instanceof XmlText only) {
      return only.value();
    }
    StringBuilder text = new StringBuilder();
    for (XmlNode child : children) {
      if (child instanceof XmlText part) {
        text.append(part.value());
      }
    }
    return text.toString();
  }

  /// Puts characters in place of all that is within.
  public void text(String value) {
    children = new ArrayList<>(List.of(new XmlText(value)));
  }

  /// All elements within, in document order; the tree must not change meanwhile.
  public Iterable<XmlElement> descendants() {
    return () -> new Walk(this);
  }

  private static final class Walk implements Iterator<XmlElement> {

    private final List<Iterator<XmlElement>> open = new ArrayList<>();

    Walk(XmlElement root) {
      open.add(root.elements().iterator());
    }

    @Override
    public boolean hasNext() {
      while (!open.isEmpty() && !open.getLast().hasNext()) {
        open.removeLast();
      }
      return !open.isEmpty();
    }

    @Override
    public XmlElement next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      XmlElement next = open.getLast().next();
      if (next.hasElements()) {
        open.add(next.elements().iterator());
      }
      return next;
    }
  }
}
