package fr.bastide.airlock.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GaloisTest {

  @Test
  void everyProductIsThatOfPolynomialsDividedByHand() {
    for (int a = 0; a < 256; a++) {
      for (int b = 0; b < 256; b++) {
        assertThat(Galois.multiply(a, b)).isEqualTo(byHand(a, b));
      }
    }
  }

  @Test
  void everyElementButZeroHasItsInverse() {
    for (int a = 1; a < 256; a++) {
      assertThat(Galois.multiply(a, Galois.inverse(a))).isEqualTo(1);
    }
    assertThatThrownBy(() -> Galois.inverse(0)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void theRootGeneratesAllThatIsNotZero() {
    assertThat(java.util.stream.IntStream.range(0, 255).map(Galois::exp).distinct().count())
        .isEqualTo(255);
  }

  @Test
  void aMatrixWithoutInverseIsSaid() {
    assertThatThrownBy(() -> Galois.inverse(new int[][] {{1, 2}, {1, 2}}))
        .isInstanceOf(ArithmeticException.class);
  }

  private static int byHand(int a, int b) {
    int product = 0;
    for (int i = 0; i < 8; i++) {
      if ((b >> i & 1) == 1) {
        product ^= a << i;
      }
    }
    for (int i = 15; i >= 8; i--) {
      if ((product >> i & 1) == 1) {
        product ^= 0x11D << (i - 8);
      }
    }
    return product;
  }
}
