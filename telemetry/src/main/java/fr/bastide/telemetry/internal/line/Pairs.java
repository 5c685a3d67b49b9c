package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;

/// Reads `name=value name="value" ...` as firewalls write it, in one pass.
///
/// A value without quotes may have spaces in it (Stormshield): it goes on until the next ` name=`.
/// A quote is taken as the closing one when the line ends or a pair follows, so that quotes inside
/// a value do not end it, escaped with a backslash or not; a value whose closing quote is missing
/// is read as one without quotes.
final class Pairs {

  private static final int LONGEST_NAME = 64;
  private static final int QUOTES_TRIED = 8;
  private static final int FAR = 256;

  private final NameCache names;
  private final Values values = new Values();
  private byte[] b = {};
  private int to;
  private int valueEnd;

  Pairs(NameCache names) {
    this.names = names;
  }

  /// Whether the slice begins with a pair and another one follows.
  static boolean stand(byte[] b, int from, int to) {
    int name = nameEnd(b, from, to);
    if (name < 0) {
      return false;
    }
    int last = Math.min(to, from + 512);
    for (int i = name + 1; i < last; i++) {
      if ((b[i] == ' ' || b[i] == ',' || b[i] == '\t') && nameEnd(b, i + 1, to) > 0) {
        return true;
      }
    }
    return false;
  }

  /// Adds the pairs of a slice to the draft.
  ///
  /// @param spaces whether a value without quotes may have spaces in it
  /// @return how many pairs there were
  int read(byte[] bytes, int from, int end, EventDraft draft, boolean spaces) {
    b = bytes;
    to = end;
    int count = 0;
    int i = from;
    while (i < to) {
      if (separator(b[i])) {
        i++;
        continue;
      }
      if (count == Values.MOST) {
        draft.cut();
        break;
      }
      int name = nameEnd(b, i, to);
      if (name < 0) {
        i = pastWord(i);
        continue;
      }
      int field = names.id(b, i, name);
      i =
          b[Math.min(name + 1, to - 1)] == '"' && name + 1 < to
              ? quoted(name + 2, field, draft)
              : bare(name + 1, field, draft, spaces);
      count++;
    }
    return count;
  }

  /// Adds a value that begins after a quote; returns where reading goes on.
  private int quoted(int from, int field, EventDraft draft) {
    int close = close(from);
    if (close < 0) {
      return bare(from, field, draft, true);
    }
    values.perhapsEscaped(draft, field, b, from, close);
    return close + 1;
  }

  private int bare(int from, int field, EventDraft draft, boolean spaces) {
    int next = spaces ? nextPair(from) : wordEnd(from);
    int last = valueEnd;
    if (next < to && last > from && (b[last - 1] == ',' || b[last - 1] == ';')) {
      last--;
    }
    Values.plain(draft, field, b, from, last);
    return next;
  }

  /// Where the next ` name=` begins, with the end of the value before it noted.
  private int nextPair(int from) {
    int word = -1;
    boolean name = false;
    for (int i = from; i < to; i++) {
      byte c = b[i];
      if (c == ' ' || c == '\t') {
        word = i + 1;
        name = true;
      } else if (c == '=') {
        if (name && i > word && letter(b[word])) {
          valueEnd = word - 1;
          while (valueEnd > from && (b[valueEnd - 1] == ' ' || b[valueEnd - 1] == '\t')) {
            valueEnd--;
          }
          return word;
        }
        name = false;
      } else if (name && !Scan.nameByte(c)) {
        name = false;
      }
    }
    valueEnd = Scan.trimmedEnd(b, from, to);
    return to;
  }

  private int wordEnd(int from) {
    valueEnd = Scan.wordEnd(b, from, to);
    return valueEnd;
  }

  /// Where the closing quote stands; -1 when there is none.
  private int close(int from) {
    int first = -1;
    int tries = 0;
    for (int i = from; i < to; i++) {
      i = Scan.find(b, i, to, (byte) '"');
      if (i < 0) {
        break;
      }
      boolean escaped = escaped(from, i);
      if (escaped ? path(i) : pairFollows(i + 1)) {
        return i;
      }
      if (!escaped) {
        first = first < 0 ? i : first;
        if (++tries == QUOTES_TRIED) {
          break;
        }
      }
    }
    return first;
  }

  /// Whether a quote after a backslash closes the value all the same, because the backslash is the
  /// end of a path: then nothing or a pair follows, and the next quote is one that opens.
  private boolean path(int quote) {
    boolean ends = quote + 1 == to || (separator(b[quote + 1]) && pairFollows(quote + 1));
    if (!ends) {
      return false;
    }
    int last = Math.min(to, quote + FAR);
    for (int i = Scan.find(b, quote + 1, last, (byte) '"');
        i >= 0;
        i = Scan.find(b, i + 1, last, (byte) '"')) {
      if (!escaped(quote + 1, i)) {
        return b[i - 1] == '=';
      }
    }
    return true;
  }

  private boolean escaped(int from, int quote) {
    int i = quote;
    while (i > from && b[i - 1] == '\\') {
      i--;
    }
    return (quote - i) % 2 != 0;
  }

  private boolean pairFollows(int from) {
    int i = from;
    while (i < to && separator(b[i])) {
      i++;
      if (i - from > LONGEST_NAME) {
        return true;
      }
    }
    return i == to || (nameEnd(b, i, to) > 0 && (i > from || b[from - 2] != '='));
  }

  private int pastWord(int from) {
    int i = from;
    while (i < to && b[i] != ' ' && b[i] != '\t') {
      i++;
    }
    return i;
  }

  /// Where the name that begins here ends, which is at its `=`; -1 when none begins here.
  private static int nameEnd(byte[] b, int from, int to) {
    if (from >= to || !letter(b[from])) {
      return -1;
    }
    int last = Math.min(to, from + LONGEST_NAME + 1);
    int i = from + 1;
    while (i < last && Scan.nameByte(b[i])) {
      i++;
    }
    return i < last && b[i] == '=' ? i : -1;
  }

  private static boolean letter(byte c) {
    int lower = c | 0x20;
    return (lower >= 'a' && lower <= 'z') || c == '_';
  }

  private static boolean separator(byte c) {
    return c == ' ' || c == ',' || c == ';' || c == '\t';
  }
}
