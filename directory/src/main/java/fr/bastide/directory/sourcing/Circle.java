package fr.bastide.directory.sourcing;

import fr.bastide.directory.CountryCode;
import fr.bastide.kernel.Text;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// States that are near for one reason: members of a union or of an alliance.
///
/// @param name what they are members of
/// @param rank how near they are
/// @param states who they are
/// @param source where that is written
public record Circle(Text name, Rank rank, Set<CountryCode> states, String source) {

  public Circle {
    if (rank == Rank.OTHER) {
      throw new IllegalArgumentException("a circle is near");
    }
    states = Collections.unmodifiableSortedSet(new TreeSet<>(states));
  }
}
