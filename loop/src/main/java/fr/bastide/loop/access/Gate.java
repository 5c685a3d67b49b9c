package fr.bastide.loop.access;

import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Denied;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.mandate.Mandates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides whether a caller may act; the one place where the table of [Act] is applied.
public final class Gate {

  private static final Text NEEDS_ACCOUNT =
      new Text("Connectez-vous pour continuer.", "Sign in to continue.");
  private static final Text NOT_YOUR_ROLE =
      new Text(
          "Votre rôle ne permet pas cette action. Demandez-la à l’élu ou au référent de"
              + " l’organisme, ou à l’administrateur du centre.",
          "Your role does not allow this. Ask the body’s elected official or referent, or the"
              + " centre’s administrator.");
  private static final Text NOT_THIS_TOKEN =
      new Text(
          "Ce jeton n’a pas la portée nécessaire à cette action.",
          "This token lacks the scope this needs.");

  private final Mandates mandates;
  private final InstantSource clock;

  /// A gate that looks mandates up here, by this clock.
  public Gate(Mandates mandates, InstantSource clock) {
    this.mandates = mandates;
    this.clock = clock;
  }

  /// Passes or throws, for an act that concerns no body.
  ///
  /// @throws Denied when the caller may not
  public void require(Caller caller, Act act) {
    Act.Rule rule = act.rule();
    requireScope(caller, rule);
    switch (rule.target()) {
      case PUBLIC -> {}
      case ONESELF -> {
        if (!caller.known()) {
          throw new Denied(NEEDS_ACCOUNT);
        }
      }
      case TERRITORY -> {
        if (!caller.known()) {
          throw new Denied(NEEDS_ACCOUNT);
        }
        if (caller.centreRoles().noneMatch(rule.centre()::contains)) {
          throw new Denied(NOT_YOUR_ROLE);
        }
      }
      case BODY -> throw new IllegalArgumentException(act + " is done to a body: name it");
    }
  }

  /// Passes or throws, for an act on a body.
  ///
  /// @throws NotFound when the caller may not even see the body
  /// @throws Denied when the caller sees the body but may not do this
  public void require(Caller caller, Act act, BodyId body) {
    if (act.rule().target() != Act.Target.BODY) {
      require(caller, act);
      return;
    }
    if (!caller.known()) {
      throw new Denied(NEEDS_ACCOUNT);
    }
    List<Mandate> active = activeMandates(caller, body);
    if (!allows(caller, Act.SEE_BODY.rule(), body, active)) {
      throw new NotFound();
    }
    if (!allows(caller, act.rule(), body, active)) {
      throw new Denied(NOT_YOUR_ROLE);
    }
    requireScope(caller, act.rule());
  }

  /// Whether the caller may, without throwing: to show a button or not.
  public boolean allows(Caller caller, Act act, BodyId body) {
    if (act.rule().target() != Act.Target.BODY) {
      return allows(caller, act);
    }
    return allows(caller, act.rule(), body, activeMandates(caller, body)) && inScope(caller, act);
  }

  /// Whether the caller may do something that concerns no body.
  public boolean allows(Caller caller, Act act) {
    Act.Rule rule = act.rule();
    return inScope(caller, act)
        && switch (rule.target()) {
          case PUBLIC -> true;
          case ONESELF -> caller.known();
          case TERRITORY -> caller.centreRoles().anyMatch(rule.centre()::contains);
          case BODY -> false;
        };
  }

  /// The active mandate through which the caller acts on this body, if it is through one.
  public Optional<Mandate> mandateOf(Caller caller, BodyId body, MandateScope scope) {
    return activeMandates(caller, body).stream()
        .filter(m -> m.scopes().contains(scope))
        .findFirst();
  }

  private static boolean allows(
      Caller caller, Act.Rule rule, BodyId body, List<Mandate> activeMandates) {
    return caller.rolesIn(body).anyMatch(rule.people()::contains)
        || caller.centreRoles().anyMatch(rule.centre()::contains)
        || activeMandates.stream()
            .anyMatch(mandate -> mandate.scopes().stream().anyMatch(rule.mandates()::contains));
  }

  /// Whether the caller's firm holds this very mandate of a body, and it and all above it are
  /// active.
  public boolean holds(Caller caller, BodyId body, MandateId mandate) {
    return activeMandates(caller, body).stream().anyMatch(m -> m.id().equals(mandate));
  }

  private List<Mandate> activeMandates(Caller caller, BodyId body) {
    Set<ProviderId> providers =
        caller
            .providers()
            .map(Membership.OfProvider::provider)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    if (providers.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    return mandates.ofBody(body).stream()
        .filter(m -> providers.contains(m.provider()))
        .filter(m -> m.activeAt(now) && chainActive(m, body, now))
        .toList();
  }

  private boolean chainActive(Mandate mandate, BodyId body, Instant now) {
    Optional<Mandate> link = Optional.of(mandate);
    for (int depth = 0; depth < Mandate.MAX_CHAIN; depth++) {
      Optional<MandateId> under = link.flatMap(Mandate::under);
      if (under.isEmpty()) {
        return true;
      }
      link = mandates.find(under.get()).filter(m -> m.body().equals(body) && m.activeAt(now));
      if (link.isEmpty()) {
        return false;
      }
    }
    return false;
  }

  private static boolean inScope(Caller caller, Act act) {
    return act.rule().target() == Act.Target.PUBLIC
        || caller.scopes().map(scopes -> scopes.contains(act.rule().scope())).orElse(true);
  }

  private static void requireScope(Caller caller, Act.Rule rule) {
    if (rule.target() == Act.Target.PUBLIC) {
      return;
    }
    if (caller.scopes().isPresent() && !caller.scopes().get().contains(rule.scope())) {
      throw new Denied(NOT_THIS_TOKEN);
    }
  }
}
