package fr.bastide.web.assessment;

import fr.bastide.kernel.Text;
import fr.bastide.loop.assess.StoredAnswer;

/// What became of the form of a question.
public sealed interface Outcome {

  /// Nothing was sent.
  record Untouched() implements Outcome {}

  /// It is kept.
  record Kept(StoredAnswer answer) implements Outcome {}

  /// Somebody answered in the meantime: theirs stands, ours is in the history.
  record Stale(StoredAnswer theirs, StoredAnswer yours) implements Outcome {}

  /// It makes no answer; nothing was kept.
  ///
  /// @param field the field concerned
  /// @param text what to do
  record Wrong(String field, Text text) implements Outcome {}

  /// Nothing was sent.
  Outcome UNTOUCHED = new Untouched();
}
