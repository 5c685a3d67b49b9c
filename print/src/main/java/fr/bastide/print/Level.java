package fr.bastide.print;

/// For whom a report is written.
public enum Level {
  /// One page, in plain words, for the elected official or the director.
  ONE_PAGE,
  /// Everything, for the referent and the auditor.
  WHOLE
}
