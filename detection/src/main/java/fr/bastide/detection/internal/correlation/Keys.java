package fr.bastide.detection.internal.correlation;

import fr.bastide.detection.CaseFolding;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.ValueKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes the values of fields one behind the other, twice: as they are shown, and with letters
/// folded, as groups are told apart by.
///
/// A field is the number of its values, then each: [#NULL], or [#TEXT], its length in four bytes
/// and its bytes. A very long value is cut and gets a digest of all of it.
final class Keys {

  static final byte NULL = 0;
  static final byte TEXT = 1;

  private static final int LONGEST = 512;
  private static final int MOST_VALUES = 64;

  private byte[] folded = new byte[256];
  private byte[] shown = new byte[256];
  private int foldedEnd;
  private int shownEnd;
  private boolean same;

  void clear() {
    foldedEnd = 0;
    shownEnd = 0;
    same = true;
  }

  byte[] bytes() {
    return folded;
  }

  int length() {
    return foldedEnd;
  }

  /// A copy of what was written, folded.
  byte[] key() {
    return Arrays.copyOf(folded, foldedEnd);
  }

  /// A copy of what was written, as it is shown; the key itself when it is the same.
  byte[] shown(byte[] key) {
    return same ? key : Arrays.copyOf(shown, shownEnd);
  }

  /// Writes one field of an event; false when it is not there.
  boolean field(Event event, int field) {
    int i = first(event, field);
    if (i < 0) {
      return false;
    }
    boolean structure = event.kind(i) == ValueKind.STRUCTURE;
    int foldedCount = foldedEnd;
    int shownCount = shownEnd;
    byteBoth((byte) 0);
    int count = 0;
    while (i >= 0 && count < MOST_VALUES) {
      if (structure || event.kind(i) != ValueKind.STRUCTURE) {
        value(event, i);
        count++;
      }
      i = structure ? -1 : event.find(field, i + 1);
    }
    folded[foldedCount] = (byte) count;
    shown[shownCount] = (byte) count;
    return true;
  }

  /// The first value that is no structure, or else the structure; -1 when there is none.
  private static int first(Event event, int field) {
    int structure = -1;
    for (int i = event.find(field, 0); i >= 0; i = event.find(field, i + 1)) {
      if (event.kind(i) != ValueKind.STRUCTURE) {
        return i;
      }
      structure = structure < 0 ? i : structure;
    }
    return structure;
  }

  /// Writes one field of another group.
  void field(Group group, int position) {
    int from = skip(group.key, position);
    int to = from + length(group.key, from);
    folded = room(folded, foldedEnd, to - from);
    System.arraycopy(group.key, from, folded, foldedEnd, to - from);
    foldedEnd += to - from;
    int shownFrom = skip(group.shown, position);
    int shownTo = shownFrom + length(group.shown, shownFrom);
    shown = room(shown, shownEnd, shownTo - shownFrom);
    System.arraycopy(group.shown, shownFrom, shown, shownEnd, shownTo - shownFrom);
    shownEnd += shownTo - shownFrom;
    same &= Arrays.equals(group.key, from, to, group.shown, shownFrom, shownTo);
  }

  /// Writes one value of an event.
  void value(Event event, int i) {
    if (event.kind(i) == ValueKind.NULL) {
      byteBoth(NULL);
      return;
    }
    byteBoth(TEXT);
    byte[] bytes = event.bytes(i);
    int from = event.start(i);
    int length = event.end(i) - from;
    if (event.escaped(i) || length > LONGEST || !ascii(bytes, from, length)) {
      text(event.text(i));
      return;
    }
    shown = room(shown, shownEnd, length + Integer.BYTES);
    folded = room(folded, foldedEnd, length + Integer.BYTES);
    shownEnd = number(shown, shownEnd, length);
    foldedEnd = number(folded, foldedEnd, length);
    System.arraycopy(bytes, from, shown, shownEnd, length);
    for (int k = 0; k < length; k++) {
      byte b = bytes[from + k];
      boolean capital = b >= 'A' && b <= 'Z';
      folded[foldedEnd + k] = capital ? (byte) (b + ('a' - 'A')) : b;
      same &= !capital;
    }
    shownEnd += length;
    foldedEnd += length;
  }

