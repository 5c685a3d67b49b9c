package fr.bastide.assessment.plan;

import fr.bastide.kernel.Money;
import java.util.List;
import java.util.Set;

/// Plans of several bodies under one common budget.
///
/// @param plans one for each body, in the order asked
/// @param spent what they take together
/// @param fullPrice measures counted at their full price although they can be bought together,
///   because too few of these bodies take them
/// @param proof bound and gap of the sum of the scores; the bound is the one of the lowest prices,
///   as if enough bodies took everything
public record TerritoryPlan(
    List<Plan> plans, Money spent, Set<String> fullPrice, Plan.Proof proof) {

  public TerritoryPlan {
    plans = List.copyOf(plans);
    fullPrice = Set.copyOf(fullPrice);
  }
}
