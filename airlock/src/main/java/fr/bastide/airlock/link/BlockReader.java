package fr.bastide.airlock.link;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts symbols together into blocks, fills what was lost, and reads the fragments; the other half
/// of [BlockWriter].
///
/// Only a window of blocks is held: one that is still not whole when a block that much newer
/// arrives is given up and counted.
final class BlockReader {

  /// Takes fragments of envelopes; of one item in any order, none twice.
  @FunctionalInterface
  interface FragmentSink {
    void accept(long number, int total, int offset, ByteBuffer bytes);
  }

  /// Blocks held at once.
  static final int WINDOW = 64;

  private static final class Block {
    final int data;
    final int repair;
    final byte[][] symbols;
    final BitSet present = new BitSet();

    Block(int data, int repair, int length) {
      this.data = data;
      this.repair = repair;
      symbols = new byte[data + repair][];
      for (int i = 0; i < data; i++) {
        symbols[i] = new byte[length];
      }
    }
  }

  private final int symbol;
  private final FragmentSink sink;
  private final TreeMap<Long, Block> open = new TreeMap<>();
  private final Map<Integer, ErasureCode> codes = new HashMap<>();
  private final BitSet done = new BitSet();
  private long doneFrom;
  private long newest = -1;
  private long lost;

  BlockReader(int symbol, FragmentSink sink) {
    this.symbol = symbol;
    this.sink = sink;
  }

  /// Forgets all blocks: the sender has begun anew.
  void restart() {
    lost += open.size();
    open.clear();
    done.clear();
    doneFrom = 0;
    newest = -1;
  }

  /// How many blocks were given up.
  long lost() {
    return lost;
  }

  /// Takes a symbol.
  void accept(long block, int data, int repair, int index, ByteBuffer bytes) {
    if (block < 0
        || data < 1
        || repair < 1
        || data + repair > ErasureCode.MOST_SYMBOLS
        || index >= data + repair
        || bytes.remaining() != symbol
        || block <= newest - WINDOW
        || isDone(block)) {
      return;
    }
    advance(block);
    Block held = open.computeIfAbsent(block, _ -> new Block(data, repair, symbol));
    if (held.data != data || held.repair != repair || held.present.get(index)) {
      return;
    }
    if (index >= data) {
      held.symbols[index] = new byte[symbol];
    }
    bytes.get(held.symbols[index]);
    held.present.set(index);
    if (held.present.cardinality() >= data) {
      finish(block, held);
    }
  }

  private void advance(long block) {
    if (block <= newest) {
      return;
    }
    newest = block;
    List<Long> old = new ArrayList<>(open.headMap(newest - WINDOW, true).keySet());
    lost += old.size();
    old.forEach(open::remove);
    if (newest - doneFrom > 4L * WINDOW) {
      long from = newest - WINDOW;
      if (from - doneFrom < done.length()) {
        BitSet kept = done.get((int) (from - doneFrom), done.length());
        done.clear();
        done.or(kept);
      } else {
        done.clear();
      }
      doneFrom = from;
    }
  }

  private boolean isDone(long block) {
    return block < doneFrom
        || (block - doneFrom < done.length() && done.get((int) (block - doneFrom)));
  }

  private void finish(long number, Block block) {
    for (int i = 0; i < block.repair; i++) {
      if (!block.present.get(block.data + i)) {
        block.symbols[block.data + i] = EMPTY;
      }
    }
    ErasureCode code =
        codes.computeIfAbsent(
            block.data << Byte.SIZE | block.repair, _ -> new ErasureCode(block.data, block.repair));
    if (!code.recover(block.symbols, block.present, symbol)) {
      throw new IllegalStateException("enough symbols and no block");
    }
    open.remove(number);
    done.set((int) (number - doneFrom));
    read(block);
  }

  private static final byte[] EMPTY = {};

  private void read(Block block) {
    ByteBuffer bytes = ByteBuffer.allocate(block.data * symbol);
    for (int i = 0; i < block.data; i++) {
      bytes.put(block.symbols[i]);
    }
    bytes.flip();
    while (bytes.remaining() > BlockWriter.FRAGMENT_HEAD) {
      long item = bytes.getLong();
      int total = bytes.getInt();
      int offset = bytes.getInt();
      int length = bytes.getInt();
      if (item <= 0
          || length < 0
          || length > bytes.remaining()
          || offset < 0
          || total < 0
          || (long) offset + length > total) {
        return;
      }
      sink.accept(item, total, offset, bytes.slice(bytes.position(), length));
      bytes.position(bytes.position() + length);
    }
  }
}
