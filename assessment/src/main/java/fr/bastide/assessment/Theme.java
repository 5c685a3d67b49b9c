package fr.bastide.assessment;

import fr.bastide.kernel.Text;

/// A family of questions, seen as one barrier an attacker must pass.
///
/// @param id such as `backups`
/// @param name its name
/// @param weight its share of the whole, 1 to 5
/// @param summary one sentence: what this barrier does for a town hall
public record Theme(String id, Text name, int weight, Text summary) {}
