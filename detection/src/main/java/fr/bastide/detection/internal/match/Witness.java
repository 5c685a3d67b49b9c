package fr.bastide.detection.internal.match;

import java.util.List;

/// What has to be seen in an event before a rule can match: one of these checks true, or one of
/// these fields there.
///
/// @param checks numbers of checks for folded texts
/// @param fields fields, by their number in the program
/// @param likelihood roughly how likely an event is to show it
record Witness(List<Integer> checks, List<Integer> fields, double likelihood) {

  /// A rule that any event may match.
  static final Witness ANY_EVENT = new Witness(List.of(), List.of(), 1);

  static Witness check(int check, double likelihood) {
    return new Witness(List.of(check), List.of(), likelihood);
  }

  static Witness field(int local, double likelihood) {
    return new Witness(List.of(), List.of(local), likelihood);
  }

  /// Whether every event has to be looked at.
  boolean anyEvent() {
    return checks.isEmpty() && fields.isEmpty() && likelihood > 0;
  }

  /// The one that fewer events show.
  Witness rarer(Witness other) {
    if (anyEvent() || other.anyEvent()) {
      return anyEvent() ? other : this;
    }
    return other.likelihood < likelihood ? other : this;
  }
}
