package fr.bastide.loop.memory;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.journal.Journal;
import fr.bastide.loop.journal.JournalChain;
import fr.bastide.loop.journal.JournalEntry;
import fr.bastide.loop.journal.JournalEvent;
import fr.bastide.loop.journal.JournalHead;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The journal in memory.
public final class MemoryJournal implements Journal, Undoable {

  private final JournalChain chain;
  private final List<JournalEntry> entries = new ArrayList<>();

  public MemoryJournal(JournalChain chain) {
    this.chain = chain;
  }

  @Override
  public void append(JournalEvent event) {
    JournalHead head = head();
    long sequence = head.sequence() + 1;
    entries.add(new JournalEntry(sequence, event, chain.seal(head.seal(), sequence, event)));
  }

  @Override
  public List<JournalEntry> ofBody(BodyId body, int limit) {
    return newest(e -> e.event().body().filter(body::equals).isPresent(), limit);
  }

  @Override
  public List<JournalEntry> latest(int limit) {
    return newest(e -> true, limit);
  }

  @Override
  public void readAll(Consumer<JournalEntry> reader) {
    List.copyOf(entries).forEach(reader);
  }

  @Override
  public JournalHead head() {
    return entries.isEmpty()
        ? new JournalHead(0, JournalChain.GENESIS)
        : new JournalHead(entries.getLast().sequence(), entries.getLast().seal());
  }

  private List<JournalEntry> newest(Predicate<JournalEntry> wanted, int limit) {
    return entries.reversed().stream().filter(wanted).limit(limit).toList();
  }

  @Override
  public Runnable remember() {
    int before = entries.size();
    return () -> entries.subList(before, entries.size()).clear();
  }
}
