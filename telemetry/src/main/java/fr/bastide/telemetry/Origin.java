package fr.bastide.telemetry;

import java.util.List;

/// The logsources one event belongs to, with a small number so that routes are found by index: a
/// Windows event 4688 is in the log `security` and tells of `process_creation`.
///
/// Made by [Origins] alone; two origins of one [Origins] are the same object when they are equal.
public final class Origin {

  private final int id;
  private final List<Logsource> logsources;

  Origin(int id, List<Logsource> logsources) {
    this.id = id;
    this.logsources = logsources;
  }

  /// The number of this origin, counted from 0 within its [Origins].
  public int id() {
    return id;
  }

  /// The logsources, never empty; [Logsource#ANY] alone when nothing is known.
  public List<Logsource> logsources() {
    return logsources;
  }

  /// Whether a rule for this logsource looks at events from here.
  public boolean feeds(Logsource wanted) {
    return logsources.stream().anyMatch(wanted::covers);
  }

  @Override
  public String toString() {
    return logsources.toString();
  }
}
