package fr.bastide.detection.match;

import fr.bastide.detection.Rule;
import fr.bastide.detection.internal.match.Matching;
import fr.bastide.detection.internal.match.Program;
import fr.bastide.telemetry.Event;
import fr.bastide.telemetry.FieldNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rules ready to be matched against a stream of events; finds exactly what evaluating every rule
/// on every event finds.
///
/// Safe to share between threads: each thread matches through a [Session] of its own. Rules may
/// change while sessions run: a change compiles on the calling thread, and each session works with
/// the new rules from its next event on.
public final class Detector {

  private final FieldNames names;
  private volatile Program program;

  /// A detector with these rules, for events whose fields are numbered by these names.
  public Detector(FieldNames names, Collection<Rule> rules) {
    this.names = names;
    this.program = new Program(names, List.copyOf(rules));
  }

  /// The rules now in force, in the order in which they are told.
  public List<Rule> rules() {
    return program.rules();
  }

  /// Puts these rules in the place of all others.
  public synchronized void replace(Collection<Rule> rules) {
    change(List.copyOf(rules));
  }

  /// Adds rules; one that has the id of a rule in force takes its place.
  public synchronized void add(Collection<Rule> rules) {
    Map<String, Rule> fresh = new LinkedHashMap<>();
    rules.forEach(rule -> fresh.put(rule.info().id(), rule));
    Set<String> placed = new HashSet<>();
    List<Rule> all = new ArrayList<>();
    for (Rule old : program.rules()) {
      String id = old.info().id();
      Rule instead = fresh.get(id);
      if (instead == null) {
        all.add(old);
      } else if (placed.add(id)) {
        all.add(instead);
      }
    }
    fresh.forEach((id, rule) -> {
      if (!placed.contains(id)) {
        all.add(rule);
      }
    });
    change(all);
  }

  /// Takes away the rules with these ids ([fr.bastide.detection.RuleInfo#id()]).
  public synchronized void remove(Collection<String> ids) {
    Set<String> gone = Set.copyOf(ids);
    change(program.rules().stream().filter(rule -> !gone.contains(rule.info().id())).toList());
  }

  private void change(List<Rule> rules) {
    Program next = new Program(names, rules);
    next.prepare(program);
    program = next;
  }

  /// A new session, for one thread.
  public Session session() {
    return new Session(this);
  }

  /// Matches the events of one stream. Not safe for threads.
  public static final class Session {

    private final Detector detector;
    private Matching matching;

    private Session(Detector detector) {
      this.detector = detector;
      this.matching = new Matching(detector.program);
    }

    /// Tells the sink each rule that matches this event, in the order of [Detector#rules()].
    ///
    /// @throws IllegalArgumentException when the event does not use the detector's field names
    public void match(Event event, MatchSink sink) {
      Program program = detector.program;
      if (matching.program() != program) {
        matching = new Matching(program);
      }
      int count = matching.match(event);
      for (int i = 0; i < count; i++) {
        sink.accept(program.rules().get(matching.matched(i)));
      }
    }
  }
}
