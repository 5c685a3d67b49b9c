package fr.bastide.airlock.internal.odf;

import fr.bastide.airlock.Threat;
import java.util.Locale;
import java.util.Optional;

/// What the files of a package that do not leave are to people.
final class OdfLeftovers {

  private OdfLeftovers() {}

  /// The threat that a file is; empty when it leaves or is told elsewhere or is worth no word.
  static Optional<Threat> threat(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int slash = lower.indexOf('/');
    String folder = slash < 0 ? "" : lower.substring(0, slash);
    return switch (folder) {
      case "basic", "scripts", "dialogs" -> Optional.of(Threat.MACRO);
      case "configurations2" -> configuration(lower);
      case "thumbnails" -> Optional.of(Threat.METADATA);
      case "media" -> Optional.of(Threat.MULTIMEDIA);
      case "fonts" -> Optional.of(Threat.EMBEDDED_FILE);
      case "meta-inf" ->
          lower.endsWith("signatures.xml") ? Optional.of(Threat.SIGNATURE) : Optional.empty();
      case "database", "reports", "forms" -> Optional.of(Threat.DATA_CONNECTION);
      default -> Optional.empty();
    };
  }

  /// Every document has a list of keys, which is empty.
  private static Optional<Threat> configuration(String lower) {
    return lower.endsWith("/current.xml") ? Optional.empty() : Optional.of(Threat.INTERFACE_CHANGE);
  }
}
