package fr.bastide.airlock.link;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Cuts envelopes into blocks and blocks into symbols: items follow one another in one stream, so
/// that small ones share a block, and blocks leave side by side, so that a burst of loss is shared.
///
/// A block holds fragments, each with the number of the sending, its length in all, where the
/// fragment stands in it and how long it is; a number of zero ends the block. An item that is sent
/// again is another sending: its envelope is sealed anew, and the fragments of two must not mix.
final class BlockWriter {

  /// Takes the symbols of blocks, in the order they leave.
  @FunctionalInterface
  interface SymbolSink {
    /// @param symbol valid until this returns
    void accept(long block, int data, int repair, int index, ByteBuffer symbol);
  }

  static final int FRAGMENT_HEAD = Long.BYTES + 3 * Integer.BYTES;

  private final LinkShape shape;
  private final SymbolSink sink;
  private final Map<Integer, ErasureCode> codes = new HashMap<>();
  private final List<ByteBuffer> waiting = new ArrayList<>();
  private ByteBuffer filling;
  private long block;

  BlockWriter(LinkShape shape, SymbolSink sink) {
    this.shape = shape;
    this.sink = sink;
    filling = ByteBuffer.allocate(shape.capacity());
  }

  /// Adds an envelope; blocks that are full may leave.
  void write(long number, byte[] envelope) {
    int at = 0;
    do {
      if (filling.remaining() <= FRAGMENT_HEAD) {
        close();
      }
      int length = Math.min(envelope.length - at, filling.remaining() - FRAGMENT_HEAD);
      filling.putLong(number).putInt(envelope.length).putInt(at).putInt(length);
      filling.put(envelope, at, length);
      at += length;
    } while (at < envelope.length);
  }

  /// Sends what is held back, so that all that was written has left.
  void flush() {
    if (filling.position() > 0) {
      close();
    }
    send();
  }

  /// The number of the next block.
  long next() {
    return block + waiting.size();
  }

  /// All blocks below this number have left.
  long left() {
    return block;
  }

  private void close() {
    waiting.add(filling);
    filling = ByteBuffer.allocate(shape.capacity());
    if (waiting.size() == shape.depth()) {
      send();
    }
  }

  private void send() {
    if (waiting.isEmpty()) {
      return;
    }
    List<byte[][]> blocks = new ArrayList<>();
    List<ErasureCode> with = new ArrayList<>();
    int most = 0;
    for (ByteBuffer bytes : waiting) {
      ErasureCode code = code(shape.dataFor(bytes.position()));
      byte[][] symbols = new byte[code.dataSymbols() + code.repairSymbols()][shape.symbol()];
      for (int i = 0; i < code.dataSymbols(); i++) {
        bytes.get(i * shape.symbol(), symbols[i]);
      }
      code.encode(symbols, shape.symbol());
      blocks.add(symbols);
      with.add(code);
      most = Math.max(most, symbols.length);
    }
    for (int index = 0; index < most; index++) {
      for (int i = 0; i < blocks.size(); i++) {
        if (index < blocks.get(i).length) {
          ErasureCode code = with.get(i);
          sink.accept(
              block + i,
              code.dataSymbols(),
              code.repairSymbols(),
              index,
              ByteBuffer.wrap(blocks.get(i)[index]));
        }
      }
    }
    block += waiting.size();
    waiting.clear();
  }

  private ErasureCode code(int data) {
    return codes.computeIfAbsent(data, k -> new ErasureCode(k, shape.repairFor(k)));
  }
}
