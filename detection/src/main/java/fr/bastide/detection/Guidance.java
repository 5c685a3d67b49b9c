package fr.bastide.detection;

import fr.bastide.kernel.Text;

/// What a rule says to those who have no analyst: an extension of our own, the attribute `bastide`.
///
/// @param happened what happened, in plain words
/// @param tonight what to do tonight
public record Guidance(Text happened, Text tonight) {}
