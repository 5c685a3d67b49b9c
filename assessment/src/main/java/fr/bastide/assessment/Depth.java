package fr.bastide.assessment;

/// How far an assessment goes; each depth asks all the questions of the ones before it.
public enum Depth {
  /// Twelve questions, ten minutes, no account.
  FLASH,
  /// What a referent can answer in half a day.
  STANDARD,
  /// What an auditor checks on site, technical evidence asked.
  FULL;

  /// Whether a question of the given depth is asked at this one.
  public boolean asks(Depth question) {
    return question.compareTo(this) <= 0;
  }
}
