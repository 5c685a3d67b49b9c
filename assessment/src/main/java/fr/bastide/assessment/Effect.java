package fr.bastide.assessment;

/// The answer that a measure makes possible: it raises the question to that choice, never lowers
/// it.
///
/// @param question the question's identifier
/// @param choice the choice reached
public record Effect(String question, String choice) {}
