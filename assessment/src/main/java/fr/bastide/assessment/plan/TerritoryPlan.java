package fr.bastide.assessment.plan;

import fr.bastide.kernel.Money;
import java.util.List;

/// Plans of several bodies under one common budget.
///
/// @param plans one for each body, in the order asked
/// @param spent what they take together
/// @param proof bound and gap of the sum of the scores
public record TerritoryPlan(List<Plan> plans, Money spent, Plan.Proof proof) {

  public TerritoryPlan {
    plans = List.copyOf(plans);
  }
}
