package fr.bastide.incident;

import fr.bastide.incident.followup.FollowUp;
import fr.bastide.incident.followup.FollowUpRules;
import fr.bastide.incident.obligation.ObligationBook;
import fr.bastide.incident.obligation.Switches;
import fr.bastide.incident.obligation.Verdict;
import fr.bastide.incident.rsit.Classification;
import fr.bastide.incident.rsit.Taxonomy;
import fr.bastide.incident.severity.SeverityScale;
import java.time.Instant;
import java.util.List;

/// All that the engine says about a case at an instant.
///
/// @param facts what was known
/// @param at the instant of asking
/// @param verdicts one for each obligation, in the order of the book
/// @param severity how grave it is
/// @param classification what kind it is, the primary type first
/// @param followUps when to come back
public record Qualification(
    Facts facts,
    Instant at,
    List<Verdict> verdicts,
    SeverityScale.Grade severity,
    List<Classification> classification,
    List<FollowUp> followUps) {

  public Qualification {
    verdicts = List.copyOf(verdicts);
    classification = List.copyOf(classification);
    followUps = List.copyOf(followUps);
  }

  /// Qualifies a case with the knowledge that comes with Bastide.
  public static Qualification of(Facts facts, Instant at, Switches switches) {
    return new Qualification(
        facts,
        at,
        ObligationBook.builtin().verdicts(facts, at, switches),
        SeverityScale.builtin().grade(facts),
        Taxonomy.builtin().classify(facts),
        FollowUpRules.builtin().followUps(facts));
  }
}
