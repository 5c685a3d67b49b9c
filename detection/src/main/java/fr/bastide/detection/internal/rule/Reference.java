package fr.bastide.detection.internal.rule;

/// A rule named by another document, by its id or its name.
///
/// @param line where it is named
record Reference(String name, int line) {}
