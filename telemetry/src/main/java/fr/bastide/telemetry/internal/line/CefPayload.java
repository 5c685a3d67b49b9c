package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import java.util.Arrays;

/// ArcSight's Common Event Format, versions 0 and 1:
/// `CEF:0|vendor|product|version|class|name|severity| extension`.
///
/// The extension's keys are the fields; a value goes on until the next ` key=`. A custom value with
/// a label (`cs1=..`, `cs1Label=Rule`) stands under its label as well.
final class CefPayload implements Payload {

  private static final byte[] SIGN = Scan.bytes("CEF:");
  private static final int MOST_LABELS = 32;
  private static final String LABEL = "Label";
  private static final int UNSEEN = -2;

  private final FieldNames fieldNames;
  private final NameCache names;
  private final Stamps stamps;
  private final Values values = new Values();
  private final int version;
  private final int[] header;
  private final int[] times;
  private final int[] labels = new int[MOST_LABELS];
  private int[] bases = new int[0];

  CefPayload(FieldNames fieldNames, NameCache names, Stamps stamps) {
    this.fieldNames = fieldNames;
    this.names = names;
    this.stamps = stamps;
    version = fieldNames.id("cefVersion");
    header =
        new int[] {
          fieldNames.id("deviceVendor"),
          fieldNames.id("deviceProduct"),
          fieldNames.id("deviceVersion"),
          fieldNames.id("deviceEventClassId"),
          fieldNames.id("name"),
          fieldNames.id("severity")
        };
    times = new int[] {fieldNames.id("rt"), fieldNames.id("end"), fieldNames.id("start")};
  }

  @Override
  public boolean stands(byte[] b, int from, int to) {
    return Scan.starts(b, from, to, SIGN) && from + 4 < to && Scan.digit(b[from + 4]);
  }

  @Override
  public boolean fill(byte[] b, int from, int to, EventDraft draft) {
    int i = from + SIGN.length;
    int bar = bar(b, i, to);
    if (bar < 0 || bars(b, bar + 1, to) < header.length - 1) {
      return false;
    }
    Values.plain(draft, version, b, i, bar);
    for (int part = 0; part < header.length; part++) {
      i = bar + 1;
      bar = bar(b, i, to);
      bar = bar < 0 ? to : bar;
      part(b, i, bar, header[part], draft);
    }
    if (bar < to) {
      extension(b, bar + 1, to, draft);
    }
    time(draft);
    return true;
  }

  @Override
  public String shape() {
    return "cef";
  }

  private void part(byte[] b, int from, int to, int field, EventDraft draft) {
    if (Scan.numeric(b, from, to)) {
      Values.plain(draft, field, b, from, to);
    } else {
      values.unescaped(draft, field, b, from, Scan.trimmedEnd(b, from, to), false);
    }
  }

  private void extension(byte[] b, int from, int to, EventDraft draft) {
    int labelled = 0;
    int count = 0;
    int key = Scan.pastSpaces(b, from, to);
    int equals = keyEnd(b, key, to);
    while (equals >= 0) {
      if (count++ == Values.MOST) {
        draft.cut();
        break;
      }
      int field = names.id(b, key, equals);
      int next = nextKey(b, equals + 1, to);
      int last = Scan.trimmedEnd(b, equals + 1, next < 0 ? to : next);
      if (Scan.numeric(b, equals + 1, last)) {
        Values.plain(draft, field, b, equals + 1, last);
      } else {
        values.unescaped(draft, field, b, equals + 1, last, true);
      }
      if (equals - key > 5 && b[equals - 1] == 'l' && labelled < MOST_LABELS && base(field) >= 0) {
        labels[labelled++] = draft.event().size() - 1;
      }
      key = next;
      equals = next < 0 ? -1 : keyEnd(b, next, to);
    }
    for (int i = 0; i < labelled; i++) {
      label(draft, labels[i]);
    }
  }

  /// Lets a custom value stand under its label as well.
  private void label(EventDraft draft, int at) {
    Event event = draft.event();
    int value = event.find(base(event.field(at)), 0);
    int named = names.id(event.bytes(at), event.start(at), event.end(at));
    if (value >= 0 && named != FieldNames.UNNAMED) {
      draft.alias(named, value);
    }
  }

  /// The field that a label field such as `cs1Label` names; -1 when it is none.
  private int base(int field) {
    if (field >= bases.length) {
      int known = bases.length;
      bases = Arrays.copyOf(bases, Math.max(2 * known, field + 64));
      Arrays.fill(bases, known, bases.length, UNSEEN);
    }
    if (bases[field] == UNSEEN) {
      String name = fieldNames.name(field);
      boolean label = name.endsWith(LABEL) && name.length() > LABEL.length();
      bases[field] = label ? fieldNames.id(name.substring(0, name.length() - LABEL.length())) : -1;
    }
    return bases[field];
  }

  private void time(EventDraft draft) {
    Event event = draft.event();
    for (int field : times) {
      int i = event.find(field, 0);
      if (i >= 0 && stamps.any(event.bytes(i), event.start(i), event.end(i)) >= 0) {
        draft.time(stamps.micros());
        return;
      }
    }
  }

  /// The next bar that no backslash precedes; -1 when there is none.
  private static int bar(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '\\') {
        i++;
      } else if (b[i] == '|') {
        return i;
      }
    }
    return -1;
  }

  private static int bars(byte[] b, int from, int to) {
    int count = 0;
    for (int i = bar(b, from, to); i >= 0 && count < 7; i = bar(b, i + 1, to)) {
      count++;
    }
    return count;
  }

  /// Where the key that begins here ends, which is at its `=`; -1 when none begins here.
  private static int keyEnd(byte[] b, int from, int to) {
    int i = from;
    while (i < to && Scan.nameByte(b[i])) {
      i++;
    }
    return i > from && i < to && b[i] == '=' ? i : -1;
  }

  /// Where the next ` key=` begins; -1 when there is none.
  private static int nextKey(byte[] b, int from, int to) {
    int word = -1;
    boolean name = false;
    for (int i = from; i < to; i++) {
      byte c = b[i];
      if (c == ' ') {
        word = i + 1;
        name = true;
      } else if (c == '=' && name && i > word) {
        return word;
      } else if (name && !Scan.nameByte(c)) {
        name = false;
      }
    }
    return -1;
  }
}
