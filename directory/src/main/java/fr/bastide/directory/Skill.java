package fr.bastide.directory;

import fr.bastide.kernel.Text;

/// Something a provider can do.
///
/// @param id its identifier, such as `incident-response`
/// @param name its name for people
/// @param says what it covers
public record Skill(String id, Text name, Text says) {}
