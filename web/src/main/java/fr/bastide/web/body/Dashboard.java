package fr.bastide.web.body;

import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Score;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentView;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.print.plot.HistoryPoint;
import java.util.List;
import java.util.Optional;

/// All that the first page of a body shows.
///
/// @param scene the body and the rights of whoever looks
/// @param standing where the body stands; empty when nothing was assessed yet or it may not be seen
/// @param open the assessment under way, if there is one
/// @param history the completed assessments, oldest first
/// @param expiries evidence that expires, earliest first
/// @param urgent the next measures of the plan, three at most
/// @param due the measures that are overdue or due within a week, the earliest due first: what the
///   letters remind of, shown here whether letters leave or not
/// @param planned whether there is a plan
/// @param step the one thing to do next, when whoever looks may do it
/// @param watchers who sees the body by mandate; empty when whoever looks may not know
public record Dashboard(
    Scene scene,
    Optional<Standing> standing,
    Optional<Assessment> open,
    List<HistoryPoint> history,
    List<Expiry> expiries,
    List<Todo> urgent,
    List<Todo> due,
    boolean planned,
    Optional<NextStep> step,
    Optional<List<MandateDesk.Held>> watchers) {

  public Dashboard {
    history = List.copyOf(history);
    expiries = List.copyOf(expiries);
    urgent = List.copyOf(urgent);
    due = List.copyOf(due);
    watchers = watchers.map(List::copyOf);
  }

  /// Where the body stands.
  ///
  /// @param view the assessment shown: the latest completed one, else the one under way
  /// @param today its score on this day, evidence that expired since counted as words
  public record Standing(AssessmentView view, Score today) {

    /// Whether the assessment is completed.
    public boolean complete() {
      return !view.assessment().open();
    }

    /// Whether evidence expired since and the score would be lower today.
    public boolean faded() {
      return today.total().point() < view.score().total().point() - 0.05
          || today.grade().compareTo(view.score().grade()) > 0;
    }
  }

  /// A measure to do.
  ///
  /// @param measure what one does
  /// @param item where it is
  /// @param gain points it brings; zero when it is not known
  /// @param late whether its due date is over
  public record Todo(Measure measure, PlanItem item, double gain, boolean late) {}
}
