package fr.bastide.incident.obligation;

import fr.bastide.incident.Claim;
import fr.bastide.incident.condition.Trace;
import fr.bastide.kernel.Text;
import java.util.List;
import java.util.Optional;

/// What the engine says about one obligation in one case.
public sealed interface Verdict {

  /// The obligation concerned.
  Obligation obligation();

  /// Why.
  Grounds grounds();

  /// It binds.
  ///
  /// @param due by when
  /// @param state how far it is
  record Applies(Obligation obligation, Due due, State state, Grounds grounds) implements Verdict {}

  /// It does not bind.
  ///
  /// @param reason what it lacks
  record DoesNotApply(Obligation obligation, Reason reason, Grounds grounds) implements Verdict {}

  /// Nobody can tell before the questions of the grounds are answered.
  ///
  /// @param due by when, should it bind: the clock does not wait for the answers
  /// @param state how far it is
  record Unknown(Obligation obligation, Due due, State state, Grounds grounds) implements Verdict {}

  /// How far an obligation is.
  enum State {
    OPEN,
    OVERDUE,
    DONE,
    DONE_LATE
  }

  /// Why an obligation does not bind.
  enum Reason {
    NOT_YET_IN_FORCE,
    NO_LONGER_IN_FORCE,
    /// It binds others.
    NOT_BOUND,
    /// Nothing happened that it asks for.
    NOT_TRIGGERED,
    /// An exception holds.
    EXEMPT
  }

  /// Why a verdict is what it is.
  ///
  /// @param why the reasons in plain words
  /// @param traces whom it binds, what happened, what exempts: as far as that was looked at
  /// @param questions what to ask next, the question that settles most first; for a verdict that
  ///   stands, what could still change it
  /// @param standIn the question that stood in for the clock of the text, if one did
  /// @param contests the contradictions it met, and how they were read
  record Grounds(
      Text why,
      List<Trace> traces,
      List<String> questions,
      Optional<String> standIn,
      List<Contest> contests) {

    public Grounds {
      traces = List.copyOf(traces);
      questions = List.copyOf(questions);
      contests = List.copyOf(contests);
    }
  }

  /// A contradiction in the facts. Of the credible claims the one is read that binds the victim
  /// most, and earliest.
  ///
  /// @param question what they are about
  /// @param read the claim that was read
  /// @param others credible claims that say otherwise
  /// @param setAside claims that were not believed
  record Contest(String question, Claim read, List<Claim> others, List<Claim> setAside) {

    public Contest {
      others = List.copyOf(others);
      setAside = List.copyOf(setAside);
    }
  }
}
