package fr.bastide.telemetry.internal.line;

import fr.bastide.telemetry.FieldNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbers of field names found as bytes, without making a text for a name seen before.
///
/// Sources choose their names: at most [#MOST] are remembered and the rest is asked of
/// [FieldNames], which has its own bound; a name longer than [#LONGEST] bytes counts as unnamed, so
/// that names cannot fill the memory.
public final class NameCache {

  /// The longest name told apart, in bytes.
  public static final int LONGEST = 200;

  private static final byte[] NONE = {};
  private static final int SLOTS = 8_192;
  private static final int MOST = SLOTS / 2;

  private final FieldNames names;
  private final byte[][] keys = new byte[SLOTS][];
  private final int[] ids = new int[SLOTS];
  private final byte[] joined = new byte[2 * LONGEST + 1];
  private int count;

  /// Nothing remembered yet.
  public NameCache(FieldNames names) {
    this.names = names;
    Arrays.fill(keys, NONE);
  }

  /// The number of the name in this slice.
  public int id(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length <= 0 || length > LONGEST) {
      return FieldNames.UNNAMED;
    }
    int hash = length;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    hash *= 0x9E3779B9;
    for (int slot = hash >>> 19; ; slot = (slot + 1) & (SLOTS - 1)) {
      byte[] key = keys[slot];
      if (key.length == 0) {
        return give(slot, bytes, from, to);
      }
      if (key.length == length && Arrays.equals(key, 0, length, bytes, from, to)) {
        return ids[slot];
      }
    }
  }

  /// The number of the name made of two slices with a full stop between.
  public int joined(byte[] bytes, int from, int to, int from2, int to2) {
    int length = to - from;
    if (length > LONGEST || to2 - from2 > LONGEST) {
      return FieldNames.UNNAMED;
    }
    System.arraycopy(bytes, from, joined, 0, length);
    joined[length] = '.';
    System.arraycopy(bytes, from2, joined, length + 1, to2 - from2);
    return id(joined, 0, length + 1 + to2 - from2);
  }

  private int give(int slot, byte[] bytes, int from, int to) {
    int id = names.id(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    if (count < MOST && id != FieldNames.UNNAMED) {
      count++;
      keys[slot] = Arrays.copyOfRange(bytes, from, to);
      ids[slot] = id;
    }
    return id;
  }
}
