package fr.bastide.telemetry.internal.json;

import fr.bastide.telemetry.FieldNames;
import fr.bastide.telemetry.JsonEscapes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The keys met so far, each as number of the field above it and the bytes as written, so that a
/// known key costs no text.
///
/// Two ways lead to a key. The records of a stream mostly repeat the same keys in the same order,
/// so each key remembers which one came after it; when that guess is wrong, an open-addressed table
/// is asked. Sources choose keys, so their number and length are bounded: what comes too late or is
/// too long counts as [FieldNames#UNNAMED], and so does what stands below it.
final class JsonKeys {

  /// What stands for "no field above": no field has this number.
  static final int ROOT = FieldNames.MOST;

  /// No key.
  static final int NONE = -1;

  private static final int MOST = FieldNames.MOST;
  private static final int LONGEST_PATH = 1_024;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final FieldNames names;
  private int count;
  private int[] table = new int[512];
  private int[] parents = new int[128];
  private int[] ids = new int[128];
  private int[] hashes = new int[128];
  private int[] lengths = new int[128];
  private int[] offsets = new int[128];
  private int[] followers = new int[128];
  private byte[] text = new byte[4_096];
  private int textEnd;
  private int first = NONE;

  JsonKeys(FieldNames names) {
    this.names = names;
  }

  /// The number of the field that a key stands for.
  int id(int key) {
    return ids[key];
  }

  /// How many bytes a key has as written.
  int length(int key) {
    return lengths[key];
  }

  /// The key that came after this one last time, or first in a record after [#NONE].
  int guess(int after) {
    return after == NONE ? first : followers[after];
  }

  /// Remembers which key came after another.
  void follow(int after, int key) {
    if (after == NONE) {
      first = key;
    } else {
      followers[after] = key;
    }
  }

  /// Whether this key with its closing quote stands at `from`, below `parent`.
  boolean isAt(int key, int parent, byte[] bytes, int from, int to) {
    int length = lengths[key] + 1;
    if (parents[key] != parent || from + length > to) {
      return false;
    }
    int offset = offsets[key];
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      if ((long) LONG.get(bytes, from + i) != (long) LONG.get(text, offset + i)) {
        return false;
      }
    }
    if (i == length) {
      return true;
    }
    if (from + i + 8 > bytes.length) {
      return Arrays.equals(bytes, from + i, from + length, text, offset + i, offset + length);
    }
    long differing = (long) LONG.get(bytes, from + i) ^ (long) LONG.get(text, offset + i);
    return differing << (64 - 8 * (length - i)) == 0;
  }

  /// The key with these bytes below `parent`, made now if it is new; [#NONE] when there are too
  /// many or it is too long.
  int find(int parent, byte[] bytes, int from, int to, boolean escaped) {
    int hash = hash(parent, bytes, from, to);
    int mask = table.length - 1;
    for (int slot = hash & mask; ; slot = (slot + 1) & mask) {
      int key = table[slot] - 1;
      if (key < 0) {
        return make(parent, hash, bytes, from, to, escaped);
      }
      if (hashes[key] == hash
          && parents[key] == parent
          && lengths[key] == to - from
          && Arrays.equals(bytes, from, to, text, offsets[key], offsets[key] + lengths[key])) {
        return key;
      }
    }
  }

  private int make(int parent, int hash, byte[] bytes, int from, int to, boolean escaped) {
    int id = nameOf(parent, bytes, from, to, escaped);
    if (id == FieldNames.UNNAMED || count == MOST) {
      return NONE;
    }
    if (2 * count >= table.length) {
      rehash();
    }
    if (count == ids.length) {
      grow();
    }
    int length = to - from;
    if (textEnd + length + 16 > text.length) {
      text = Arrays.copyOf(text, 2 * text.length + length);
    }
    int key = count++;
    System.arraycopy(bytes, from, text, textEnd, length);
    text[textEnd + length] = '"';
    parents[key] = parent;
    ids[key] = id;
    hashes[key] = hash;
    lengths[key] = length;
    offsets[key] = textEnd;
    followers[key] = NONE;
    textEnd += length + 1;
    seat(key);
    return key;
  }

  private int nameOf(int parent, byte[] bytes, int from, int to, boolean escaped) {
    if (parent == FieldNames.UNNAMED || to - from > LONGEST_PATH) {
      return FieldNames.UNNAMED;
    }
    byte[] plain = Arrays.copyOfRange(bytes, from, to);
    int length = escaped ? JsonEscapes.undo(bytes, from, to, plain, 0) : plain.length;
    String key = new String(plain, 0, length, StandardCharsets.UTF_8);
    String path = parent == ROOT ? key : names.name(parent) + "." + key;
    return path.length() > LONGEST_PATH ? FieldNames.UNNAMED : names.id(path);
  }

  private void seat(int key) {
    int mask = table.length - 1;
    int slot = hashes[key] & mask;
    while (table[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    table[slot] = key + 1;
  }

  private void rehash() {
    table = new int[2 * table.length];
    for (int key = 0; key < count; key++) {
      seat(key);
    }
  }

  private void grow() {
    int size = 2 * ids.length;
    parents = Arrays.copyOf(parents, size);
    ids = Arrays.copyOf(ids, size);
    hashes = Arrays.copyOf(hashes, size);
    lengths = Arrays.copyOf(lengths, size);
    offsets = Arrays.copyOf(offsets, size);
    followers = Arrays.copyOf(followers, size);
  }

  private static int hash(int parent, byte[] bytes, int from, int to) {
    long hash = parent * 0x9E3779B97F4A7C15L + (to - from);
    int i = from;
    for (; i + 8 <= to; i += 8) {
      hash = (hash ^ (long) LONG.get(bytes, i)) * 0x9FB21C651E98DF25L;
      hash ^= hash >>> 32;
    }
    for (; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x9FB21C651E98DF25L;
    }
    hash ^= hash >>> 29;
    return (int) (hash ^ (hash >>> 32));
  }
}
