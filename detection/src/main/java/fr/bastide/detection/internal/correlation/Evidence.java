package fr.bastide.detection.internal.correlation;

import fr.bastide.telemetry.Event;
import org.jspecify.annotations.Nullable;

/// Events kept for alerts to come, known by the order in which they came; the oldest leave when
/// together they take too much room.
final class Evidence {

  /// The number of no event.
  static final long NONE = -1;

  private static final int PER_EVENT = 250;
  private static final int PER_VALUE = 13;

  private final long most;
  private @Nullable Event[] ring = new Event[64];
  private long first;
  private long next;
  private long bytes;

  Evidence(long most) {
    this.most = most;
  }

  /// Keeps an event and returns its number.
  long keep(Event event) {
    return put(event.keep());
  }

  /// Takes an event that lasts and returns its number.
  long put(Event kept) {
    if (next - first == ring.length) {
      grow();
    }
    ring[slot(next)] = kept;
    bytes += weight(kept);
    long number = next++;
    while (bytes > most && first < next) {
      Event oldest = ring[slot(first)];
      bytes -= oldest == null ? 0 : weight(oldest);
      ring[slot(first++)] = null;
    }
    return number;
  }

  /// The event with this number; null when it has left.
  @Nullable Event get(long number) {
    return number >= first && number < next ? ring[slot(number)] : null;
  }

  /// The number of the oldest event that is still there.
  long first() {
    return first;
  }

  /// The number of the next event.
  long next() {
    return next;
  }

  /// Goes on with this number; nothing is kept yet.
  void startAt(long number) {
    first = number;
    next = number;
  }

  private int slot(long number) {
    return (int) (number & (ring.length - 1));
  }

  private void grow() {
    @Nullable Event[] old = ring;
    ring = new Event[2 * old.length];
    for (long number = first; number < next; number++) {
      ring[slot(number)] = old[(int) (number & (old.length - 1))];
    }
  }

  /// About how many bytes an event takes: the arrays its values stand in, each once.
  @SuppressWarnings("ReferenceEquality") // the same array is meant
  private static long weight(Event event) {
    int size = event.size();
    long weight = PER_EVENT + (long) PER_VALUE * size;
    byte[] one = null;
    for (int i = 0; i < size; i++) {
      byte[] bytes = event.bytes(i);
      if (one == null) {
        one = bytes;
        weight += bytes.length;
      } else if (bytes != one) {
        return weight + bytes.length;
      }
    }
    return size == 0 ? weight + event.record().length : weight;
  }
}
