package fr.bastide.loop.intake;

import fr.bastide.kernel.Text;
import java.time.Instant;

/// An alert of detection for which somebody must get up.
///
/// @param key what it is known by: the same key again is the same alert
/// @param rule the rule or correlation that matched
/// @param title what happened, in one sentence
/// @param explanation how sure that is, what it can do, what to do tonight
/// @param body the body concerned, by its name; empty when it concerns several
/// @param firstSeen when the first event was
public record DetectedAlert(
    String key, String rule, Text title, Text explanation, String body, Instant firstSeen) {}
