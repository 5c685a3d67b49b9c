package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.EventDraft;
import fr.bastide.telemetry.ValueKind;

/// Adds values found in a line to a draft, with room to undo their escapes in.
public final class Values {

  /// How many values of one line are taken: what a line has beyond is passed over, so that one
  /// hostile line cannot make every rule look through a million values.
  public static final int MOST = 2_048;

  private byte[] room = new byte[4_096];

  /// Adds a slice of the record as number or as text.
  public static void plain(EventDraft draft, int field, byte[] b, int from, int to) {
    draft.slice(
        field, Scan.numeric(b, from, to) ? ValueKind.NUMBER : ValueKind.TEXT, from, to, false);
  }

  /// Adds a slice of the record as text.
  public static void text(EventDraft draft, int field, int from, int to) {
    draft.slice(field, ValueKind.TEXT, from, to, false);
  }

  /// Room for a value of at most this many bytes; what was in it is lost with the next call.
  public byte[] room(int size) {
    if (room.length < size) {
      room = new byte[Math.max(size, 2 * room.length)];
    }
    return room;
  }

  /// Adds what stands in the room as text.
  public void made(EventDraft draft, int field, int length) {
    draft.made(field, ValueKind.TEXT, room, 0, length);
  }

  /// Adds a text in which a backslash makes the next byte literal, `\n`, `\r` and `\t` apart when
  /// `controls` is set.
  public void unescaped(EventDraft draft, int field, byte[] b, int from, int to, boolean controls) {
    if (Scan.find(b, from, to, (byte) '\\') < 0) {
      text(draft, field, from, to);
      return;
    }
    byte[] into = room(to - from);
    int out = 0;
    for (int i = from; i < to; i++) {
      byte c = b[i];
      if (c == '\\' && i + 1 < to) {
        c = b[++i];
        if (controls) {
          c = c == 'n' ? (byte) '\n' : c == 'r' ? (byte) '\r' : c == 't' ? (byte) '\t' : c;
        }
      }
      into[out++] = c;
    }
    made(draft, field, out);
  }

  /// Adds a text whose sender may or may not double backslashes: escapes are undone only when every
  /// backslash stands before a quote or a backslash, so that a Windows path stays whole.
  public void perhapsEscaped(EventDraft draft, int field, byte[] b, int from, int to) {
    for (int i = Scan.find(b, from, to, (byte) '\\'); i >= 0 && i < to; i++) {
      if (b[i] == '\\') {
        i++;
        if (i == to || (b[i] != '\\' && b[i] != '"')) {
          text(draft, field, from, to);
          return;
        }
      }
    }
    unescaped(draft, field, b, from, to, false);
  }
}
