package fr.bastide.telemetry.internal.evtx;

/// Bounds what a chunk may cost, so that templates that refer to each other or repeat a value
/// without end do not: honest chunks stay a hundred times below.
final class Budget {

  private static final int PARSED_IN_CHUNK = 1 << 20;
  private static final int WRITTEN_IN_CHUNK = 1 << 24;
  private static final int WRITTEN_IN_RECORD = 1 << 20;
  private static final int PER_VALUE = 16;

  private int parse;
  private int chunk;
  private int record;

  void beginChunk() {
    parse = PARSED_IN_CHUNK;
    chunk = WRITTEN_IN_CHUNK;
  }

  void beginRecord() {
    record = Math.min(chunk, WRITTEN_IN_RECORD);
    chunk -= record;
  }

  /// Gives back what the record did not use.
  void endRecord() {
    chunk += Math.max(0, record);
  }

  /// Takes the parsing of this many bytes.
  void parse(int bytes) throws Damaged {
    parse -= bytes;
    if (parse < 0) {
      throw new Damaged(Flaw.SIZE);
    }
  }

  /// Takes one value of this many bytes.
  void write(int bytes) throws Damaged {
    record -= bytes + PER_VALUE;
    if (record < 0) {
      throw new Damaged(Flaw.SIZE);
    }
  }
}
