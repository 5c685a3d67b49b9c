package fr.bastide.airlock.internal.xml;

/// Characters between tags, as they read.
public record XmlText(String value) implements XmlNode {}
