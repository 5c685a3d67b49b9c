package fr.bastide.loop.journal;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.access.UseCase;
import java.util.List;

/// Shows the journal to those concerned.
public final class JournalDesk {

  /// The most entries one asks for at once.
  public static final int MAX_ENTRIES = 1_000;

  private final Threshold threshold;
  private final Journal journal;

  /// A desk over this journal.
  public JournalDesk(Threshold threshold, Journal journal) {
    this.threshold = threshold;
    this.journal = journal;
  }

  /// What was done to a body, newest first.
  @UseCase(Act.READ_BODY_JOURNAL)
  public List<JournalEntry> ofBody(Caller caller, BodyId body, int limit) {
    return threshold.cross(
        caller, Act.READ_BODY_JOURNAL, body, "journal", () -> journal.ofBody(body, bounded(limit)));
  }

  /// What was done at all, newest first.
  @UseCase(Act.READ_JOURNAL)
  public List<JournalEntry> latest(Caller caller, int limit) {
    return threshold.cross(
        caller, Act.READ_JOURNAL, "journal", () -> journal.latest(bounded(limit)));
  }

  private static int bounded(int limit) {
    return Math.clamp(limit, 1, MAX_ENTRIES);
  }
}
