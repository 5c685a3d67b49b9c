package fr.bastide.airlock.flow;

import fr.bastide.airlock.flow.FlowEvent.Expired;
import fr.bastide.airlock.flow.FlowEvent.Held;
import fr.bastide.airlock.flow.FlowEvent.OfItem;
import fr.bastide.airlock.flow.FlowEvent.Refused;
import fr.bastide.airlock.flow.FlowEvent.Released;
import fr.bastide.airlock.flow.FlowEvent.Requested;
import fr.bastide.airlock.flow.FlowEvent.Sent;
import java.util.ArrayList;
import java.util.List;

/// An item in quarantine as it stands.
///
/// @param held how it came there
/// @param state where it stands
/// @param requestedBy who asked for it; empty when nobody did
/// @param decidedBy who released or refused it; empty when nobody did
/// @param steps everything that happened to it, in order
public record HeldItem(
    Held held, State state, String requestedBy, String decidedBy, List<OfItem> steps) {

  /// Where a held item stands.
  public enum State {
    /// Nobody asked for it yet.
    HELD,
    /// Somebody asked; a second person decides.
    REQUESTED,
    /// It may cross, and is about to.
    RELEASED,
    /// It crossed untouched.
    SENT,
    /// It was refused.
    REFUSED,
    /// Nobody decided in time.
    EXPIRED
  }

  public HeldItem {
    steps = List.copyOf(steps);
  }

  static HeldItem of(Held held) {
    return new HeldItem(held, State.HELD, "", "", List.of(held));
  }

  public long number() {
    return held.number();
  }

  /// Whether it still waits for a decision.
  public boolean open() {
    return state == State.HELD || state == State.REQUESTED;
  }

  HeldItem after(OfItem step) {
    List<OfItem> all = new ArrayList<>(steps);
    all.add(step);
    return switch (step) {
      case Held again -> new HeldItem(again, State.HELD, "", "", all);
      case Requested requested ->
          new HeldItem(held, State.REQUESTED, requested.by(), decidedBy, all);
      case Released released -> new HeldItem(held, State.RELEASED, requestedBy, released.by(), all);
      case Refused refused -> new HeldItem(held, State.REFUSED, requestedBy, refused.by(), all);
      case Expired _ -> new HeldItem(held, State.EXPIRED, requestedBy, decidedBy, all);
      case Sent _ -> new HeldItem(held, State.SENT, requestedBy, decidedBy, all);
    };
  }
}
