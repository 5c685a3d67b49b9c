package fr.bastide.airlock.link;

import java.util.Arrays;
import java.util.BitSet;

/// A systematic Reed-Solomon erasure code over the field of 256 elements (RFC 5510, sections 8.2
/// and 8.3): of `k` data symbols it makes `m` repair symbols, and any `k` of the `k + m` give the
/// data back.
///
/// The generator is the one of the RFC, the inverse of the Vandermonde matrix of the first `k`
/// columns times that of all. Encoding looks up, for each data byte, its products with eight rows
/// of the generator at once: they stand side by side in one `long`, so that eight repair symbols
/// cost one table look-up and one exclusive or a byte. The table of one data symbol is 2 kB and
/// stays in the nearest cache while that symbol is read. Recovery takes the symbols that did arrive
/// out of as many repair symbols as there are data symbols missing, by the same tables, and solves
/// the small system that is left.
///
/// Safe to share between threads.
public final class ErasureCode {

  /// `k + m` at most.
  public static final int MOST_SYMBOLS = 255;

  private static final int LANES = Long.BYTES;

  private final int data;
  private final int repair;
  private final int[][] rows;
  private final long[][][] tables;

  /// A code of `k` data and `m` repair symbols.
  ///
  /// @throws IllegalArgumentException unless both are at least 1 and together at most 255
  public ErasureCode(int k, int m) {
    if (k < 1 || m < 1 || k + m > MOST_SYMBOLS) {
      throw new IllegalArgumentException("no code of " + k + " and " + m + " symbols");
    }
    data = k;
    repair = m;
    rows = generator(k, m);
    tables = new long[(m + LANES - 1) / LANES][k][];
    for (int group = 0; group < tables.length; group++) {
      for (int symbol = 0; symbol < k; symbol++) {
        tables[group][symbol] = table(group, symbol);
      }
    }
  }

  public int dataSymbols() {
    return data;
  }

  public int repairSymbols() {
    return repair;
  }

  /// The coefficient by which a data symbol enters a repair symbol.
  int coefficient(int repairSymbol, int dataSymbol) {
    return rows[repairSymbol][dataSymbol];
  }

  /// Fills the repair symbols of a block.
  ///
  /// @param symbols `k + m` arrays of at least `length` bytes; the first `k` are read, the others
  ///   written
  public void encode(byte[][] symbols, int length) {
    long[] sums = new long[length];
    for (int group = 0; group < tables.length; group++) {
      Arrays.fill(sums, 0);
      for (int symbol = 0; symbol < data; symbol++) {
        add(sums, tables[group][symbol], symbols[symbol], length);
      }
      for (int lane = 0; lane < LANES && group * LANES + lane < repair; lane++) {
        lane(sums, lane, symbols[data + group * LANES + lane], length);
      }
    }
  }

  /// Fills the data symbols that did not arrive.
  ///
  /// @param symbols `k + m` arrays of at least `length` bytes
  /// @param present which of them arrived; the others may hold anything
  /// @return false when fewer than `k` arrived: nothing was changed then
  public boolean recover(byte[][] symbols, BitSet present, int length) {
    int[] missing = missing(present);
    int[] helpers = helpers(present, missing.length);
    if (helpers.length < missing.length) {
      return false;
    }
    if (missing.length == 0) {
      return true;
    }
    int[][] system = new int[missing.length][missing.length];
    for (int i = 0; i < missing.length; i++) {
      for (int j = 0; j < missing.length; j++) {
        system[i][j] = rows[helpers[i]][missing[j]];
      }
    }
    byte[][] rests = rests(symbols, present, helpers, length);
    int[][] solution = Galois.inverse(system);
    for (int j = 0; j < missing.length; j++) {
      solve(solution[j], rests, symbols[missing[j]], length);
    }
    return true;
  }

  private int[] missing(BitSet present) {
    int[] missing = new int[data - present.get(0, data).cardinality()];
    int count = 0;
    for (int i = present.nextClearBit(0); i < data; i = present.nextClearBit(i + 1)) {
      missing[count++] = i;
    }
    return missing;
  }

  private int[] helpers(BitSet present, int wanted) {
    int[] helpers = new int[wanted];
    int count = 0;
    for (int i = 0; i < repair && count < wanted; i++) {
      if (present.get(data + i)) {
        helpers[count++] = i;
      }
    }
    return Arrays.copyOf(helpers, count);
  }

  /// What is left of repair symbols once the data that arrived is taken out of them.
  private byte[][] rests(byte[][] symbols, BitSet present, int[] helpers, int length) {
    byte[][] rests = new byte[helpers.length][length];
    long[] sums = new long[length];
    int done = 0;
    for (int group = 0; done < helpers.length; group++) {
      if (helpers[done] / LANES != group) {
        continue;
      }
      Arrays.fill(sums, 0);
      for (int i = present.nextSetBit(0); i >= 0 && i < data; i = present.nextSetBit(i + 1)) {
        add(sums, tables[group][i], symbols[i], length);
      }
      for (; done < helpers.length && helpers[done] / LANES == group; done++) {
        lane(sums, helpers[done] % LANES, rests[done], length);
        byte[] arrived = symbols[data + helpers[done]];
        for (int i = 0; i < length; i++) {
          rests[done][i] ^= arrived[i];
        }
      }
    }
    return rests;
  }

  private static void solve(int[] factors, byte[][] rests, byte[] into, int length) {
    Arrays.fill(into, 0, length, (byte) 0);
    for (int j = 0; j < factors.length; j++) {
      byte[] products = new byte[256];
      for (int b = 0; b < 256; b++) {
        products[b] = (byte) Galois.multiply(factors[j], b);
      }
      byte[] rest = rests[j];
      for (int i = 0; i < length; i++) {
        into[i] ^= products[rest[i] & 0xFF];
      }
    }
  }

  private static void add(long[] sums, long[] table, byte[] symbol, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] ^= table[symbol[i] & 0xFF];
    }
  }

  private static void lane(long[] sums, int lane, byte[] into, int length) {
    int shift = lane * Byte.SIZE;
    for (int i = 0; i < length; i++) {
      into[i] = (byte) (sums[i] >>> shift);
    }
  }

  private long[] table(int group, int symbol) {
    long[] table = new long[256];
    for (int b = 0; b < 256; b++) {
      long products = 0;
      for (int lane = 0; lane < LANES && group * LANES + lane < repair; lane++) {
        long product = Galois.multiply(rows[group * LANES + lane][symbol], b);
        products |= product << (lane * Byte.SIZE);
      }
      table[b] = products;
    }
    return table;
  }

  /// The rows of the generator that make repair symbols: entry `[j][i]` is the share of data symbol
  /// `i` in repair symbol `j`.
  private static int[][] generator(int k, int m) {
    int[][] square = new int[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        square[i][j] = Galois.exp(i * j);
      }
    }
    int[][] inverse = Galois.inverse(square);
    int[][] rows = new int[m][k];
    for (int j = 0; j < m; j++) {
      for (int i = 0; i < k; i++) {
        int sum = 0;
        for (int t = 0; t < k; t++) {
          sum ^= Galois.multiply(inverse[i][t], Galois.exp(t * (k + j)));
        }
        rows[j][i] = sum;
      }
    }
    return rows;
  }
}
