package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;

/// The structured data of RFC 5424, section 6.3: `[id name="value" ...][...]`.
final class StructuredData {

  private final NameCache names;
  private final Values values = new Values();

  StructuredData(NameCache names) {
    this.names = names;
  }

  /// Where the structured data that begins here ends; `from` when none begins here or it is not
  /// closed.
  static int end(byte[] b, int from, int to) {
    if (from < to && b[from] == '-' && (from + 1 == to || b[from + 1] == ' ')) {
      return from + 1;
    }
    int i = from;
    while (i < to && b[i] == '[') {
      int close = elementEnd(b, i + 1, to);
      if (close < 0) {
        return from;
      }
      i = close + 1;
    }
    return i;
  }

  /// Adds every parameter to the draft, under its own name and under `id.name`.
  void fill(byte[] b, int from, int to, EventDraft draft) {
    int i = from;
    int count = 0;
    while (i < to && b[i] == '[') {
      int id = i + 1;
      int idEnd = id;
      while (idEnd < to && b[idEnd] != ' ' && b[idEnd] != ']') {
        idEnd++;
      }
      i = idEnd;
      while (i < to && b[i] == ' ') {
        if (count == Values.MOST) {
          draft.cut();
          break;
        }
        int name = Scan.pastSpaces(b, i, to);
        int equals = Scan.find(b, name, to, (byte) '=');
        if (equals < 0 || equals + 1 >= to || b[equals + 1] != '"') {
          break;
        }
        int quote = quote(b, equals + 2, to);
        if (quote < 0) {
          break;
        }
        values.unescaped(draft, names.id(b, name, equals), b, equals + 2, quote, false);
        int full = names.joined(b, id, idEnd, name, equals);
        if (full != FieldNames.UNNAMED) {
          draft.alias(full, draft.event().size() - 1);
        }
        count++;
        i = quote + 1;
      }
      int close = elementEnd(b, i, to);
      i = close < 0 ? to : close + 1;
    }
  }

  /// Where the bracket stands that closes an element, not counting those in quotes; -1 without.
  private static int elementEnd(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      byte c = b[i];
      if (c == ']') {
        return i;
      }
      if (c == '"') {
        i = quote(b, i + 1, to);
        if (i < 0) {
          return -1;
        }
      }
    }
    return -1;
  }

  private static int quote(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == '\\') {
        i++;
      } else if (b[i] == '"') {
        return i;
      }
    }
    return -1;
  }
}
