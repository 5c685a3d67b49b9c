package fr.bastide.detection.surge;

import fr.bastide.detection.Alert;
import fr.bastide.detection.internal.surge.StrikeBook;
import fr.bastide.telemetry.Troubles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Merges the alerts that one striker causes at many bodies into one strike. Not safe for threads.
///
/// An address that strikes at least so many bodies within the window is one strike, whatever the
/// rules; so is a rule that alerts at enough bodies from addresses that are no strike themselves. A
/// strike is told when it opens, with each further body, and when no alert has come for the length
/// of the window. It is the one place where tenants are looked at together: [Strike] is for the
/// territory's eyes, [Strike#seenBy(String)] for a body's.
public final class TerritoryWatch {

  private final StrikeBook book;

  /// A watch that has seen nothing yet.
  public TerritoryWatch(TerritoryLimits limits, Strikes strikes, Troubles troubles) {
    book = new StrikeBook(limits, strikes, troubles);
  }

  /// Takes one alert of one body; without time it counts as of the last alert.
  public void accept(Alert alert) {
    book.accept(alert);
  }

  /// Tells the present, in microseconds: ends strikes that are over, and takes an alert from after
  /// it as one of now.
  public void advance(long now) {
    book.advance(now);
  }

  /// Writes the strikes under way and what may become one.
  public void save(OutputStream output) throws IOException {
    book.save(output);
  }

  /// Puts a saved state in the place of this one's.
  ///
  /// @throws fr.bastide.detection.DetectionException when it is of another version or damaged;
  ///   nothing has changed then
  public void restore(InputStream input) throws IOException {
    book.restore(input);
  }
}
