package fr.bastide.telemetry.internal.evtx;

/// Takes the records of a file, chunk by chunk.
interface RecordSink {

  /// Takes the chunk whose records follow.
  void chunk(Chunk chunk);

  /// Takes the record that begins and ends there in the chunk.
  ///
  /// @throws Damaged when it cannot be decoded
  void record(int from, int to) throws Damaged;
}
