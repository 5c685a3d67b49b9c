package fr.bastide.telemetry.internal.formats;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Source;
import fr.bastide.telemetry.Trouble;

/// What to say about files that cannot be opened up.
final class FormatTroubles {

  private FormatTroubles() {}

  /// Compressed data that stop or are damaged.
  static Trouble compressed(Source source) {
    return new Trouble(
        source.name().isEmpty() ? "input" : source.name(),
        new Text(
            "les données compressées (gzip) sont coupées ou abîmées\u202f; ce qui suit est perdu",
            "the compressed data (gzip) are cut or damaged; what follows is lost"));
  }
}
