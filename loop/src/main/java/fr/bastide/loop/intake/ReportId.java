package fr.bastide.loop.intake;

import fr.bastide.loop.NotFound;
import java.util.UUID;

/// The identifier of a report, in addresses of the centre alone; people say its [Reference].
public record ReportId(UUID value) {

  private static final int LENGTH = 36;

  /// A new identifier.
  public static ReportId random() {
    return new ReportId(UUID.randomUUID());
  }

  /// The identifier written like this.
  ///
  /// @throws NotFound when it is not the form of one
  public static ReportId parse(String written) {
    if (written.length() != LENGTH) {
      throw new NotFound();
    }
    try {
      return new ReportId(UUID.fromString(written));
    } catch (IllegalArgumentException notOne) {
      throw new NotFound(notOne);
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
