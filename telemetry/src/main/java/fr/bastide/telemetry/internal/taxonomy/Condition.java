package fr.bastide.telemetry.internal.taxonomy;

import fr.bastide.telemetry.Event;
import java.util.List;

/// What one field of an event must be for an entry to apply.
///
/// @param field the number of the field
/// @param test how it is compared
/// @param values the values, folded; none for the tests of presence
record Condition(int field, Test test, List<byte[]> values) {

  /// How a field is compared.
  enum Test {
    IS,
    STARTS,
    ENDS,
    CONTAINS,
    NOT,
    PRESENT,
    ABSENT
  }

  /// Whether an event without the field can meet it: such a condition cannot find events.
  boolean needsNothing() {
    return test == Test.ABSENT || test == Test.NOT;
  }

  boolean holds(Event event, Places places, Folded folded) {
    int i = places.first(event, field);
    if (test == Test.ABSENT || i < 0) {
      return test == Test.ABSENT && i < 0;
    }
    if (test == Test.PRESENT) {
      return true;
    }
    for (; i >= 0; i = places.next(event, field, i)) {
      if (any(folded.take(event, i))) {
        return test != Test.NOT;
      }
    }
    return test == Test.NOT;
  }

  private boolean any(Folded value) {
    for (int k = 0; k < values.size(); k++) {
      byte[] wanted = values.get(k);
      boolean found =
          switch (test) {
            case STARTS -> value.starts(wanted);
            case ENDS -> value.ends(wanted);
            case CONTAINS -> value.contains(wanted);
            case IS, NOT, PRESENT, ABSENT -> value.is(wanted);
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  static boolean all(List<Condition> conditions, Event event, Places places, Folded folded) {
    for (int k = 0; k < conditions.size(); k++) {
      if (!conditions.get(k).holds(event, places, folded)) {
        return false;
      }
    }
    return true;
  }
}
