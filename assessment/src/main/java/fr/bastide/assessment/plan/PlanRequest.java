package fr.bastide.assessment.plan;

import fr.bastide.assessment.AnswerSheet;
import java.util.Map;
import java.util.Set;

/// What one body asks of the planner.
///
/// @param name the body's name, for results about several bodies
/// @param sheet where it stands
/// @param limits what it can spend
/// @param done measures already done: they cost nothing and their effects count
/// @param refused measures it does not want, with the reason
/// @param forced measures it wants whatever they bring
/// @param pooledWith how many bodies buy together with it, itself included; 1 when alone
public record PlanRequest(
    String name,
    AnswerSheet sheet,
    Limits limits,
    Set<String> done,
    Map<String, String> refused,
    Set<String> forced,
    int pooledWith) {

  public PlanRequest {
    done = Set.copyOf(done);
    refused = Map.copyOf(refused);
    forced = Set.copyOf(forced);
  }

  /// A request without any wish: what is best under these limits.
  public static PlanRequest of(String name, AnswerSheet sheet, Limits limits) {
    return new PlanRequest(name, sheet, limits, Set.of(), Map.of(), Set.of(), 1);
  }
}
