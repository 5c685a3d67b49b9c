package fr.bastide.airlock.internal.zip;

/// One file of a container.
///
/// @param name its path with `/`, checked: relative, no `..`, no drive, no control characters
/// @param bytes its content, inflated within bounds
@SuppressWarnings("ArrayRecordComponent") // a value on its way, never compared
public record Member(String name, byte[] bytes) {}
