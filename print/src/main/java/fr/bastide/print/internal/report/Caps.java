package fr.bastide.print.internal.report;

import fr.bastide.assessment.Cap;
import fr.bastide.assessment.Score;

/// Why a grade is capped.
final class Caps {

  private Caps() {}

  /// The scale's own reason, or the rule on vital evidence.
  static String reason(Frame frame, Score.CapBite bite) {
    return frame.content().referential().scale().caps().stream()
        .filter(cap -> cap.id().equals(bite.id()))
        .map(Cap::reason)
        .map(reason -> reason.in(frame.language()))
        .findFirst()
        .orElseGet(() -> frame.say("cap.vital"));
  }
}
