package fr.bastide.directory.internal;

import fr.bastide.directory.sourcing.Circle;
import fr.bastide.directory.sourcing.Exclusion;
import fr.bastide.directory.sourcing.SourcingPolicy;
import java.util.Map;

/// A policy as JSON, in the shape that [PolicyReader] reads.
final class PolicyJson {

  private PolicyJson() {}

  static Map<String, Object> of(SourcingPolicy policy) {
    JsonMap unknown = new JsonMap();
    policy.unknown().forEach((link, rule) -> unknown.put(Spelling.of(link), rule));
    return new JsonMap()
        .put("bastide", "sourcing-policy/1")
        .put("version", policy.version())
        .put("in-force", policy.inForce().toString())
        .put("title", policy.title())
        .list("excluded", policy.excluded().values(), PolicyJson::exclusion)
        .list("circles", policy.circles(), PolicyJson::circle)
        .put("unknown", unknown.done())
        .put("accept", policy.accept())
        .put("valid-months", policy.validMonths())
        .done();
  }

  private static Object exclusion(Exclusion exclusion) {
    return new JsonMap()
        .put("state", exclusion.state().value())
        .put("since", exclusion.since().toString())
        .put("reason", exclusion.reason())
        .put("source", exclusion.source())
        .done();
  }

  private static Object circle(Circle circle) {
    return new JsonMap()
        .put("name", circle.name())
        .put("rank", circle.rank())
        .texts("states", circle.states())
        .put("source", circle.source())
        .done();
  }
}
