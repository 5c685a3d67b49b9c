package fr.bastide.telemetry.internal.json;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.ValueKind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Writes the values of one JSON object (RFC 8259) into a draft, in one pass and without objects.
///
/// Nested objects become dotted paths, lists repeat their field, and each container also gives one
/// value with its own text. Strings are looked through eight bytes at a time: `(x ^ 02) - 21`
/// borrows exactly for the quote and the control characters, `(x ^ 5C) - 01` for the backslash, and
/// only above the first hit can a borrow lie. Bytes above 7F are kept as they are, valid UTF-8 or
/// not. Not safe for threads.
public final class JsonScanner {

  /// The bytes end before the object does.
  public static final int UNFINISHED = -1;

  /// The bytes are no JSON object; [#faultAt()] says where.
  public static final int MALFORMED = -2;

  /// Containers are nested deeper than [#DEEPEST].
  public static final int TOO_DEEP = -3;

  /// How many containers may stand in one another, the record itself included.
  public static final int DEEPEST = 64;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long X02 = 0x0202020202020202L;
  private static final long X21 = 0x2121212121212121L;
  private static final long X5C = 0x5C5C5C5C5C5C5C5CL;
  private static final long X01 = 0x0101010101010101L;
  private static final long X80 = 0x8080808080808080L;
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final JsonKeys keys;
  private final int[] parents = new int[DEEPEST];
  private final int[] containers = new int[DEEPEST];
  private byte[] bytes = new byte[0];
  private int to;
  private EventDraft draft;
  private int depth;
  private long lists;
  private int field;
  private int key;
  private boolean escaped;
  private boolean opened;
  private int lines;
  private int faultAt;

  /// A scanner that numbers keys by these names.
  public JsonScanner(FieldNames names, EventDraft draft) {
    this.keys = new JsonKeys(names);
    this.draft = draft;
  }

  /// Reads the object whose opening brace stands at `from`, into a draft that has begun, below the
  /// field `under` or at top level.
  ///
  /// @return where the object ends, or one of the negative constants
  public int scan(byte[] bytes, int from, int to, EventDraft draft, int under) {
    begin(bytes, to, draft, under);
    if (from >= to) {
      return UNFINISHED;
    }
    return bytes[from] == '{' ? members(from + 1, true) : malformed(from);
  }

  /// Reads the object whose opening brace stands at `from` at top level.
  public int scan(byte[] bytes, int from, int to, EventDraft draft) {
    return scan(bytes, from, to, draft, JsonKeys.ROOT);
  }

  /// Reads on after the value of a member, up to the end of its object.
  int rest(byte[] bytes, int from, int to, EventDraft draft) {
    begin(bytes, to, draft, JsonKeys.ROOT);
    return members(from, false);
  }

  /// Where the bytes ceased to be JSON.
  public int faultAt() {
    return faultAt;
  }

  /// How many line ends stood between the beginning of the object and where reading stopped.
  int lines() {
    return lines;
  }

  /// The end of the string that begins after the quote at `from`; negative as for `scan`.
  int stringEnd(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.to = to;
    return string(from + 1);
  }

  private void begin(byte[] bytes, int to, EventDraft draft, int under) {
    this.bytes = bytes;
    this.to = to;
    this.draft = draft;
    this.depth = 0;
    this.lists = 0;
    this.key = JsonKeys.NONE;
    this.lines = 0;
    parents[0] = under;
    field = under;
  }

  private int members(int from, boolean atOnce) {
    int pos = from;
    boolean first = atOnce;
    for (; ; ) {
      pos = solid(pos);
      if (pos < 0) {
        return pos;
      }
      boolean list = (lists >>> depth & 1) != 0;
      byte b = bytes[pos];
      if (b == (list ? ']' : '}')) {
        pos++;
        if (depth == 0) {
          return pos;
        }
        draft.end(containers[depth], pos);
        depth--;
        field = parents[depth];
        first = false;
        continue;
      }
      if (!first) {
        pos = b == ',' ? solid(pos + 1) : malformed(pos);
        if (pos < 0) {
          return pos;
        }
      }
      if (list) {
        field = parents[depth];
      } else {
        pos = member(pos);
        if (pos < 0) {
          return pos;
        }
      }
      opened = false;
      pos = value(pos);
      if (pos < 0) {
        return pos;
      }
      first = opened;
    }
  }

  /// Reads a key and its colon: where the value begins.
  private int member(int from) {
    if (bytes[from] != '"') {
      return malformed(from);
    }
    int parent = parents[depth];
    int known = keys.guess(key);
    int pos;
    if (known >= 0 && keys.isAt(known, parent, bytes, from + 1, to)) {
      pos = from + keys.length(known) + 2;
      field = keys.id(known);
      key = known;
    } else {
      int end = string(from + 1);
      if (end < 0) {
        return end;
      }
      known = keys.find(parent, bytes, from + 1, end, escaped);
      if (known >= 0) {
        keys.follow(key, known);
        key = known;
        field = keys.id(known);
      } else {
        field = FieldNames.UNNAMED;
      }
      pos = end + 1;
    }
    if (pos < to && bytes[pos] != ':') {
      pos = solid(pos);
      if (pos >= 0 && bytes[pos] != ':') {
        return malformed(pos);
      }
    }
    return pos < 0 ? pos : solid(pos + 1);
  }

