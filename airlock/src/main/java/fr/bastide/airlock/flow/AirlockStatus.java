package fr.bastide.airlock.flow;

import fr.bastide.kernel.Text;
import java.time.Instant;
import java.util.List;

/// What one side of the airlock says about itself, for whoever shows it; the port through which the
/// web platform sees an airlock. Written as `status.json`; schema: `status.schema.json`.
///
/// @param side which side speaks
/// @param at when; what is older than a minute is not to be trusted
/// @param attack whether flows are cut
/// @param flows each flow
/// @param held what waits for a decision
/// @param crossings what crossed or was held last, the newest first
/// @param alarms what the link said last, the newest first
public record AirlockStatus(
    Side side,
    Instant at,
    AttackMode attack,
    List<FlowState> flows,
    List<HeldState> held,
    List<Crossing> crossings,
    List<Alarm> alarms) {

  /// Which end of the link.
  public enum Side {
    LOW,
    HIGH
  }

  public AirlockStatus {
    flows = List.copyOf(flows);
    held = List.copyOf(held);
    crossings = List.copyOf(crossings);
    alarms = List.copyOf(alarms);
  }

  /// One flow.
  ///
  /// @param filesToday files taken today on the low side, published and kept on the high side
  public record FlowState(
      String id,
      Text name,
      Flow.Direction direction,
      Flow.Cargo carries,
      boolean vital,
      boolean open,
      int filesToday,
      long bytesToday) {}

  /// One item that waits; no name of a file or a person leaves by this port.
  ///
  /// @param reason why, as in receipts
  /// @param requested whether somebody asked for it
  public record HeldState(
      long number, String flow, Instant since, Instant until, String reason, boolean requested) {}

  /// What became of one file.
  ///
  /// @param sha256 of the file as it came
  /// @param removed how many things were taken out
  /// @param heldAs its number in quarantine; 0 when it is not held
  public record Crossing(
      Instant at,
      String flow,
      String name,
      String sha256,
      Result result,
      int removed,
      long heldAs) {

    /// How it ended.
    public enum Result {
      /// Rebuilt, with nothing taken out.
      UNTOUCHED,
      /// Rebuilt without what was dangerous.
      DISARMED,
      /// Held back.
      HELD,
      /// Crossed as it is, after two people agreed or because it was disarmed before.
      RELEASED
    }
  }

  /// What the link said.
  ///
  /// @param kind as in alarm lines
  /// @param raised whether it still holds
  public record Alarm(Instant at, String kind, boolean raised, long from, long to, Text text) {}
}
