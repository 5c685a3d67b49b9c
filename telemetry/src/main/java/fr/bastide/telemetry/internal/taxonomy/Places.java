package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.Event;

/// Where the fields that the data name stand in the event in hand: each value is looked at once,
/// however many conditions ask. Not safe for threads.
final class Places {

  private static final int NOWHERE = -1;

  private final int[] first;
  private final int[] last;
  private final int[] rounds;
  private int round;
  private int looked;

  /// Places of the fields with numbers below `size`.
  Places(int size) {
    this.first = new int[size];
    this.last = new int[size];
    this.rounds = new int[size];
  }

  /// Forgets the last event.
  void begin() {
    round++;
    looked = 0;
  }

  /// The position of the first value of a field; -1 when there is none.
  int first(Event event, int field) {
    look(event);
    return rounds[field] == round ? first[field] : NOWHERE;
  }

  /// The position of the next value of a field after position `i`; -1 when there is none.
  int next(Event event, int field, int i) {
    look(event);
    return last[field] <= i ? NOWHERE : event.find(field, i + 1);
  }

  private void look(Event event) {
    int size = event.size();
    for (int i = looked; i < size; i++) {
      int field = event.field(i);
      if (field < first.length) {
        if (rounds[field] != round) {
          rounds[field] = round;
          first[field] = i;
        }
        last[field] = i;
      }
    }
    looked = size;
  }
}
