package fr.bastide.airlock.flow;

import fr.bastide.airlock.Reason;
import java.time.Instant;
import java.util.List;

/// A step that somebody, or the airlock itself, took: what the journal is made of.
public sealed interface FlowEvent {

  /// When.
  Instant at();

  /// Who: a user of the flows file, or `airlock` itself.
  String by();

  /// The airlock's own name in the journal.
  String AIRLOCK = "airlock";

  /// A step of one held item.
  sealed interface OfItem extends FlowEvent {
    /// The held item's number, from 1.
    long number();
  }

  /// A file was refused at the door, and its original kept.
  ///
  /// @param name the file's name as declared, made plain
  /// @param where the place in the file, as the receipt says
  /// @param original under which name the original is kept
  record Held(
      Instant at,
      String by,
      long number,
      String flow,
      String name,
      long size,
      String sha256,
      Reason reason,
      String where,
      String original)
      implements OfItem {}

  /// Somebody needs it.
  record Requested(Instant at, String by, long number, String note) implements OfItem {}

  /// A second person lets it cross untouched.
  record Released(Instant at, String by, long number, String note) implements OfItem {}

  /// It is not given out.
  record Refused(Instant at, String by, long number, String note) implements OfItem {}

  /// Nobody decided in time.
  record Expired(Instant at, String by, long number) implements OfItem {}

  /// It was handed to the link, after it was released.
  record Sent(Instant at, String by, long number) implements OfItem {}

  /// Everything but the vital flows was cut.
  record AttackBegan(Instant at, String by, String note) implements FlowEvent {}

  /// One more step of flows was opened again.
  record AttackStepped(Instant at, String by, int step) implements FlowEvent {}

  /// All flows are open again.
  record AttackEnded(Instant at, String by) implements FlowEvent {}

  /// The vital flows were tried.
  ///
  /// @param passed flows that worked
  /// @param failed flows that did not
  record Rehearsed(Instant at, String by, List<String> passed, List<String> failed)
      implements FlowEvent {
    public Rehearsed {
      passed = List.copyOf(passed);
      failed = List.copyOf(failed);
    }
  }
}
