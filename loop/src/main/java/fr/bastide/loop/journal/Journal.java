package fr.bastide.loop.journal;

import fr.bastide.kernel.BodyId;
import java.util.List;
import java.util.function.Consumer;

/// Who did what to which object: entries are added, never changed, never removed. Port.
public interface Journal {

  /// Adds an event at the end of the chain, within the present transaction. Entries of concurrent
  /// transactions wait for each other, so that the chain has no gap and no fork.
  void append(JournalEvent event);

  /// The latest entries about a body, newest first.
  List<JournalEntry> ofBody(BodyId body, int limit);

  /// The latest entries of all, newest first.
  List<JournalEntry> latest(int limit);

  /// Reads the whole journal from its beginning, in order, in bounded memory.
  void readAll(Consumer<JournalEntry> reader);

  /// Where the chain ends now.
  JournalHead head();
}
