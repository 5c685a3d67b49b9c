package fr.bastide.airlock.internal.xml;

/// An attribute.
///
/// @param prefix as written; empty for none
/// @param namespace empty for an attribute without prefix
public record XmlAttribute(String prefix, String namespace, String name, String value) {

  /// The same attribute with another value.
  public XmlAttribute with(String other) {
    return new XmlAttribute(prefix, namespace, name, other);
  }
}
