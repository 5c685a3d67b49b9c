package fr.bastide.web.plan;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.web.body.Scene;
import java.util.List;

/// The second step: what that buys.
///
/// @param scene the body
/// @param form what was typed
/// @param plan what the plan would be
/// @param done what the body said to have
/// @param unseen measures of which something is said and that the page does not show otherwise
public record PlanProposal(
    Scene scene, WishForm form, Plan plan, List<Measure> done, List<String> unseen) {}
