package fr.bastide.detection.internal.correlation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A seeded hash of bytes in 64 bits: eight bytes a step, mixed by the 128 bits of a product. The
/// seed is secret and drawn anew for each correlator, so that no sender can make values collide.
final class Hash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long STEP = 0x9E37_79B9_7F4A_7C15L;
  private static final long FINISH = 0xD6E8_FEB8_6659_FD93L;

  private Hash() {}

  static long of(long seed, byte[] bytes, int from, int to) {
    long hash = seed ^ (to - from) * FINISH;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      hash = mix(hash ^ (long) LONGS.get(bytes, i), STEP ^ seed);
    }
    long rest = 0;
    for (int shift = 0; i < to; i++, shift += Byte.SIZE) {
      rest |= (bytes[i] & 0xFFL) << shift;
    }
    return mix(mix(hash ^ rest, STEP ^ seed), FINISH);
  }

  private static long mix(long a, long b) {
    return Math.multiplyHigh(a, b) ^ (a * b);
  }
}