  private int value(int from) {
    return switch (bytes[from]) {
      case '"' -> {
        int end = string(from + 1);
        if (end < 0) {
          yield end;
        }
        draft.slice(field, ValueKind.TEXT, from + 1, end, escaped);
        yield end + 1;
      }
      case '{' -> open(from, false);
      case '[' -> open(from, true);
      case 't' -> literal(from, TRUE, ValueKind.TRUTH);
      case 'f' -> literal(from, FALSE, ValueKind.TRUTH);
      case 'n' -> literal(from, NULL, ValueKind.NULL);
      default -> number(from);
    };
  }

  private int open(int from, boolean list) {
    if (depth + 1 == DEEPEST) {
      faultAt = from;
      return TOO_DEEP;
    }
    depth++;
    containers[depth] = draft.event().size();
    parents[depth] = field;
    lists = list ? lists | 1L << depth : lists & ~(1L << depth);
    draft.slice(field, ValueKind.STRUCTURE, from, from, false);
    opened = true;
    return from + 1;
  }

  private int literal(int from, byte[] word, ValueKind kind) {
    int end = from + word.length;
    if (end > to) {
      int have = to - from;
      return Arrays.equals(bytes, from, to, word, 0, have) ? UNFINISHED : malformed(from);
    }
    if (!Arrays.equals(bytes, from, end, word, 0, word.length)) {
      return malformed(from);
    }
    draft.slice(field, kind, from, end, false);
    return end;
  }

  private int number(int from) {
    int pos = bytes[from] == '-' ? from + 1 : from;
    if (pos < to && bytes[pos] == '0') {
      pos++;
    } else {
      pos = digits(pos);
    }
    if (pos >= 0 && pos < to && bytes[pos] == '.') {
      pos = digits(pos + 1);
    }
    if (pos >= 0 && pos < to && (bytes[pos] | 0x20) == 'e') {
      boolean signed = pos + 1 < to && (bytes[pos + 1] == '+' || bytes[pos + 1] == '-');
      pos = digits(signed ? pos + 2 : pos + 1);
    }
    if (pos < 0) {
      return pos;
    }
    if (pos == to) {
      return UNFINISHED;
    }
    draft.slice(field, ValueKind.NUMBER, from, pos, false);
    return pos;
  }

  private int digits(int from) {
    int pos = from;
    while (pos < to && bytes[pos] >= '0' && bytes[pos] <= '9') {
      pos++;
    }
    return pos > from ? pos : pos < to ? malformed(pos) : UNFINISHED;
  }

  /// The position of the closing quote of the string that begins at `from`.
  private int string(int from) {
    escaped = false;
    int pos = from;
    int lastWord = to - 8;
    for (; ; ) {
      while (pos <= lastWord) {
        long word = (long) LONG.get(bytes, pos);
        long hits = (((word ^ X02) - X21) | ((word ^ X5C) - X01)) & ~word & X80;
        if (hits != 0) {
          pos += Long.numberOfTrailingZeros(hits) >>> 3;
          break;
        }
        pos += 8;
      }
      if (pos >= to) {
        return UNFINISHED;
      }
      byte b = bytes[pos];
      if (b == '"') {
        return pos;
      }
      if (b == '\\') {
        escaped = true;
        pos = escape(pos);
        if (pos < 0) {
          return pos;
        }
      } else if (b >= 0 && b < ' ') {
        return malformed(pos);
      } else {
        pos++;
      }
    }
  }

  private int escape(int from) {
    if (from + 1 >= to) {
      return UNFINISHED;
    }
    return switch (bytes[from + 1]) {
      case '\\', '"', '/', 'n', 't', 'r', 'b', 'f' -> from + 2;
      case 'u' -> hex(from + 2);
      default -> malformed(from);
    };
  }

  private int hex(int from) {
    for (int i = from; i < from + 4; i++) {
      if (i >= to) {
        return UNFINISHED;
      }
      if (Character.digit(bytes[i], 16) < 0) {
        return malformed(i);
      }
    }
    return from + 4;
  }

  private int solid(int from) {
    int pos = from;
    while (pos < to) {
      byte b = bytes[pos];
      if (b > ' ') {
        return pos;
      }
      if (b == '\n') {
        lines++;
      } else if (b != ' ' && b != '\r' && b != '\t') {
        return malformed(pos);
      }
      pos++;
    }
    return UNFINISHED;
  }

  private int malformed(int at) {
    faultAt = at;
    return MALFORMED;
  }
}
