package fr.bastide.directory;

/// Work a provider has done and may name.
///
/// @param client for whom
/// @param work what
/// @param year when
public record Reference(String client, String work, int year) {}
