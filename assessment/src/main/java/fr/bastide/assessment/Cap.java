package fr.bastide.assessment;

import fr.bastide.kernel.Text;

/// A weakness so grave that no strength elsewhere may hide it: as long as the question is answered
/// below `choice` (or not at all), the grade is at most `grade`.
///
/// @param id such as `no-offline-backup`
/// @param question the question it looks at
/// @param choice the choice that lifts it
/// @param grade the best grade possible below that
/// @param reason why, in a sentence for an elected official
public record Cap(String id, String question, String choice, Grade grade, Text reason) {}
