package fr.bastide.telemetry.internal.evtx;

import java.util.Arrays;

/// The values of the template instances being read, those of a nested instance on top of those
/// around it. Stored as: count (4 bytes), for each its size (2) and type (2), then their bytes.
final class Values {

  private byte[] types = new byte[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int top;

  /// Forgets everything.
  void clear() {
    top = 0;
  }

  int top() {
    return top;
  }

  /// Forgets what was read since the top was there.
  void cut(int top) {
    this.top = top;
  }

  int type(int i) {
    return types[i] & 0xff;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  /// How many values stand at `from`, whose list fits before `end`.
  static int count(Chunk chunk, int from, int end) throws Damaged {
    if (from > end - 4) {
      throw new Damaged(Flaw.CUT);
    }
    long count = LittleEndian.u32(chunk.bytes(), from);
    if (4 * count > end - from - 4) {
      throw new Damaged(Flaw.CUT);
    }
    return (int) count;
  }

  /// Reads the values that stand at `from` and returns where they end.
  int push(Chunk chunk, int from, int end) throws Damaged {
    int count = count(chunk, from, end);
    if (top + count > starts.length) {
      int more = Math.max(2 * starts.length, top + count);
      types = Arrays.copyOf(types, more);
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
    }
    byte[] bytes = chunk.bytes();
    int list = from + 4;
    int at = list + 4 * count;
    for (int i = 0; i < count; i++) {
      int sizeAndType = LittleEndian.i32(bytes, list + 4 * i);
      starts[top + i] = at;
      at += sizeAndType & 0xffff;
      ends[top + i] = at;
      types[top + i] = (byte) (sizeAndType >>> 16);
      if (at > end) {
        throw new Damaged(Flaw.CUT);
      }
    }
    top += count;
    return at;
  }
}
