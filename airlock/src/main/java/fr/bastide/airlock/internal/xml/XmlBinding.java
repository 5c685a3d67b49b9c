package fr.bastide.airlock.internal.xml;

/// A namespace declaration.
///
/// @param prefix empty for the default namespace
/// @param namespace empty where the default is taken back
public record XmlBinding(String prefix, String namespace) {}
