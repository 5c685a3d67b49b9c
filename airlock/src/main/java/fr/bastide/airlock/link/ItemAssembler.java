package fr.bastide.airlock.link;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/// Puts fragments together into whole envelopes, within a bound of memory.
final class ItemAssembler {

  /// Takes whole envelopes.
  @FunctionalInterface
  interface EnvelopeSink {
    void accept(long number, byte[] envelope);
  }

  private static final class Partial {
    final byte[] bytes;
    int received;

    Partial(int total) {
      bytes = new byte[total];
    }
  }

  private final long most;
  private final EnvelopeSink sink;
  private final Map<Long, Partial> partials = new LinkedHashMap<>();
  private long held;
  private long givenUp;

  /// @param most bytes held in all for envelopes that are not whole
  ItemAssembler(long most, EnvelopeSink sink) {
    this.most = most;
    this.sink = sink;
  }

  /// How many envelopes were given up before they were whole.
  long givenUp() {
    return givenUp;
  }

  /// Takes a fragment.
  void accept(long number, int total, int offset, ByteBuffer bytes) {
    Partial partial = partials.get(number);
    if (partial == null) {
      if (total > most) {
        givenUp++;
        return;
      }
      makeRoom(total);
      partial = new Partial(total);
      partials.put(number, partial);
      held += total;
    }
    if (partial.bytes.length != total) {
      return;
    }
    int length = bytes.remaining();
    bytes.get(partial.bytes, offset, length);
    partial.received += length;
    if (partial.received == total) {
      forget(number);
      sink.accept(number, partial.bytes);
    }
  }

  /// Lets go of an item that will not be whole.
  void forget(long number) {
    Partial gone = partials.remove(number);
    if (gone != null) {
      held -= gone.bytes.length;
    }
  }

  /// Lets go of everything: the sender has begun anew and counts its sendings from the start.
  void restart() {
    givenUp += partials.size();
    partials.clear();
    held = 0;
  }

  private void makeRoom(int total) {
    while (held + total > most) {
      Long oldest = partials.keySet().iterator().next();
      forget(oldest);
      givenUp++;
    }
  }
}
