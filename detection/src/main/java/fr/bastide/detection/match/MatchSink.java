package fr.bastide.detection.match;

import fr.bastide.detection.Rule;

/// Takes the rules that match an event, one after another.
@FunctionalInterface
public interface MatchSink {

  /// Takes one rule; the event that matched is valid during this call only.
  void accept(Rule rule);
}
