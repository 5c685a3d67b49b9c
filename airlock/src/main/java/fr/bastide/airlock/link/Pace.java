package fr.bastide.airlock.link;

import java.util.concurrent.locks.LockSupport;

/// Keeps datagrams to a rate, by a budget of nanoseconds: each costs the time its bits take, and a
/// few may leave together so that the clock is waited for seldom.
final class Pace {

  private static final long TOGETHER = 150_000;
  private static final long CATCH_UP = 2_000_000;

  /// Bytes of Ethernet, IP and UDP around a datagram.
  private static final int AROUND = 42;

  private final double nanosPerByte;
  private long next = System.nanoTime();

  /// @param megabits per second; 0 for no bound
  Pace(int megabits) {
    nanosPerByte = megabits == 0 ? 0 : Byte.SIZE * 1_000.0 / megabits;
  }

  /// Waits until a datagram of so many bytes may leave.
  void await(int bytes) {
    long now = System.nanoTime();
    if (now - next > CATCH_UP) {
      next = now - CATCH_UP;
    }
    while (next - now > TOGETHER) {
      LockSupport.parkNanos(next - now - TOGETHER / 2);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      now = System.nanoTime();
    }
    next += (long) ((bytes + AROUND) * nanosPerByte);
  }
}
