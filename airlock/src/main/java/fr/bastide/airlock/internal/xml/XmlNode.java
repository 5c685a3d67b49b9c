package fr.bastide.airlock.internal.xml;

/// A piece of XML content.
public sealed interface XmlNode permits XmlElement, XmlText {}
