package fr.bastide.detection.internal.match;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.Origins;
import fr.bastide.telemetry.ValueKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The values of the event at hand, found by the field numbers of a program, folded or turned into
/// text when first asked for.
///
/// Nothing is cleared between events: what was written for an earlier one carries an earlier
/// number.
final class Values {

  private static final int USUAL = 64;
  private static final int MOST_KEPT = 1 << 16;

  private final Fields fields;
  private final int[] first;
  private final int[] firstOf;
  private final Folder folder = new Folder();
  private Event event;
  private int size;
  private int now;
  private int[] next = new int[USUAL];
  private int[] from = new int[USUAL];
  private int[] to = new int[USUAL];
  private int[] foldedOf = new int[USUAL];
  private boolean[] ascii = new boolean[USUAL];
  private boolean[] simple = new boolean[USUAL];
  private String[] texts = new String[USUAL];
  private int[] textOf = new int[USUAL];

  Values(Fields fields) {
    this.fields = fields;
    this.first = new int[fields.count()];
    this.firstOf = new int[fields.count()];
    this.event = new EventDraft(new FieldNames(), new Origins()).event();
    Arrays.fill(texts, "");
  }

  /// Turns to the next event, whose number is not that of any before it.
  void begin(Event event, int number) {
    this.event = event;
    size = event.size();
    now = number;
    folder.clear();
    if (size >= next.length) {
      reserve(2 * size);
    } else if (next.length > MOST_KEPT) {
      reserve(Math.max(USUAL, 2 * size));
    }
  }

  /// Forgets the numbers of earlier events: their count begins again.
  void restart() {
    Arrays.fill(firstOf, 0);
    Arrays.fill(foldedOf, 0);
    Arrays.fill(textOf, 0);
  }

  /// How many values there are; the record itself counts as the value behind the last.
  int size() {
    return size;
  }

  /// Notes value `i` under its field and returns the field's number here, 0 when no rule asks for
  /// it.
  int link(int i) {
    int local = fields.local(event.field(i));
    if (local != Fields.NONE) {
      next[i] = firstOf[local] == now ? first[local] : -1;
      first[local] = i;
      firstOf[local] = now;
    }
    return local;
  }

  /// One of the values of a field, -1 when it is absent.
  int first(int local) {
    return firstOf[local] == now ? first[local] : -1;
  }

  /// Another value of the same field, -1 when there is none.
  int next(int i) {
    return next[i];
  }

  boolean isNull(int i) {
    return i < size && event.kind(i) == ValueKind.NULL;
  }

  /// Whether value `i` is a slice of the record.
  @SuppressWarnings("ReferenceEquality") // the same array, not an equal one
  boolean inRecord(int i) {
    return event.bytes(i) == event.recordBytes();
  }

  boolean escaped(int i) {
    return event.escaped(i);
  }

  /// Whether value `i`, a slice of an ASCII record, is written without escapes by number.
  boolean simple(int i) {
    return foldedOf[i] == now
        ? simple[i]
        : Folder.lettersEscape(event.bytes(i), event.start(i), event.end(i));
  }

  /// Whether the record is ASCII and holds nothing of what is looked for.
  boolean recordRuledOut(RecordScan scan) {
    return scan.rulesOut(event.recordBytes(), event.recordStart(), event.recordEnd());
  }

  /// Sees to it that value `i` is folded.
  void fold(int i) {
    if (foldedOf[i] == now) {
      return;
    }
    foldedOf[i] = now;
    from[i] =
        i < size
            ? folder.fold(event.bytes(i), event.start(i), event.end(i), event.escaped(i))
            : folder.fold(event.recordBytes(), event.recordStart(), event.recordEnd(), false);
    to[i] = folder.end();
    ascii[i] = folder.ascii();
    simple[i] = folder.simple();
  }

  /// The bytes that folded values are slices of, until the next one is folded.
  byte[] folded() {
    return folder.bytes();
  }

  /// Where value `i`, which has been folded, begins.
  int from(int i) {
    return from[i];
  }

  /// Where value `i`, which has been folded, ends.
  int to(int i) {
    return to[i];
  }

  /// Whether value `i`, which has been folded, is ASCII.
  boolean ascii(int i) {
    return ascii[i];
  }

  /// Value `i` as text.
  String text(int i) {
    if (textOf[i] != now) {
      textOf[i] = now;
      texts[i] = i < size ? event.text(i) : recordText();
    }
    return texts[i];
  }

  private String recordText() {
    int length = event.recordEnd() - event.recordStart();
    return new String(event.recordBytes(), event.recordStart(), length, StandardCharsets.UTF_8);
  }

  private void reserve(int length) {
    next = new int[length];
    from = new int[length];
    to = new int[length];
    foldedOf = new int[length];
    ascii = new boolean[length];
    simple = new boolean[length];
    texts = new String[length];
    textOf = new int[length];
    Arrays.fill(texts, "");
  }
}
