package fr.bastide.telemetry;

import fr.bastide.telemetry.evtx.EvtxReader;
import fr.bastide.telemetry.internal.formats.AutoReader;
import fr.bastide.telemetry.internal.formats.Detection;
import fr.bastide.telemetry.internal.json.JsonReader;
import fr.bastide.telemetry.internal.line.LineFormats;
import java.util.List;
import java.util.Optional;

/// The formats this module reads, by name.
public final class Formats {

  /// Any of the others, told by the first bytes; compressed with gzip or not.
  public static final String AUTO = "auto";

  private static final List<String> NAMES =
      List.of(
          AUTO,
          "evtx",
          "json",
          "syslog",
          "cef",
          "leef",
          "keyvalue",
          "eve",
          "access",
          "auditd",
          "lines");

  private Formats() {}

  /// The names of the formats, `auto` first and the one that reads anything, `lines`, last.
  public static List<String> names() {
    return NAMES;
  }

  /// A reader of a format; empty when there is none of this name.
  public static Optional<EventReader> reader(String name, Taxonomy taxonomy) {
    return switch (name) {
      case AUTO -> Optional.of(new AutoReader(taxonomy));
      case "evtx" -> Optional.of(new EvtxReader(taxonomy));
      case "json" -> Optional.of(new JsonReader(taxonomy));
      default -> LineFormats.reader(name, taxonomy);
    };
  }

  /// Tells the format of a file by its first bytes, or by its name where they leave doubt; `lines`
  /// when nothing is recognised. Never `auto`.
  ///
  /// @param head the first bytes, uncompressed; some thousand are enough
  /// @param length how many of them count
  /// @param fileName the name alone, without folder; may be empty
  public static String detect(byte[] head, int length, String fileName) {
    return Detection.detect(head, length, fileName);
  }
}
