package fr.bastide.detection.internal.rule;

/// What RE2/J 1.8 cannot fold: compiling a letter of the block *Cyrillic Extended-C* without regard
/// to letter case never ends, alone or within a range.
final class RegexFolding {

  private static final int FIRST = 0x1c80;
  private static final int LAST = 0x1c88;

  private RegexFolding() {}

  /// Refuses characters that would never be compiled.
  ///
  /// @param low the first character, in code points
  /// @param high the last one
  static void require(RegexCursor cursor, int low, int high, boolean insensitive) throws Refused {
    if (insensitive && low <= LAST && high >= FIRST) {
      throw cursor.refuse(
          "sans égard à la casse, les lettres U+1C80 à U+1C88 ne se comparent pas",
          "retirez-les, ou coupez l’intervalle autour d’elles",
          "the letters U+1C80 to U+1C88 cannot be compared without regard to letter case",
          "leave them out, or split the range around them");
    }
  }
}
