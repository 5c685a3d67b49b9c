package fr.bastide.loop.body;

import fr.bastide.loop.territory.BodyCsv;
import fr.bastide.loop.territory.NewBody;
import java.util.List;

/// What bringing a file of bodies in would do, or did.
///
/// @param reading what the file says, line by line, or why it cannot be read
/// @param known the lines whose body is in the register already: they are left out
/// @param fresh the bodies that are new
public record BodyImport(BodyCsv.Reading reading, List<Known> known, List<NewBody> fresh) {

  public BodyImport {
    known = List.copyOf(known);
    fresh = List.copyOf(fresh);
  }

  /// Whether every line can be brought in; if not, none is.
  public boolean clean() {
    return reading instanceof BodyCsv.Report report && report.clean() && !fresh.isEmpty();
  }

  /// A line whose body is in the register already.
  public record Known(int line, Body body) {}
}
