package fr.bastide.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// One event: fields by number, values as slices of the bytes they came in, nothing decoded before
/// somebody asks.
///
/// A field may stand several times (a list): its values are then consecutive in meaning but not
/// necessarily in position. An event from a reader is valid during one call and then used again for
/// the next record; [#keep()] makes one that lasts. Filled through an [EventDraft].
public final class Event {

  /// The time of an event that tells none.
  public static final long NO_TIME = Long.MIN_VALUE;

  static final byte ESCAPED = 0x10;
  static final byte MADE = 0x20;
  private static final byte KIND = 0x0f;
  private static final ValueKind[] KINDS = ValueKind.values();

  final FieldNames names;
  byte[] record = new byte[0];
  int recordStart;
  int recordEnd;
  byte[] made = new byte[256];
  int madeEnd;
  int count;
  int[] fields = new int[32];
  int[] starts = new int[32];
  int[] ends = new int[32];
  byte[] traits = new byte[32];
  Origin origin;
  Source source = Source.named("");
  long time = NO_TIME;

  Event(FieldNames names, Origin origin) {
    this.names = names;
    this.origin = origin;
  }

  /// How many values there are.
  public int size() {
    return count;
  }

  /// The number of the field that value `i` stands in.
  public int field(int i) {
    return fields[i];
  }

  /// What value `i` is.
  public ValueKind kind(int i) {
    return KINDS[traits[i] & KIND];
  }

  /// The bytes that value `i` is a slice of, from [#start(int)] to [#end(int)]. Not to be changed.
  public byte[] bytes(int i) {
    return (traits[i] & MADE) != 0 ? made : record;
  }

  /// Where the slice of value `i` begins in [#bytes(int)].
  public int start(int i) {
    return starts[i];
  }

  /// Where the slice of value `i` ends in [#bytes(int)], exclusive.
  public int end(int i) {
    return ends[i];
  }

  /// Whether the slice of value `i` still has the escapes of a JSON string in it.
  public boolean escaped(int i) {
    return (traits[i] & ESCAPED) != 0;
  }

  /// The position of the first value of a field at or after position `from`; -1 when there is none.
  public int find(int field, int from) {
    for (int i = from; i < count; i++) {
      if (fields[i] == field) {
        return i;
      }
    }
    return -1;
  }

  /// Writes the bytes of value `i`, escapes undone, into `into` at `at`, and returns how many they
  /// are: never more than its slice has.
  public int plain(int i, byte[] into, int at) {
    if (escaped(i)) {
      return JsonEscapes.undo(bytes(i), starts[i], ends[i], into, at);
    }
    System.arraycopy(bytes(i), starts[i], into, at, ends[i] - starts[i]);
    return ends[i] - starts[i];
  }

  /// Value `i` as text, escapes undone, invalid UTF-8 replaced.
  public String text(int i) {
    byte[] bytes = bytes(i);
    if (!escaped(i)) {
      return new String(bytes, starts[i], ends[i] - starts[i], StandardCharsets.UTF_8);
    }
    byte[] plain = new byte[ends[i] - starts[i]];
    int length = JsonEscapes.undo(bytes, starts[i], ends[i], plain, 0);
    return new String(plain, 0, length, StandardCharsets.UTF_8);
  }

  /// The first value of a field as text; empty when the field is absent or null.
  public Optional<String> text(String field) {
    int id = names.id(field);
    int i = id == FieldNames.UNNAMED ? -1 : find(id, 0);
    return i < 0 || kind(i) == ValueKind.NULL ? Optional.empty() : Optional.of(text(i));
  }

  /// The name of the field that value `i` stands in.
  public String name(int i) {
    return names.name(fields[i]);
  }

  /// The numbers of the names this event uses.
  public FieldNames names() {
    return names;
  }

  /// The logsources this event belongs to.
  public Origin origin() {
    return origin;
  }

  /// Whose event it is.
  public Source source() {
    return source;
  }

  /// When it happened, in microseconds since 1970-01-01T00:00Z; [#NO_TIME] when it does not say.
  public long time() {
    return time;
  }

  /// The record as it was received, for evidence.
  public byte[] record() {
    return Arrays.copyOfRange(record, recordStart, recordEnd);
  }

  /// The bytes that the record is a slice of, from [#recordStart()] to [#recordEnd()]. Not to be
  /// changed.
  public byte[] recordBytes() {
    return record;
  }

  /// Where the record begins in [#recordBytes()].
  public int recordStart() {
    return recordStart;
  }

  /// Where the record ends in [#recordBytes()], exclusive.
  public int recordEnd() {
    return recordEnd;
  }

  /// An event that lasts: the same values over bytes of its own.
  public Event keep() {
    Event kept = new Event(names, origin);
    kept.record = Arrays.copyOfRange(record, recordStart, recordEnd);
    kept.recordEnd = kept.record.length;
    kept.made = Arrays.copyOf(made, madeEnd);
    kept.madeEnd = madeEnd;
    kept.count = count;
    kept.fields = Arrays.copyOf(fields, count);
    kept.starts = Arrays.copyOf(starts, count);
    kept.ends = Arrays.copyOf(ends, count);
    kept.traits = Arrays.copyOf(traits, count);
    for (int i = 0; i < count; i++) {
      if ((traits[i] & MADE) == 0) {
        kept.starts[i] -= recordStart;
        kept.ends[i] -= recordStart;
      }
    }
    kept.source = source;
    kept.time = time;
    return kept;
  }
}
