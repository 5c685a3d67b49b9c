package fr.bastide.loop.access;

import fr.bastide.loop.mandate.MandateScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A kind of caller.
///
/// @param name how failures name it
/// @param arrives makes one in an estate
/// @param scopes what its firm may do for the first body, by a mandate that holds
record Asker(String name, Function<Estate, Caller> arrives, Set<MandateScope> scopes) {

  /// All kinds: every role here and elsewhere, and every scope in every standing.
  static List<Asker> all() {
    List<Asker> all = new ArrayList<>(ofTheForeignBody());
    all.add(of("a visitor", estate -> Caller.VISITOR));
    all.add(of("nobody in particular", estate -> estate.house().account("Nul").caller()));
    for (BodyRole role : BodyRole.values()) {
      all.add(of(role + " of the body", estate -> estate.house().of(estate.own(), role)));
    }
    for (CentreRole role : CentreRole.values()) {
      all.add(of(role.name(), estate -> estate.house().of(role)));
    }
    all.add(
        of(
            "a firm without a mandate",
            estate -> estate.house().of(estate.house().provider("Sans"), ProviderRole.INTEGRATOR)));
    for (MandateScope scope : MandateScope.values()) {
      all.add(
          new Asker(
              scope + " alone",
              estate -> estate.mandated(estate.own(), scope, estate.period()),
              Set.of(scope)));
      all.add(of(scope + " revoked", estate -> estate.revoked(scope)));
      all.add(of(scope + " expired", estate -> estate.mandated(estate.own(), scope, past(estate))));
    }
    return all;
  }

  /// Those who are entitled to something at the other body alone.
  static List<Asker> ofTheForeignBody() {
    List<Asker> foreign = new ArrayList<>();
    for (BodyRole role : BodyRole.values()) {
      foreign.add(
          of(role + " of another body", estate -> estate.house().of(estate.foreign(), role)));
    }
    for (MandateScope scope : MandateScope.values()) {
      foreign.add(
          of(
              scope + " of another body",
              estate -> estate.mandated(estate.foreign(), scope, estate.period())));
    }
    return foreign;
  }

  private static Asker of(String name, Function<Estate, Caller> arrives) {
    return new Asker(name, arrives, Set.of());
  }

  private static Estate.Period past(Estate estate) {
    Instant now = estate.house().clock().instant();
    return new Estate.Period(now.minus(Duration.ofDays(2)), now);
  }
}
