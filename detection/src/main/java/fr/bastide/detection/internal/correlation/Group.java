package fr.bastide.detection.internal.correlation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The events of one group of one tenant that windows may still need, in the order of their times,
/// and the episode they are in.
///
/// Each event is three numbers side by side: its time, its value (a hash, millionths or the
/// position of a rule, as the kind has it) and where its evidence is.
final class Group {

  static final int CELLS = 3;
  private static final int SMALLEST = 2 * CELLS;

  final byte[] key;
  final byte[] shown;
  final long hash;
  final Lane lane;
  final Tally tally;
  @Nullable Group chained;
  @Nullable Group older;
  @Nullable Group newer;

  /// The first event kept, the first of the newest window, one past the last.
  int from;

  int start;
  int end;
  int lateRun;

  /// The number of the episode that is open, 0 when none is.
  long episode;

  long low;
  long high;
  long count;
  long told;
  long[] evidence = {};

  private long[] cells = new long[SMALLEST];

  Group(byte[] key, byte[] shown, long hash, Lane lane, Tally tally) {
    this.key = key;
    this.shown = shown;
    this.hash = hash;
    this.lane = lane;
    this.tally = tally;
  }

  int size() {
    return end - from;
  }

  long time(int i) {
    return cells[CELLS * i];
  }

  long value(int i) {
    return cells[CELLS * i + 1];
  }

  long evidence(int i) {
    return cells[CELLS * i + 2];
  }

  void evidence(int i, long evidence) {
    cells[CELLS * i + 2] = evidence;
  }

  long newest() {
    return time(end - 1);
  }

  /// Puts an event at a position between `from` and `end`. Positions may all move; the one where it
  /// stands is returned.
  int insert(int position, long time, long value, long evidence) {
    int at = position - makeRoom();
    int cell = CELLS * at;
    System.arraycopy(cells, cell, cells, cell + CELLS, CELLS * (end - at));
    cells[cell] = time;
    cells[cell + 1] = value;
    cells[cell + 2] = evidence;
    end++;
    return at;
  }

  /// Keeps only those events whose position is set, of those from `from` to `end`; none is in the
  /// newest window afterwards.
  void retain(boolean[] kept) {
    int to = from;
    for (int i = from; i < end; i++) {
      if (kept[i - from]) {
        System.arraycopy(cells, CELLS * i, cells, CELLS * to++, CELLS);
      }
    }
    end = to;
    start = to;
  }

  /// Forgets every event.
  void empty() {
    from = 0;
    start = 0;
    end = 0;
    cells = new long[SMALLEST];
    tally.clear();
  }

  /// Makes room for one more and returns by how much positions went down.
  private int makeRoom() {
    if (CELLS * end < cells.length) {
      return 0;
    }
    int size = size();
    int moved = from;
    int capacity = cells.length / CELLS;
    int wanted = size > capacity / 2 ? 2 * capacity : Math.max(2, 2 * size);
    long[] room = wanted == capacity ? cells : new long[CELLS * wanted];
    System.arraycopy(cells, CELLS * from, room, 0, CELLS * size);
    cells = room;
    from = 0;
    start -= moved;
    end = size;
    return moved;
  }

  /// The numbers of every event kept, for saving.
  long[] cells() {
    return Arrays.copyOfRange(cells, CELLS * from, CELLS * end);
  }
}
