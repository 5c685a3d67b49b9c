package fr.bastide.cli.timeline;

import fr.bastide.detection.Level;
import fr.bastide.detection.surge.Strike;
import java.util.List;
import java.util.Map;

/// What a timeline tells.
///
/// @param entries in the order of time, those without a time last
/// @param counts of every alert
/// @param leftOut how many alerts of each level have no entry
/// @param strikes strikers at many bodies
record Story(List<Entry> entries, Counts counts, Map<Level, Long> leftOut, List<Strike> strikes) {

  /// How many entries are shown without explanation and record.
  long bare() {
    return entries.stream().filter(entry -> !entry.detailed()).count();
  }
}
