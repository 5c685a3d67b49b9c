package fr.bastide.loop.assess;

import fr.bastide.assessment.Answer;
import fr.bastide.loop.AccountId;
import java.time.Instant;

/// An answer as it is kept.
///
/// @param question the question's identifier
/// @param answer what was answered
/// @param version 1 for the first answer, one more for each change
/// @param author who answered
/// @param authorName how to name the author
/// @param at when
public record StoredAnswer(
    String question, Answer answer, int version, AccountId author, String authorName, Instant at) {}
