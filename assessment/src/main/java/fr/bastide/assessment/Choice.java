package fr.bastide.assessment;

import fr.bastide.kernel.Text;

/// One possible answer to a question.
///
/// @param id unique within the question, such as `monthly`
/// @param value how much of the protection it brings, 0 (none) to 1 (all)
/// @param text the wording
public record Choice(String id, double value, Text text) {}
