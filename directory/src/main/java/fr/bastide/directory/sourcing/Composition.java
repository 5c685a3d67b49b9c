package fr.bastide.directory.sourcing;

import fr.bastide.kernel.Text;
import java.util.List;

/// What comes of a body's policy on top of its centre's.
public sealed interface Composition {

  /// Both together.
  record Composed(SourcingPolicy policy) implements Composition {}

  /// The body's is looser somewhere, or was written on another version.
  ///
  /// @param reasons everything that is wrong, at least one
  record Refused(List<Text> reasons) implements Composition {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
