package fr.bastide.telemetry.internal.audit;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.ValueKind;
import fr.bastide.telemetry.internal.line.Scan;
import java.util.Arrays;

/// Puts the arguments of EXECVE records together: each as a field `a0`, `a1`, ..., pieces joined
/// (`a1[0]`, `a1[1]`), and all of them as `CommandLine`.
final class CommandLine {

  /// The arguments beyond these have no field of their own.
  private static final int MOST_FIELDS = 256;

  private final int[] fields = new int[MOST_FIELDS];
  private final int line;
  private byte[] text = new byte[4_096];
  private int length;
  private int argument;
  private int argumentStart;
  private boolean any;
  private boolean made;

  CommandLine(FieldNames names) {
    line = names.id("CommandLine");
    for (int i = 0; i < MOST_FIELDS; i++) {
      fields[i] = names.id("a" + i);
    }
  }

  void begin() {
    length = 0;
    argument = -1;
    argumentStart = 0;
    any = false;
    made = false;
  }

  /// Takes a pair of an EXECVE record; false when its name is not that of an argument.
  boolean take(
      byte[] b, int name, int nameEnd, int from, int to, boolean quoted, EventDraft draft) {
    if (b[name] != 'a' || nameEnd - name < 2) {
      return false;
    }
    int bracket = Scan.find(b, name, nameEnd, (byte) '[');
    int digits = bracket < 0 ? nameEnd : bracket;
    long number = digits - name > 8 ? -1 : Scan.number(b, name + 1, digits);
    if (number < 0) {
      return false;
    }
    if (number != argument || bracket < 0) {
      finish(draft);
      start((int) number);
    }
    boolean hex = !quoted && AuditText.hexadecimal(b, from, to);
    room(to - from);
    if (hex) {
      length = AuditText.decode(b, from, to, text, length);
    } else {
      System.arraycopy(b, from, text, length, to - from);
      length += to - from;
    }
    made = hex || bracket >= 0;
    if (!made) {
      if (number < MOST_FIELDS) {
        draft.slice(fields[(int) number], ValueKind.TEXT, from, to, false);
      }
      argument = -1;
    }
    return true;
  }

  /// Adds what the arguments make together, if there were any.
  void end(EventDraft draft) {
    finish(draft);
    if (any) {
      for (int i = 0; i < length; i++) {
        text[i] = text[i] == 0 ? (byte) ' ' : text[i];
      }
      draft.made(line, ValueKind.TEXT, text, 0, length);
    }
  }

  /// Adds the argument that was put together, unless it stood in the record as it is.
  private void finish(EventDraft draft) {
    if (argument >= 0 && made && argument < MOST_FIELDS) {
      draft.made(fields[argument], ValueKind.TEXT, text, argumentStart, length);
    }
    argument = -1;
    made = false;
  }

  private void start(int number) {
    room(1);
    if (any) {
      text[length++] = ' ';
    }
    any = true;
    argument = number;
    argumentStart = length;
  }

  private void room(int more) {
    if (length + more > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, length + more));
    }
  }
}
