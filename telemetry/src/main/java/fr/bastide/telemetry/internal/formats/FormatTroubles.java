package fr.bastide.telemetry.internal.formats;

import fr.bastide.kernel.Text;
import fr.bastide.telemetry.Trouble;

/// What to say about files that cannot be opened up.
final class FormatTroubles {

  private static final String START = "byte 0";

  private FormatTroubles() {}

  /// A file of a kind that is not opened.
  static Trouble closed(Closed kind) {
    return new Trouble(START, kind.advice());
  }

  /// Compressed data that stop or are damaged.
  static Trouble compressed() {
    return new Trouble(
        START,
        new Text(
            "les données compressées (gzip) sont coupées ou abîmées\u202f; ce qui suit est perdu.",
            "the compressed data (gzip) are cut or damaged; what follows is lost."));
  }
}
