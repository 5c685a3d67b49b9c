package fr.bastide.loop.journal;

import fr.bastide.kernel.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads a journal entry by entry and finds what was altered, removed, inserted or cut off.
public final class JournalCheck implements Consumer<JournalEntry> {

  private static final int MAX_FAULTS = 100;

  private final JournalChain chain;
  private final List<Fault> faults = new ArrayList<>();
  private final Optional<JournalHead> anchor;
  private final boolean anchorNeeded;
  private String previous = JournalChain.GENESIS;
  private long sequence;
  private boolean anchorSeen;

  /// A check against the head that was kept outside the database. When it is not there although
  /// there are entries, that is a fault: nobody can say then whether the end was cut off.
  public JournalCheck(JournalChain chain, Optional<JournalHead> anchor) {
    this(chain, anchor, true);
  }

  private JournalCheck(JournalChain chain, Optional<JournalHead> anchor, boolean anchorNeeded) {
    this.chain = chain;
    this.anchor = anchor;
    this.anchorNeeded = anchorNeeded;
    this.anchorSeen = anchor.isEmpty() || anchor.get().sequence() == 0;
  }

  /// A check of the chain alone, for whoever compares its end with a head that comes afterwards.
  public static JournalCheck ofTheChain(JournalChain chain) {
    return new JournalCheck(chain, Optional.empty(), false);
  }

  /// What is wrong at one place.
  ///
  /// @param sequence the place
  /// @param text what is wrong
  public record Fault(long sequence, Text text) {}

  /// What the check found.
  ///
  /// @param entries how many entries were read
  /// @param head where the chain ends
  /// @param faults what is wrong, at most a hundred; empty when all is well
  public record Verdict(long entries, JournalHead head, List<Fault> faults) {

    public Verdict {
      faults = List.copyOf(faults);
    }
  }

  @Override
  public void accept(JournalEntry entry) {
    long expected = sequence + 1;
    if (entry.sequence() != expected) {
      fault(
          expected,
          "Il manque des entrées\u00a0: après la n° %d vient la n° %d."
              .formatted(sequence, entry.sequence()),
          "Entries are missing: number %d is followed by number %d."
              .formatted(sequence, entry.sequence()));
    }
    String seal = chain.seal(previous, entry.sequence(), entry.event());
    if (!seal.equals(entry.seal())) {
      fault(
          entry.sequence(),
          "L’entrée n° %d a été modifiée, ou une entrée avant elle a été retirée."
              .formatted(entry.sequence()),
          "Entry number %d was altered, or an entry before it was removed."
              .formatted(entry.sequence()));
    }
    if (anchor.isPresent() && anchor.get().sequence() == entry.sequence()) {
      anchorSeen = true;
      if (!anchor.get().seal().equals(entry.seal())) {
        fault(
            entry.sequence(),
            "L’entrée n° %d n’est pas celle qui avait été ancrée.".formatted(entry.sequence()),
            "Entry number %d is not the one that was anchored.".formatted(entry.sequence()));
      }
    }
    // Go on from what is written, so that one fault is told once, unless it is no seal at all.
    previous = JournalChain.isSeal(entry.seal()) ? entry.seal() : seal;
    sequence = entry.sequence();
  }

  /// The verdict over all that was read.
  public Verdict verdict() {
    if (anchorNeeded && anchor.isEmpty() && sequence > 0) {
      fault(
          sequence,
          "L’ancre du journal manque\u00a0: rien ne garantit que sa fin, après la n° %d, n’a pas été coupée."
              .formatted(sequence),
          "The journal’s anchor is missing: nothing vouches for its end, after number %d."
              .formatted(sequence));
    }
    if (!anchorSeen) {
      long last = anchor.orElseThrow().sequence();
      fault(
          sequence,
          "Le journal a été tronqué\u00a0: il s’arrête à la n° %d alors que la n° %d avait été ancrée."
              .formatted(sequence, last),
          "The journal was truncated: it ends at number %d while number %d had been anchored."
              .formatted(sequence, last));
    }
    return new Verdict(sequence, new JournalHead(sequence, previous), faults);
  }

  private void fault(long at, String fr, String en) {
    if (faults.size() < MAX_FAULTS) {
      faults.add(new Fault(at, new Text(fr, en)));
    }
  }
}
