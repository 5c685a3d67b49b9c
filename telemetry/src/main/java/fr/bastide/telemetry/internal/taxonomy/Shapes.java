package fr.bastide.telemetry.internal.taxonomy;

import java.util.List;

/// The formats that entries may be for, one bit each.
final class Shapes {

  static final int ALL = -1;

  private Shapes() {}

  /// The bit of a format; 0 for one that no entry can name.
  static int bit(String shape) {
    return switch (shape) {
      case "json" -> 1;
      case "evtx" -> 1 << 1;
      case "syslog" -> 1 << 2;
      case "cef" -> 1 << 3;
      case "leef" -> 1 << 4;
      case "keyvalue" -> 1 << 5;
      case "eve" -> 1 << 6;
      case "access" -> 1 << 7;
      case "auditd" -> 1 << 8;
      case "lines" -> 1 << 9;
      default -> 0;
    };
  }

  static int bits(List<String> shapes) {
    int bits = 0;
    for (String shape : shapes) {
      bits |= bit(shape);
    }
    return shapes.isEmpty() ? ALL : bits;
  }
}
