package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One sentence that a program writes, with holes for its values: `Failed {auth_method:word} for
/// {user:last} from {src_ip:address}`.
///
/// A hole is `{field}`, text up to where what follows it first stands; `{field:last}`, up to where
/// it last stands: for names that strangers choose, so that a user called `x from 10.0.0.1` cannot
/// write the address himself; `{field:word}`, `{field:number}`, `{field:address}`; `{}` for what is
/// passed over; `{pairs}` for `name=value` up to the end.
final class MessageForm {

  private enum Hole {
    TEXT,
    LAST,
    WORD,
    NUMBER,
    ADDRESS,
    PAIRS
  }

  private record Part(Hole hole, int field, String literal) {}

  private static final int LAST_TRIES = 16;

  private final byte[] beginning;
  private final Hole[] holes;
  private final int[] fields;
  private final byte[][] literals;
  private final int[] from;
  private final int[] end;
  private final int[] givenFields;
  private final byte[][] givenValues;

  MessageForm(String form, Map<String, String> given, FieldNames names) {
    int hole = form.indexOf('{');
    beginning = Scan.bytes(hole < 0 ? form : form.substring(0, hole));
    List<Part> parts = new ArrayList<>();
    while (hole >= 0) {
      int close = form.indexOf('}', hole);
      int next = form.indexOf('{', close);
      String literal = form.substring(close + 1, next < 0 ? form.length() : next);
      parts.add(part(form.substring(hole + 1, close), literal, names));
      hole = next;
    }
    holes = parts.stream().map(Part::hole).toArray(Hole[]::new);
    fields = parts.stream().mapToInt(Part::field).toArray();
    literals = parts.stream().map(p -> Scan.bytes(p.literal())).toArray(byte[][]::new);
    from = new int[holes.length];
    end = new int[holes.length];
    givenFields = given.keySet().stream().mapToInt(names::id).toArray();
    givenValues = given.values().stream().map(Scan::bytes).toArray(byte[][]::new);
  }

  private static Part part(String hole, String literal, FieldNames names) {
    int colon = hole.indexOf(':');
    String field = colon < 0 ? hole : hole.substring(0, colon);
    Hole kind =
        switch (colon < 0 ? "" : hole.substring(colon + 1)) {
          case "" -> field.equals("pairs") ? Hole.PAIRS : Hole.TEXT;
          case "last" -> Hole.LAST;
          case "word" -> Hole.WORD;
          case "number" -> Hole.NUMBER;
          case "address" -> Hole.ADDRESS;
          default -> throw new IllegalStateException("unknown hole {" + hole + "}");
        };
    boolean named = !field.isEmpty() && kind != Hole.PAIRS;
    return new Part(kind, named ? names.id(field) : FieldNames.UNNAMED, literal);
  }

  /// Adds the values of a message to the draft when it is such a sentence; false when it is not.
  boolean fill(byte[] b, int start, int to, EventDraft draft, Pairs pairs) {
    if ((beginning.length > 0 && !Scan.starts(b, start, to, beginning))
        || match(b, start + beginning.length, to, 0) < 0) {
      return false;
    }
    for (int i = 0; i < holes.length; i++) {
      if (holes[i] == Hole.PAIRS) {
        pairs.read(b, from[i], end[i], draft, false);
      } else if (fields[i] != FieldNames.UNNAMED) {
        Values.plain(draft, fields[i], b, from[i], end[i]);
      }
    }
    for (int i = 0; i < givenFields.length; i++) {
      draft.made(givenFields[i], ValueKind.TEXT, givenValues[i], 0, givenValues[i].length);
    }
    return true;
  }

  /// Finds the holes from this one on; -1 when the message does not fit.
  private int match(byte[] b, int start, int to, int hole) {
    int i = start;
    for (int h = hole; h < holes.length; h++) {
      from[h] = i;
      byte[] literal = literals[h];
      switch (holes[h]) {
        case LAST -> {
          return last(b, i, to, h);
        }
        case PAIRS -> end[h] = to;
        case TEXT -> end[h] = literal.length == 0 ? to : Scan.find(b, i, to, literal);
        case WORD, NUMBER, ADDRESS -> end[h] = run(b, i, to, holes[h]);
      }
      if (end[h] < 0 || (literal.length > 0 && !Scan.starts(b, end[h], to, literal))) {
        return -1;
      }
      i = end[h] + literal.length;
    }
    return i;
  }

  private int last(byte[] b, int start, int to, int hole) {
    byte[] literal = literals[hole];
    int limit = to;
    for (int tries = 0; tries < LAST_TRIES; tries++) {
      int at = Scan.findLast(b, start, limit, literal);
      if (at < 0) {
        return -1;
      }
      from[hole] = start;
      end[hole] = at;
      int rest = match(b, at + literal.length, to, hole + 1);
      if (rest >= 0) {
        return rest;
      }
      limit = at + literal.length - 1;
    }
    return -1;
  }

  private static int run(byte[] b, int start, int to, Hole hole) {
    int i = start;
    while (i < to && fits(b[i], hole)) {
      i++;
    }
    return i == start ? -1 : i;
  }

  private static boolean fits(byte c, Hole hole) {
    return switch (hole) {
      case NUMBER -> Scan.digit(c);
      case ADDRESS -> Scan.hex(c) >= 0 || c == '.' || c == ':' || c == '%';
      default -> c > ' ' && c != ',' && c != ';' && c != ')' && c != ']' && c != ':';
    };
  }
}
