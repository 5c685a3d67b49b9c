package fr.bastide.airlock.internal.ooxml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which sheets of a workbook leave, and under which numbers.
final class Workbook {

  private static final int GONE = -1;

  private final Set<String> goneSheets = new HashSet<>();
  private final List<Integer> numbers = new ArrayList<>();
  private int kept;

  void sheet(String name, boolean leaves) {
    numbers.add(leaves ? kept++ : GONE);
    if (!leaves) {
      goneSheets.add(name.toLowerCase(Locale.ROOT));
    }
  }

  /// The names, in lower case, of those that do not leave.
  Set<String> goneSheets() {
    return goneSheets;
  }

  /// The new number of a sheet; negative when it does not leave or there is none.
  int number(String old) {
    try {
      int index = Integer.parseInt(old.strip());
      return index >= 0 && index < numbers.size() ? numbers.get(index) : GONE;
    } catch (NumberFormatException malformed) {
      return GONE;
    }
  }

  boolean isEmpty() {
    return kept == 0;
  }
}
