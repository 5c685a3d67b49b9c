package fr.bastide.telemetry.internal.taxonomy;

import java.util.Optional;

/// A beginning of field names that is left out, such as `winlog.event_data.`; its segment `*`
/// stands for any one segment.
///
/// @param beginning ends with a dot
record Strip(String beginning) {

  /// What remains of a name; empty when it does not begin so or nothing remains.
  Optional<String> rest(String name) {
    int at = 0;
    int from = 0;
    while (from < beginning.length()) {
      int dot = beginning.indexOf('.', from);
      int nameDot = name.indexOf('.', at);
      if (nameDot < 0) {
        return Optional.empty();
      }
      String segment = beginning.substring(from, dot);
      boolean same = segment.length() == nameDot - at && name.startsWith(segment, at);
      if (!same && !segment.equals("*")) {
        return Optional.empty();
      }
      from = dot + 1;
      at = nameDot + 1;
    }
    return at < name.length() ? Optional.of(name.substring(at)) : Optional.empty();
  }
}
