package fr.bastide.directory;

import java.util.Optional;

/// Somebody to call at a provider's. Personal data: never part of a draw.
///
/// @param name first and last name
/// @param role what this person does
/// @param email address at work, if given
/// @param phone number at work, if given
public record Person(String name, String role, Optional<String> email, Optional<String> phone) {}
