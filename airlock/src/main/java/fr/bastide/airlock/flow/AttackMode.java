package fr.bastide.airlock.flow;

import fr.bastide.kernel.Text;
import java.time.Instant;
import java.util.List;

/// Whether everything but the vital flows is cut, and how far the way back has come.
///
/// @param on whether flows are cut
/// @param step the last step of the way back that was taken; 0 for none
/// @param by who cut them
/// @param since when
public record AttackMode(boolean on, int step, String by, Instant since) {

  /// All flows are open.
  public static final AttackMode NONE = new AttackMode(false, 0, "", Instant.EPOCH);

  /// The same, further on the way back.
  AttackMode at(int reached) {
    return new AttackMode(on, reached, by, since);
  }

  /// Whether a flow is open.
  public boolean open(Flow flow) {
    return !on || flow.vital() || flow.returns() <= step;
  }

  /// The next step that opens something; one past the last when all are open.
  public int next(List<Flow> flows) {
    return flows.stream()
        .filter(flow -> !open(flow))
        .mapToInt(Flow::returns)
        .min()
        .orElse(Flow.LAST_STEP + 1);
  }

  /// Cuts everything but the vital flows; also on the way back, from its beginning.
  public static Decision begin(Standing standing, Flows flows, String by, String note, Instant at) {
    if (!flows.commands(by)) {
      return notEntitled();
    }
    return standing.attack().on() && standing.attack().step() == 0
        ? new Decision.Denied(
            new Text("Le mode attaque est déjà en cours.", "Attack mode is on already."))
        : new Decision.Done(new FlowEvent.AttackBegan(at, by, note));
  }

  /// Opens the flows of the next step.
  public static Decision step(Standing standing, Flows flows, String by, Instant at) {
    if (!flows.commands(by)) {
      return notEntitled();
    }
    AttackMode mode = standing.attack();
    if (!mode.on()) {
      return notOn();
    }
    int next = mode.next(flows.flows());
    return next > Flow.LAST_STEP
        ? new Decision.Denied(
            new Text(
                "Tous les flux sont rouverts\u00a0: terminez avec off.",
                "All flows are open again: end with off."))
        : new Decision.Done(new FlowEvent.AttackStepped(at, by, next));
  }

  /// Ends attack mode, once every step of the way back was taken.
  public static Decision end(Standing standing, Flows flows, String by, Instant at) {
    if (!flows.commands(by)) {
      return notEntitled();
    }
    AttackMode mode = standing.attack();
    if (!mode.on()) {
      return notOn();
    }
    int next = mode.next(flows.flows());
    return next <= Flow.LAST_STEP
        ? new Decision.Denied(
            new Text(
                "Des flux sont encore coupés. Le retour se fait par étapes\u00a0: la prochaine est"
                    + " l’étape %d, avec step.".formatted(next),
                "Some flows are still cut. The way back goes by steps: the next is step %d, with"
                        .formatted(next)
                    + " step."))
        : new Decision.Done(new FlowEvent.AttackEnded(at, by));
  }

  /// What a sender of a cut flow is told.
  public static Text told(Flow flow, Flows flows) {
    return new Text(
        "%s\u00a0: le flux «\u00a0%s\u00a0» est coupé, une attaque est en cours. Rien n’a été pris\u202f; gardez votre fichier et appelez %s."
            .formatted(flows.body().fr(), flow.name().fr(), flows.contact().fr()),
        "%s: the flow “%s” is cut, an attack is going on. Nothing was taken; keep your file and call %s."
            .formatted(flows.body().en(), flow.name().en(), flows.contact().en()));
  }

  private static Decision notOn() {
    return new Decision.Denied(
        new Text("Le mode attaque n’est pas en cours.", "Attack mode is not on."));
  }

  private static Decision notEntitled() {
    return new Decision.Denied(
        new Text(
            "Seules les personnes listées sous commanders décident du mode attaque.",
            "Only those listed under commanders decide on attack mode."));
  }
}
