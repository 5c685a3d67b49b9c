package fr.bastide.loop.intake;

import fr.bastide.incident.Facts;
import fr.bastide.loop.access.Caller;

/// Where a report becomes a case. Port: what keeps cases joins here. Both methods are called within
/// the transaction of the report; what they throw undoes it.
public interface Cases {

  /// Opens a case from a report.
  ///
  /// @param caller the operator who does
  /// @param report all that was reported
  /// @param facts the same as facts of the incident engine, each a claim with its source
  /// @return how the case is named, at most 100 characters, such as its identifier
  String open(Caller caller, ReportView report, Facts facts);

  /// Adds a report to a case that is there.
  ///
  /// @throws fr.bastide.loop.NotFound when the caller sees no such case
  void join(Caller caller, String caseName, ReportView report, Facts facts);

  /// Tells a case that something more was said about a report that belongs to it. The house does
  /// this: whoever reported has no account.
  ///
  /// @param message what was said; see its standing before it is believed
  void append(String caseName, Message message);
}
