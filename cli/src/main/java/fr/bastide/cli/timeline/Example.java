package fr.bastide.cli.timeline;

import java.util.List;
import java.util.Map;

/// One event of an alert, as it is shown.
///
/// @param time in microseconds; [fr.bastide.telemetry.Event#NO_TIME] when not told
/// @param file where it stands; empty when not known
/// @param rules the titles of the rules that it matched; empty for the alert's own rule
/// @param fields what matched
/// @param explanation why, as a tree of text
/// @param record the record, or its decoded fields where it is binary
/// @param recordBytes how long the record is
/// @param binary whether the record is not text
/// @param left how many characters of the record were left out
record Example(
    long time,
    String file,
    List<String> rules,
    Map<String, String> fields,
    String explanation,
    String record,
    long recordBytes,
    boolean binary,
    int left) {

  /// About how many characters it takes on the page beyond its fields.
  int weight() {
    return explanation.length() + record.length() + 400;
  }
}
