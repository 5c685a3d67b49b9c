package fr.bastide.loop.plan;

import fr.bastide.assessment.Score;
import fr.bastide.loop.body.Body;
import java.util.Optional;

/// A plan with all that its pages show.
///
/// @param body whose it is
/// @param plan the plan and its follow-up
/// @param today the score of the plan's assessment as it would be answered today, with the effects
///   of what is done
/// @param measured the score of another, later completed assessment, if there is one of the same
///   depth and scale: only that compares with what was projected
public record PlanView(
    Body body, StoredPlan plan, Score today, Optional<Score.Interval> measured) {}
