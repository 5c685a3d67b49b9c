package fr.bastide.detection.internal.match;

import fr.bastide.detection.CaseFolding;
import java.util.Arrays;

/// A text in UTF-8, nearly always folded.
final class Literal {

  private final byte[] bytes;
  private final int hash;

  private Literal(byte[] bytes) {
    this.bytes = bytes;
    this.hash = Arrays.hashCode(bytes);
  }

  static Literal folded(String text) {
    return new Literal(Utf8.bytes(CaseFolding.fold(text)));
  }

  /// A text that is compared as it is.
  static Literal exactly(String text) {
    return new Literal(Utf8.bytes(text));
  }

  /// The bytes; not to be changed.
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return bytes.length;
  }

  boolean ascii() {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Literal that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
