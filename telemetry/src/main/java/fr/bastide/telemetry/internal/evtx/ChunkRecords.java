package fr.bastide.telemetry.internal.evtx;

/// Finds the records of a chunk: signature (4 bytes), size (4), number (8), time of writing (8),
/// content, size again (4).
final class ChunkRecords {

  private static final int MAGIC = 0x0000_2a2a;
  private static final int SMALLEST = 28;
  private static final int TOLD_PER_CHUNK = 8;

  private final RecordSink sink;
  private final EvtxTroubles troubles;
  private final boolean slack;
  private int damaged;

  /// @param slack whether to look for old records past the end of the present ones too
  ChunkRecords(RecordSink sink, EvtxTroubles troubles, boolean slack) {
    this.sink = sink;
    this.troubles = troubles;
    this.slack = slack;
  }

  /// Hands every record to the sink. What is damaged is told and passed over.
  void read(Chunk chunk) {
    byte[] bytes = chunk.bytes();
    int end = chunk.freeSpace();
    int at = Chunk.RECORDS;
    damaged = 0;
    long last = -1;
    sink.chunk(chunk);
    while (at <= end - SMALLEST) {
      int next = recordEnd(bytes, at, end);
      if (next > 0) {
        last = number(bytes, at);
        take(chunk, at, next);
        at = next;
      } else if (blank(bytes, at, end)) {
        break;
      } else {
        int found = nextRecord(bytes, at + 1, end);
        troubles.lostBytes(chunk, at, found);
        at = found;
      }
    }
    // in a file copied while Windows was writing, records go on past what the header knows
    int next = recordEnd(bytes, at, chunk.length());
    while (next > 0 && number(bytes, at) == last + 1) {
      last++;
      take(chunk, at, next);
      at = next;
      next = recordEnd(bytes, at, chunk.length());
    }
    if (damaged > TOLD_PER_CHUNK) {
      troubles.moreDamaged(chunk, damaged - TOLD_PER_CHUNK);
    }
    if (slack) {
      slack(chunk, at);
    }
  }

  private void take(Chunk chunk, int from, int to) {
    try {
      sink.record(from, to);
    } catch (Damaged damage) {
      if (++damaged <= TOLD_PER_CHUNK) {
        troubles.damaged(chunk, from, number(chunk.bytes(), from), damage.flaw());
      }
    }
  }

  /// Old records have often lost the names or the template they refer to, so those that cannot be
  /// decoded are not worth a word.
  private void slack(Chunk chunk, int from) {
    byte[] bytes = chunk.bytes();
    int at = nextRecord(bytes, from, chunk.length());
    while (at < chunk.length()) {
      int next = recordEnd(bytes, at, chunk.length());
      try {
        sink.record(at, next);
      } catch (Damaged damage) {
        next = at + 4;
      }
      at = nextRecord(bytes, next, chunk.length());
    }
  }

  private static long number(byte[] bytes, int at) {
    return LittleEndian.i64(bytes, at + 8);
  }

  /// Where the record at `at` ends; -1 when there is none or its size is wrong.
  private static int recordEnd(byte[] bytes, int at, int limit) {
    if (at > limit - SMALLEST || LittleEndian.i32(bytes, at) != MAGIC) {
      return -1;
    }
    int size = LittleEndian.i32(bytes, at + 4);
    if (size < SMALLEST || size > limit - at) {
      return -1;
    }
    return LittleEndian.i32(bytes, at + size - 4) == size ? at + size : -1;
  }

  /// The next place at or after `from` where a record begins; `limit` when there is none.
  private static int nextRecord(byte[] bytes, int from, int limit) {
    for (int i = from; i <= limit - SMALLEST; i++) {
      if (bytes[i] == 0x2a && recordEnd(bytes, i, limit) > 0) {
        return i;
      }
    }
    return limit;
  }

  private static boolean blank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
