package fr.bastide.airlock.link;

/// The field of 256 elements of RFC 5510, section 8.1: polynomials over two elements modulo x⁸ + x⁴
/// + x³ + x² + 1, whose root generates all that is not zero.
final class Galois {

  private static final int POLYNOMIAL = 0x11D;
  private static final int ORDER = 255;

  private static final byte[] EXP = new byte[2 * ORDER];
  private static final int[] LOG = new int[256];

  static {
    int power = 1;
    for (int i = 0; i < ORDER; i++) {
      EXP[i] = (byte) power;
      EXP[i + ORDER] = (byte) power;
      LOG[power] = i;
      power <<= 1;
      if (power > 0xFF) {
        power ^= POLYNOMIAL;
      }
    }
  }

  private Galois() {}

  /// The generator raised to a power of 0 or more.
  static int exp(int power) {
    return EXP[power % ORDER] & 0xFF;
  }

  static int multiply(int a, int b) {
    return a == 0 || b == 0 ? 0 : EXP[LOG[a] + LOG[b]] & 0xFF;
  }

  /// @throws ArithmeticException for zero, which has none
  static int inverse(int a) {
    if (a == 0) {
      throw new ArithmeticException("zero has no inverse");
    }
    return EXP[ORDER - LOG[a]] & 0xFF;
  }

  /// The inverse of a square matrix, by Gauss and Jordan; the matrix is left as it is.
  ///
  /// @throws ArithmeticException when it has none
  static int[][] inverse(int[][] matrix) {
    int size = matrix.length;
    int[][] left = new int[size][];
    int[][] right = new int[size][size];
    for (int i = 0; i < size; i++) {
      left[i] = matrix[i].clone();
      right[i][i] = 1;
    }
    for (int column = 0; column < size; column++) {
      int pivot = column;
      while (pivot < size && left[pivot][column] == 0) {
        pivot++;
      }
      if (pivot == size) {
        throw new ArithmeticException("the matrix has no inverse");
      }
      swap(left, pivot, column);
      swap(right, pivot, column);
      int scale = inverse(left[column][column]);
      scale(left[column], scale);
      scale(right[column], scale);
      for (int row = 0; row < size; row++) {
        if (row != column && left[row][column] != 0) {
          int factor = left[row][column];
          add(left[row], left[column], factor);
          add(right[row], right[column], factor);
        }
      }
    }
    return right;
  }

  private static void swap(int[][] rows, int a, int b) {
    int[] kept = rows[a];
    rows[a] = rows[b];
    rows[b] = kept;
  }

  private static void scale(int[] row, int factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] = multiply(row[i], factor);
    }
  }

  private static void add(int[] row, int[] other, int factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] ^= multiply(other[i], factor);
    }
  }
}
