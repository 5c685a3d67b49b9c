package fr.bastide.detection.internal.match;

/// Looks for one text in another, both of an attacker's choosing, in time linear in their lengths
/// (Knuth, Morris and Pratt, *Fast pattern matching in strings*, 1977).
final class Borders {

  private static final int SHORT = 64;

  private Borders() {}

  /// Whether the bytes from `part` to `partEnd` stand somewhere between `from` and `to`.
  static boolean stands(byte[] bytes, int part, int partEnd, int from, int to) {
    int length = partEnd - part;
    if (length > SHORT) {
      return linear(bytes, part, length, from, to);
    }
    for (int at = from; at <= to - length; at++) {
      if (Words.same(bytes, at, part, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean linear(byte[] bytes, int part, int length, int from, int to) {
    int[] border = borders(bytes, part, length);
    int matched = 0;
    for (int at = from; at < to; at++) {
      while (matched > 0 && bytes[at] != bytes[part + matched]) {
        matched = border[matched - 1];
      }
      if (bytes[at] == bytes[part + matched] && ++matched == length) {
        return true;
      }
    }
    return false;
  }

  /// For each beginning of the part, how long its longest own beginning is that it also ends with.
  private static int[] borders(byte[] bytes, int part, int length) {
    int[] border = new int[length];
    int matched = 0;
    for (int i = 1; i < length; i++) {
      while (matched > 0 && bytes[part + i] != bytes[part + matched]) {
        matched = border[matched - 1];
      }
      if (bytes[part + i] == bytes[part + matched]) {
        matched++;
      }
      border[i] = matched;
    }
    return border;
  }
}
