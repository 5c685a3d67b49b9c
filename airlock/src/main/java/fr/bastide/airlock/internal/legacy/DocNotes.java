package fr.bastide.airlock.internal.legacy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Range;

/// The notes of a Word document by the places that refer to them.
final class DocNotes {

  private final Map<Integer, Range> texts = new HashMap<>();

  DocNotes(HWPFDocument document) {
    gather(document.getFootnotes(), document.getFootnoteRange());
    gather(document.getEndnotes(), document.getEndnoteRange());
  }

  private void gather(Notes notes, Range range) {
    for (int i = 0; i < notes.getNotesCount(); i++) {
      int from = range.getStartOffset() + notes.getNoteTextStartOffset(i);
      int to = range.getStartOffset() + notes.getNoteTextEndOffset(i);
      if (from >= range.getStartOffset() && to <= range.getEndOffset() && from < to) {
        texts.put(notes.getNoteAnchorPosition(i), new Range(from, to, range) {});
      }
    }
  }

  /// The text of the note that a place refers to, once.
  Optional<Range> at(int place) {
    return Optional.ofNullable(texts.remove(place));
  }
}
