package fr.bastide.assessment.internal;

import fr.bastide.assessment.Answer;

/// One answer that a question may have once the plan is done.
///
/// @param value what it counts for `point`, 0 to 1, evidence weighed
/// @param rank the place of its choice, from the worst (0) on
/// @param level how many gates that look at the question it satisfies
/// @param measure index of the measure that makes it possible; [#FREE] when nothing is needed
/// @param answer the answer itself
record PlanOption(double value, int rank, int level, int measure, Answer answer) {

  /// The index of no measure: today's answer, or the effect of a measure already done.
  static final int FREE = -1;

  /// Whether it is at least as good in every respect.
  boolean covers(PlanOption other) {
    return value >= other.value && level >= other.level;
  }

  boolean free() {
    return measure == FREE;
  }
}
