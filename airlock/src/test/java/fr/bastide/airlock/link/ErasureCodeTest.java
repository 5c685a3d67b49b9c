package fr.bastide.airlock.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErasureCodeTest {

  /// Any square part of the columns must have an inverse; with every pattern tried, none is left to
  /// believe.
  @Test
  void everyPatternOfLossOfSmallCodesIsRecovered() {
    for (int k = 1; k <= 7; k++) {
      for (int m = 1; m <= 5; m++) {
        ErasureCode code = new ErasureCode(k, m);
        byte[][] sent = block(code, 5, new Random(k * 31L + m));
        for (int pattern = 0; pattern < 1 << (k + m); pattern++) {
          check(code, sent, BitSet.valueOf(new long[] {pattern}), 5);
        }
      }
    }
  }

  @Test
  void repairSymbolsAreThoseOfTheDefinition() {
    ErasureCode code = new ErasureCode(20, 11);
    byte[][] block = block(code, 64, new Random(7));
    for (int j = 0; j < 11; j++) {
      for (int at = 0; at < 64; at++) {
        int sum = 0;
        for (int i = 0; i < 20; i++) {
          sum ^= Galois.multiply(code.coefficient(j, i), block[i][at] & 0xFF);
        }
        assertThat(block[20 + j][at]).isEqualTo((byte) sum);
      }
    }
  }

  /// Data and repair symbols are the values, at successive powers of the generator, of the one
  /// polynomial of degree below k that takes the data as its first k values (RFC 5510, 8.2.1).
  @Test
  void aConstantBlockIsRepairedByTheSameConstant() {
    ErasureCode code = new ErasureCode(9, 6);
    byte[][] block = new byte[15][3];
    for (int i = 0; i < 9; i++) {
      java.util.Arrays.fill(block[i], (byte) 0xA7);
    }
    code.encode(block, 3);
    for (byte[] symbol : block) {
      assertThat(symbol).containsOnly(0xA7);
    }
  }

  @Test
  void randomLossOfLargeCodesIsRecoveredWheneverEnoughArrives() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 150; round++) {
      int k = 1 + random.nextInt(200);
      int m = 1 + random.nextInt(ErasureCode.MOST_SYMBOLS - k);
      int length = 1 + random.nextInt(40);
      ErasureCode code = new ErasureCode(k, Math.min(m, 40));
      byte[][] sent = block(code, length, random);
      for (int draw = 0; draw < 4; draw++) {
        BitSet present = new BitSet();
        for (int i = 0; i < sent.length; i++) {
          present.set(i, random.nextInt(100) >= 15);
        }
        assertThat(check(code, sent, present, length)).as("seed %d", seed).isTrue();
      }
    }
  }

  @Test
  void sizesThatTheFieldCannotCarryAreRefused() {
    assertThatThrownBy(() -> new ErasureCode(250, 6)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ErasureCode(0, 6)).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[][] block(ErasureCode code, int length, Random random) {
    byte[][] block = new byte[code.dataSymbols() + code.repairSymbols()][length];
    for (int i = 0; i < code.dataSymbols(); i++) {
      random.nextBytes(block[i]);
    }
    code.encode(block, length);
    return block;
  }

  private static boolean check(ErasureCode code, byte[][] sent, BitSet present, int length) {
    byte[][] arrived = new byte[sent.length][];
    for (int i = 0; i < sent.length; i++) {
      arrived[i] = present.get(i) ? sent[i].clone() : new byte[length];
    }
    boolean enough = present.get(0, sent.length).cardinality() >= code.dataSymbols();
    assertThat(code.recover(arrived, present, length)).isEqualTo(enough);
    if (enough) {
      for (int i = 0; i < code.dataSymbols(); i++) {
        assertThat(arrived[i]).isEqualTo(sent[i]);
      }
    }
    return true;
  }
}
