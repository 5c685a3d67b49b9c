package fr.bastide.telemetry.internal.evtx;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What was found at which offset of the present chunk; emptied for the next one.
///
/// @param <T> what was found
final class OffsetMap<T> {

  private static final int FEWEST = 64;

  private int[] keys = new int[FEWEST];
  private Object[] values = new Object[FEWEST];
  private int size;

  /// What is known at this offset, which is never 0.
  @SuppressWarnings("unchecked") // only put() writes values
  @Nullable T get(int offset) {
    int mask = keys.length - 1;
    for (int i = slot(offset, mask); keys[i] != 0; i = (i + 1) & mask) {
      if (keys[i] == offset) {
        return (T) values[i];
      }
    }
    return null;
  }

  void put(int offset, T value) {
    if (2 * (size + 1) > keys.length) {
      grow();
    }
    int mask = keys.length - 1;
    int i = slot(offset, mask);
    while (keys[i] != 0 && keys[i] != offset) {
      i = (i + 1) & mask;
    }
    size += keys[i] == 0 ? 1 : 0;
    keys[i] = offset;
    values[i] = value;
  }

  void clear() {
    if (size > 0) {
      Arrays.fill(keys, 0);
      Arrays.fill(values, null);
      size = 0;
    }
  }

  @SuppressWarnings("unchecked") // only put() writes values
  private void grow() {
    int[] oldKeys = keys;
    Object[] oldValues = values;
    keys = new int[2 * oldKeys.length];
    values = new Object[2 * oldKeys.length];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], (T) oldValues[i]);
      }
    }
  }

  private static int slot(int offset, int mask) {
    return (offset * 0x9E37_79B9) >>> 16 & mask;
  }
}
