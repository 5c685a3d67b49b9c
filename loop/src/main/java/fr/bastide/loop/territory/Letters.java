package fr.bastide.loop.territory;

/// The set of the letters of a key as 64 bits: a quick "cannot match" before reading the key.
final class Letters {

  private Letters() {}

  /// One bit for each different letter or digit; letters that share a bit only make the set less
  /// telling, never wrong.
  static long set(CharSequence key) {
    long set = 0;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      set |= c == ' ' ? 0 : 1L << (c & 63);
    }
    return set;
  }
}
