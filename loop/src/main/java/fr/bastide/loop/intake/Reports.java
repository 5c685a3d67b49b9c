package fr.bastide.loop.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The reports. Port.
public interface Reports {

  /// Keeps a new report.
  ///
  /// @param linkHash SHA-256 of the secret of its link; empty for none
  /// @param mailSecret what a mail that belongs to it carries in its subject
  void add(Report report, Optional<String> linkHash, String mailSecret);

  /// The report with this identifier, if there is one.
  Optional<Report> find(ReportId id);

  /// The same, held for the present transaction: nobody else changes it meanwhile.
  Optional<Report> hold(ReportId id);

  /// The report behind a link, held for the present transaction, if the link still leads to one.
  Optional<Report> holdByLink(String linkHash);

  /// The report that people call like this, if there is one.
  Optional<Report> find(Reference reference);

  /// Replaces the answers; how the report is handled stays as it is.
  void keepAnswers(ReportId id, Map<String, String> answers, Instant at);

  /// Keeps state, handling and case of a report; its answers stay as they are.
  ///
  /// @return whether the version that was read still stood; if not, nothing was kept
  boolean update(Report report);

  /// Replaces the link; empty ends it.
  void setLink(ReportId id, Optional<String> linkHash);

  /// Whether it has a link.
  boolean hasLink(ReportId id);

  /// What a mail that belongs to a report carries in its subject.
  String mailSecret(ReportId id);

  /// Reports in these states: those not taken first, the longest waiting at the top.
  List<Report> queue(Set<Report.State> states, int limit);

  /// How many were opened since an instant, for the bounds against robots.
  long openedSince(Channel channel, Instant since);

  /// Reports that nobody has taken and of which those on call are to be told now; mails that a
  /// program sent wait in the queue, and wake nobody.
  ///
  /// @param fresh first tellings: opened before this instant, or with a way to call back
  /// @param again those last told before this instant
  /// @param most how often one is told of a report
  List<Told> toTell(Instant fresh, Instant again, int most);

  /// Notes that those on call were told.
  void told(ReportId id, Instant at);

  /// A report with how often those on call were told of it.
  record Told(Report report, int times) {}
}
