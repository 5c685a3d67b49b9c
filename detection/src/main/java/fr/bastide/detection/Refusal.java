package fr.bastide.detection;

import fr.bastide.kernel.Text;

/// A rule that was not taken, and why.
///
/// @param place the file and the line of what is wrong
/// @param title the rule's title, or its id; empty when it has neither
/// @param reason what is wrong and what would mend it
public record Refusal(Place place, String title, Text reason) {}
