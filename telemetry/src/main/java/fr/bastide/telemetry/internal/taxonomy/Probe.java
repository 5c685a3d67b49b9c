package fr.bastide.telemetry.internal.taxonomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The blocks that one field can wake: some by its presence, others by one of its values.
final class Probe {

  private static final Block[] NO_BLOCKS = {};

  private final Block[] always;
  private final byte[][] keys;
  private final Block[][] blocks;
  private final int longest;

  private Probe(Block[] always, byte[][] keys, Block[][] blocks) {
    this.always = always;
    this.keys = keys;
    this.blocks = blocks;
    // Each byte of a value may stand as an escape of six.
    this.longest = 6 * Arrays.stream(keys).mapToInt(key -> key.length).max().orElse(0);
  }

  /// The blocks woken by any value.
  Block[] always() {
    return always;
  }

  /// Whether values matter at all.
  boolean looksAtValues() {
    return keys.length > 0;
  }

  /// How long a value may be as it stands to be one that matters.
  int longest() {
    return longest;
  }

  /// The blocks woken by this value.
  Block[] at(Folded value) {
    int mask = keys.length - 1;
    for (int slot = value.hash() & mask; keys[slot].length > 0; slot = (slot + 1) & mask) {
      if (value.is(keys[slot])) {
        return blocks[slot];
      }
    }
    return NO_BLOCKS;
  }

  /// Gathers what one field can wake.
  static final class Maker {

    private final List<Block> always = new ArrayList<>();
    private final Map<String, List<Block>> byValue = new HashMap<>();
    private final Map<String, byte[]> values = new HashMap<>();

    void always(Block block) {
      always.add(block);
    }

    void at(byte[] value, Block block) {
      String key = Arrays.toString(value);
      values.put(key, value);
      byValue.computeIfAbsent(key, _ -> new ArrayList<>()).add(block);
    }

    Probe make() {
      int size = values.isEmpty() ? 0 : Integer.highestOneBit(2 * values.size()) << 1;
      byte[][] keys = new byte[size][0];
      Block[][] blocks = new Block[size][];
      Arrays.fill(blocks, NO_BLOCKS);
      values.forEach((key, value) -> {
        int slot = Folded.hash(value) & (size - 1);
        while (keys[slot].length > 0) {
          slot = (slot + 1) & (size - 1);
        }
        keys[slot] = value;
        blocks[slot] = byValue.getOrDefault(key, List.of()).toArray(Block[]::new);
      });
      return new Probe(always.toArray(Block[]::new), keys, blocks);
    }
  }
}
