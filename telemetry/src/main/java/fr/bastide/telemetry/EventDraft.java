package fr.bastide.telemetry;

import fr.bastide.telemetry.internal.taxonomy.Mapping;
import fr.bastide.telemetry.internal.taxonomy.Tables;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Fills one [Event] again and again: what a decoder writes into. Not safe for threads.
public final class EventDraft {

  private final Event event;
  private final Origin unknown;
  private @Nullable Mapping mapping;
  private boolean cut;

  /// A draft whose events use these names and origins.
  public EventDraft(FieldNames names, Origins origins) {
    this.unknown = origins.unknown();
    this.event = new Event(names, unknown);
  }

  /// The event as filled so far; the same object for every record.
  public Event event() {
    return event;
  }

  /// Starts the next event, whose record is this slice; the bytes must stay as they are until the
  /// event has been used.
  public void begin(byte[] record, int from, int to, Source source) {
    event.record = record;
    event.recordStart = from;
    event.recordEnd = to;
    event.madeEnd = 0;
    event.count = 0;
    event.origin = unknown;
    event.source = source;
    event.time = Event.NO_TIME;
    cut = false;
  }

  /// Notes that the record has more values than are taken from one record.
  public void cut() {
    cut = true;
  }

  /// Whether the present record has more values than were taken.
  public boolean wasCut() {
    return cut;
  }

  /// Adds a value that is a slice of the record's bytes.
  ///
  /// @param escaped whether the slice still has the escapes of a JSON string in it
  public void slice(int field, ValueKind kind, int from, int to, boolean escaped) {
    int i = next();
    event.fields[i] = field;
    event.starts[i] = from;
    event.ends[i] = to;
    event.traits[i] = (byte) (kind.code() | (escaped ? Event.ESCAPED : 0));
  }

  /// Adds a value that does not stand in the record as such, in UTF-8; the bytes are copied.
  public void made(int field, ValueKind kind, byte[] bytes, int from, int to) {
    int start = event.madeEnd;
    int length = to - from;
    if (start + length > event.made.length) {
      event.made = Arrays.copyOf(event.made, Math.max(2 * event.made.length, start + length));
    }
    System.arraycopy(bytes, from, event.made, start, length);
    event.madeEnd = start + length;
    int i = next();
    event.fields[i] = field;
    event.starts[i] = start;
    event.ends[i] = start + length;
    event.traits[i] = (byte) (kind.code() | Event.MADE);
  }

  /// Adds a text that does not stand in the record as such.
  public void made(int field, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    made(field, ValueKind.TEXT, bytes, 0, bytes.length);
  }

  /// Adds value `i` once more under another name, without copying it.
  public void alias(int field, int i) {
    int at = next();
    event.fields[at] = field;
    event.starts[at] = event.starts[i];
    event.ends[at] = event.ends[i];
    event.traits[at] = event.traits[i];
  }

  /// Lets the end of value `i` be known later than its beginning: for structures.
  public void end(int i, int to) {
    event.ends[i] = to;
  }

  /// Lets the end of the record be known later than its beginning: for records without a length.
  public void endRecord(int to) {
    event.recordEnd = to;
  }

  /// Adds a part of value `i` as a text of its own, without copying it; positions as in
  /// [Event#start(int)].
  public void part(int field, int i, int from, int to) {
    int at = next();
    event.fields[at] = field;
    event.starts[at] = from;
    event.ends[at] = to;
    event.traits[at] =
        (byte) (ValueKind.TEXT.code() | (event.traits[i] & (Event.ESCAPED | Event.MADE)));
  }

  /// Lets two values change places: the first value of a field is the one that is shown.
  public void swap(int i, int j) {
    int field = event.fields[i];
    int start = event.starts[i];
    int end = event.ends[i];
    byte traits = event.traits[i];
    event.fields[i] = event.fields[j];
    event.starts[i] = event.starts[j];
    event.ends[i] = event.ends[j];
    event.traits[i] = event.traits[j];
    event.fields[j] = field;
    event.starts[j] = start;
    event.ends[j] = end;
    event.traits[j] = traits;
  }

  /// Says where the event belongs.
  public void origin(Origin origin) {
    event.origin = origin;
  }

  /// Says when it happened, in microseconds since 1970-01-01T00:00Z.
  public void time(long micros) {
    event.time = micros;
  }

  /// What applies a taxonomy to this draft: kept here because it remembers much and is not safe for
  /// threads, as drafts are not.
  Mapping mapping(Tables tables, Origins origins) {
    Mapping known = mapping;
    if (known == null || !known.isBy(tables)) {
      known = new Mapping(tables, origins);
      mapping = known;
    }
    return known;
  }

  private int next() {
    int i = event.count++;
    if (i == event.fields.length) {
      int more = 2 * i;
      event.fields = Arrays.copyOf(event.fields, more);
      event.starts = Arrays.copyOf(event.starts, more);
      event.ends = Arrays.copyOf(event.ends, more);
      event.traits = Arrays.copyOf(event.traits, more);
    }
    return i;
  }
}