  private void text(String text) {
    byte[] asIs = cut(text.getBytes(StandardCharsets.UTF_8));
    byte[] compared = cut(CaseFolding.fold(text).getBytes(StandardCharsets.UTF_8));
    same &= Arrays.equals(asIs, compared);
    shown = room(shown, shownEnd, asIs.length + Integer.BYTES);
    shownEnd = number(shown, shownEnd, asIs.length);
    System.arraycopy(asIs, 0, shown, shownEnd, asIs.length);
    shownEnd += asIs.length;
    folded = room(folded, foldedEnd, compared.length + Integer.BYTES);
    foldedEnd = number(folded, foldedEnd, compared.length);
    System.arraycopy(compared, 0, folded, foldedEnd, compared.length);
    foldedEnd += compared.length;
  }

  private static byte[] cut(byte[] bytes) {
    if (bytes.length <= LONGEST) {
      return bytes;
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      byte[] hex = java.util.HexFormat.of().formatHex(digest).getBytes(StandardCharsets.US_ASCII);
      byte[] shorter = Arrays.copyOf(bytes, LONGEST + 1 + hex.length);
      shorter[LONGEST] = '#';
      System.arraycopy(hex, 0, shorter, LONGEST + 1, hex.length);
      return shorter;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void byteBoth(byte b) {
    folded = room(folded, foldedEnd, 1);
    shown = room(shown, shownEnd, 1);
    folded[foldedEnd++] = b;
    shown[shownEnd++] = b;
  }

  private static boolean ascii(byte[] bytes, int from, int length) {
    int all = 0;
    for (int i = from; i < from + length; i++) {
      all |= bytes[i];
    }
    return all >= 0;
  }

  private static byte[] room(byte[] bytes, int end, int more) {
    return end + more <= bytes.length ? bytes : Arrays.copyOf(bytes, 2 * (end + more));
  }

  private static int number(byte[] bytes, int at, int number) {
    for (int i = 0; i < Integer.BYTES; i++) {
      bytes[at + i] = (byte) (number >>> (Byte.SIZE * i));
    }
    return at + Integer.BYTES;
  }

  private static int number(byte[] bytes, int at) {
    int number = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      number |= (bytes[at + i] & 0xFF) << (Byte.SIZE * i);
    }
    return number;
  }

  private static int skip(byte[] key, int fields) {
    int at = 0;
    for (int i = 0; i < fields; i++) {
      at += length(key, at);
    }
    return at;
  }

  /// How many bytes the field takes that begins here.
  private static int length(byte[] key, int from) {
    int at = from + 1;
    for (int i = 0; i < key[from]; i++) {
      at += key[at] == NULL ? 1 : 1 + Integer.BYTES + number(key, at + 1);
    }
    return at - from;
  }

  /// Whether these bytes are this many fields, nothing more and nothing less.
  static boolean sound(byte[] key, int fields) {
    int at = 0;
    for (int i = 0; i < fields; i++) {
      if (at >= key.length || key[at] < 1) {
        return false;
      }
      int values = key[at++];
      for (int k = 0; k < values; k++) {
        if (at >= key.length || (key[at] == TEXT && at + 1 + Integer.BYTES > key.length)) {
          return false;
        }
        int length = key[at] == TEXT ? number(key, at + 1) : 0;
        at += key[at] == TEXT ? 1 + Integer.BYTES : 1;
        if (length < 0 || length > key.length - at) {
          return false;
        }
        at += length;
      }
    }
    return at == key.length;
  }

  /// The fields as `name=value`, several values parted by commas.
  static List<String> words(byte[] shown, List<String> names) {
    List<String> words = new ArrayList<>();
    int at = 0;
    for (String name : names) {
      StringBuilder word = new StringBuilder(name).append('=');
      int values = shown[at++];
      for (int k = 0; k < values; k++) {
        word.append(k == 0 ? "" : ", ");
        if (shown[at++] == NULL) {
          word.append("null");
        } else {
          int length = number(shown, at);
          at += Integer.BYTES;
          word.append(new String(shown, at, length, StandardCharsets.UTF_8));
          at += length;
        }
      }
      words.add(word.toString());
    }
    return words;
  }
}
