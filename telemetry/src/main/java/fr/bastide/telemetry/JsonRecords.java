package fr.bastide.telemetry;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.internal.json.JsonProblems;
import fr.bastide.telemetry.internal.json.JsonScanner;
import java.util.Optional;

/// Fills drafts from single JSON objects: for live streams, where something else finds the records.
/// Not safe for threads.
///
/// Nested objects become dotted paths (`a.b`, the same field as a flat key `a.b`), lists repeat
/// their field, and each container also gives one [ValueKind#STRUCTURE] value with its text. Names
/// and logsources are left as they are: see [Taxonomy#apply].
public final class JsonRecords {

  private final JsonScanner scanner;
  private Optional<Text> problem = Optional.empty();

  /// Records whose fields are numbered by these names.
  public JsonRecords(FieldNames names) {
    this.scanner = new JsonScanner(names, new EventDraft(names, new Origins()));
  }

  /// Begins the draft with the JSON object in this slice and fills it.
  ///
  /// @return false when the slice is not one JSON object and nothing else, or is nested deeper than
  ///   64; [#problem()] then says why
  public boolean fill(byte[] bytes, int from, int to, Source source, EventDraft draft) {
    int start = from;
    while (start < to && blank(bytes[start])) {
      start++;
    }
    draft.begin(bytes, start, to, source);
    int end = scanner.scan(bytes, start, to, draft);
    if (end < 0) {
      problem = Optional.of(JsonProblems.of(end, scanner.faultAt() - from + 1));
      return false;
    }
    draft.endRecord(end);
    for (int i = end; i < to; i++) {
      if (!blank(bytes[i])) {
        problem = Optional.of(JsonProblems.of(JsonScanner.MALFORMED, i - from + 1));
        return false;
      }
    }
    return true;
  }

  /// Why the last record could not be filled; the last reason when it could.
  public Optional<Text> problem() {
    return problem;
  }

  private static boolean blank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }
}
