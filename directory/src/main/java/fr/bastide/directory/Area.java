package fr.bastide.directory;

import fr.bastide.kernel.InvalidIdentifier;
import fr.bastide.kernel.Text;

/// A part of France that a provider serves: a département (`34`, `2A`, `971`), a region (`R76`), or
/// the whole country (`FR`).
///
/// @param code as above, with INSEE's codes
public record Area(String code) implements Comparable<Area> {

  public Area {
    if (!valid(code)) {
      throw new InvalidIdentifier(
          new Text(
              "Une zone s’écrit FR (la France), R76 (une région) ou 34 (un département).",
              "An area is written FR (France), R76 (a region) or 34 (a département)."));
    }
  }

  /// Whether this is the form of an area.
  public static boolean valid(String code) {
    return code.equals("FR")
        || code.startsWith("R") && code.length() == 3 && digits(code.substring(1))
        || departement(code);
  }

  /// Whether this is the form of a département's code.
  public static boolean departement(String code) {
    return code.equals("2A")
        || code.equals("2B")
        || code.length() == 2 && digits(code)
        || code.length() == 3 && code.startsWith("97") && digits(code);
  }

  /// Whether a body of this département and region is inside.
  public boolean covers(String departement, String region) {
    return code.equals("FR") || code.equals(departement) || code.equals("R" + region);
  }

  private static boolean digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public int compareTo(Area other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
