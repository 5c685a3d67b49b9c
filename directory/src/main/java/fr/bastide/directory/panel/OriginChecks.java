package fr.bastide.directory.panel;

import fr.bastide.directory.Directory;
import fr.bastide.directory.EntryId;
import fr.bastide.directory.Origin;
import fr.bastide.directory.Provider;
import fr.bastide.directory.Solution;
import fr.bastide.directory.sourcing.Ground;
import fr.bastide.directory.sourcing.Judgement;
import fr.bastide.directory.sourcing.Rank;
import fr.bastide.directory.sourcing.SourcingPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the sourcing policy says of a provider and of what it offers.
final class OriginChecks {

  private final Need need;
  private final SourcingPolicy policy;
  private final Map<EntryId, Solution> serving = new HashMap<>();

  OriginChecks(Need need, Directory directory, SourcingPolicy policy) {
    this.need = need;
    this.policy = policy;
    String measure = need.wishes().measure().orElse("");
    for (Solution solution : directory.solutions()) {
      if (solution.measures().contains(measure) && solution.fictional() == need.exercise()) {
        serving.put(solution.id(), solution);
      }
    }
  }

  /// Checks who controls a provider.
  ///
  /// @return how near it is
  Rank control(Provider provider, List<Check> checks) {
    return switch (policy.judge(provider.control())) {
      case Judgement.Admitted admitted -> {
        checks.add(Check.of(Reason.ORIGIN_ADMITTED, admitted.rank().name()));
        admitted
            .toAsk()
            .forEach(ask -> checks.add(Check.of(Reason.ORIGIN_TO_ASK, ask.link().name())));
        yield admitted.rank();
      }
      case Judgement.Refused refused -> {
        refused.grounds().forEach(ground -> checks.add(against(ground)));
        yield Rank.OTHER;
      }
    };
  }

  private static Check against(Ground ground) {
    return switch (ground) {
      case Ground.StateExcluded out ->
          Check.of(Reason.ORIGIN_EXCLUDED, out.link().name(), out.exclusion().state());
      case Ground.TooFar far ->
          Check.of(Reason.ORIGIN_TOO_FAR, far.link().name(), far.state(), far.accepted().name());
      case Ground.NotSaid unknown -> Check.of(Reason.ORIGIN_NOT_SAID, unknown.link().name());
    };
  }

  /// Checks what a provider offers for the measure: one admitted solution is enough, and only
  /// admitted ones may be proposed.
  ///
  /// @return how near its nearest admitted solution is
  Rank solutions(Provider provider, List<Check> checks) {
    boolean any = false;
    Rank nearest = Rank.OTHER;
    for (EntryId id : provider.offer().solutions()) {
      Solution solution = serving.get(id);
      if (solution != null) {
        switch (policy.judge(solution.origin())) {
          case Judgement.Admitted admitted -> {
            any = true;
            nearest = admitted.rank().compareTo(nearest) < 0 ? admitted.rank() : nearest;
            checks.add(Check.of(Reason.SOLUTION_OFFERED, id, admitted.rank().name()));
            for (Ground.NotSaid ask : admitted.toAsk()) {
              checks.add(Check.of(Reason.SOLUTION_TO_ASK, id, ask.link().name()));
            }
          }
          case Judgement.Refused refused ->
              refused.grounds().forEach(ground -> checks.add(against(id, ground)));
        }
      }
    }
    if (!any) {
      checks.add(Check.of(Reason.SOLUTION_MISSING, need.wishes().measure().orElse("")));
    }
    return nearest;
  }

  private static Check against(EntryId solution, Ground ground) {
    Origin.Link link = ground.link();
    return switch (ground) {
      case Ground.StateExcluded out ->
          Check.of(Reason.SOLUTION_EXCLUDED, solution, link.name(), out.exclusion().state());
      case Ground.TooFar far ->
          Check.of(
              Reason.SOLUTION_TOO_FAR, solution, link.name(), far.state(), far.accepted().name());
      case Ground.NotSaid _ -> Check.of(Reason.SOLUTION_NOT_SAID, solution, link.name());
    };
  }
}
