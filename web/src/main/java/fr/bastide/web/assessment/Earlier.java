package fr.bastide.web.assessment;

import fr.bastide.assessment.Comparison;
import fr.bastide.loop.assess.Assessment;

/// The assessment before, counted on the scale of today, and what changed since.
///
/// @param assessment the assessment before
/// @param comparison what changed, or why they cannot be compared
/// @param recomputed whether it was first scored on another scale
public record Earlier(Assessment assessment, Comparison comparison, boolean recomputed) {}
