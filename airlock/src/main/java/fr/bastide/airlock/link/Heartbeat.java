package fr.bastide.airlock.link;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/// What the low side says four times a second, so that silence and loss are known without an
/// answer.
///
/// @param at the low side's clock
/// @param sent the highest number of which every byte has left
/// @param nextBlock the number of the block that is being filled
record Heartbeat(Instant at, long sent, long nextBlock) {

  static final int BYTES = 3 * Long.BYTES;

  void write(ByteBuffer out) {
    out.clear();
    out.putLong(at.toEpochMilli()).putLong(sent).putLong(nextBlock).flip();
  }

  static Optional<Heartbeat> read(ByteBuffer payload) {
    if (payload.remaining() != BYTES) {
      return Optional.empty();
    }
    Instant at = Instant.ofEpochMilli(payload.getLong());
    long sent = payload.getLong();
    long nextBlock = payload.getLong();
    return sent < 0 || nextBlock < 0
        ? Optional.empty()
        : Optional.of(new Heartbeat(at, sent, nextBlock));
  }
}
