package fr.bastide.detection.internal.match;

import fr.bastide.telemetry.Event;

/// Matches events against one program, one after another. Not safe for threads; allocates nothing
/// for an event unless a candidate rule asks for text, such as for a regular expression.
public final class Matching {

  private static final int LAST = 1 << 30;

  private final int last;
  private final Program program;
  private final Check[] checks;
  private final int[] code;
  private final Code.Group[] groups;
  private final Values values;
  private final Candidates candidates;
  private final int[] matches;
  private int count;
  private int now;

  /// Ready for the first event.
  public Matching(Program program) {
    this(program, LAST);
  }

  /// @param last how many events are numbered before the numbers begin again
  Matching(Program program, int last) {
    this.last = last;
    this.program = program;
    this.checks = program.checks();
    this.code = program.code();
    this.groups = program.groups();
    this.values = new Values(program.fields());
    this.candidates = new Candidates(checks.length, program.rules().size());
    this.matches = new int[program.rules().size()];
  }

  /// The program that events are matched against.
  public Program program() {
    return program;
  }

  /// Finds the rules that match an event and returns how many they are.
  ///
  /// @throws IllegalArgumentException when the event's field names are not the program's
  public int match(Event event) {
    if (!event.names().equals(program.names())) {
      throw new IllegalArgumentException("event and rules number their fields differently");
    }
    if (++now == last) {
      candidates.restart();
      values.restart();
      now = 1;
    }
    Route route = program.route(event.origin());
    values.begin(event, now);
    candidates.begin(route, now);
    route.scan(values, candidates);
    count = 0;
    for (int i = 0; i < candidates.count(); i++) {
      int rule = candidates.rule(i);
      if (run(program.entry(rule), route)) {
        matches[count++] = rule;
      }
    }
    sort();
    return count;
  }

  /// The number of a rule that matched, lowest first.
  public int matched(int i) {
    return matches[i];
  }

  /// How many rules the last event concerned.
  public int candidates() {
    return candidates.count();
  }

  private boolean run(int entry, Route route) {
    int at = entry;
    while (at >= 0) {
      int check = code[at];
      boolean holds = check >= 0 ? holds(check, route) : holds(groups[-1 - check], route);
      at = code[at + (holds ? 1 : 2)];
    }
    return at == Code.YES;
  }

  private boolean holds(int check, Route route) {
    if (candidates.knows(check)) {
      return candidates.holds(check);
    }
    return !route.watches(check) && candidates.learn(check, checks[check].holds(values));
  }

  private boolean holds(Code.Group group, Route route) {
    int left = group.least();
    for (int part : group.parts()) {
      if (run(part, route) && --left == 0) {
        return true;
      }
    }
    return false;
  }

  /// Few rules match one event: each finds its place among those before.
  private void sort() {
    for (int i = 1; i < count; i++) {
      int rule = matches[i];
      int at = i;
      while (at > 0 && matches[at - 1] > rule) {
        matches[at] = matches[at - 1];
        at--;
      }
      matches[at] = rule;
    }
  }
}
