package fr.bastide.loop.intake;

import fr.bastide.kernel.Text;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.access.UseCase;
import java.util.Map;

/// Says when the centre answers; its lead writes it.
public final class HoursDesk {

  private final Threshold threshold;
  private final OpeningTimes times;

  /// A desk over these.
  public HoursDesk(Threshold threshold, OpeningTimes times) {
    this.threshold = threshold;
    this.times = times;
  }

  /// The hours with the version that a change must name.
  ///
  /// @param version 0 as long as nobody has written any
  public record Written(Hours hours, int version) {}

  /// Whether the centre answers now: for everybody.
  @UseCase(Act.REPORT_ATTACK)
  public Hours.Openness openness(Caller caller) {
    threshold.gate().require(caller, Act.REPORT_ATTACK);
    return threshold
        .transactions()
        .asHouse(() -> present(times).hours().at(threshold.clock().instant()));
  }

  /// The hours, and who is told.
  @UseCase(Act.SET_HOURS)
  public Written view(Caller caller) {
    // Looking is no act that the journal keeps: only the right is checked.
    threshold.gate().require(caller, Act.SET_HOURS);
    return threshold.transactions().inside(caller, () -> present(times));
  }

  /// Replaces them.
  ///
  /// @param fields as [WrittenHours] has them
  /// @param seen the version that the person saw
  /// @throws fr.bastide.loop.Invalid when a field cannot be understood
  /// @throws Conflict when somebody else wrote in the meantime
  @UseCase(Act.SET_HOURS)
  public Written set(Caller caller, Map<String, String> fields, int seen) {
    return threshold.cross(
        caller,
        Act.SET_HOURS,
        "hours",
        () -> {
          Hours hours = WrittenHours.read(fields);
          boolean kept =
              times.replace(
                  WrittenHours.of(hours),
                  seen,
                  caller.account().orElseThrow(),
                  threshold.clock().instant());
          if (!kept) {
            throw new Conflict(
                new Text(
                    "Quelqu’un a modifié ces horaires entre-temps. Relisez-les, puis recommencez.",
                    "Somebody changed these hours in the meantime. Read them again, then retry."));
          }
          return new Written(hours, seen + 1);
        });
  }

  static Written present(OpeningTimes times) {
    return times
        .find()
        .map(kept -> new Written(understood(kept.fields()), kept.version()))
        .orElseGet(() -> new Written(Hours.usual(), 0));
  }

  /// What an older version kept and this one no longer understands must not close the page on which
  /// attacks are told: until the lead writes again, the usual hours count.
  private static Hours understood(Map<String, String> fields) {
    try {
      return WrittenHours.read(fields);
    } catch (Invalid outdated) {
      return Hours.usual();
    }
  }
}
