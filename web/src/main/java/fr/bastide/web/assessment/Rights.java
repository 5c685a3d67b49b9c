package fr.bastide.web.assessment;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.body.Body;
import fr.bastide.web.body.Scene;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What the caller may do here: which buttons to draw. The desks check again.
///
/// @param person the account of the caller
/// @param acts what may be done to the body
/// @param open whether the assessment still changes; acts that change a completed one are not
///   offered
public record Rights(Optional<AccountId> person, Set<Act> acts, boolean open) {

  public Rights {
    acts = Set.copyOf(acts);
  }

  static Rights of(Threshold threshold, Caller caller, BodyId body) {
    return threshold
        .transactions()
        .inside(
            caller,
            () -> {
              Set<Act> acts = EnumSet.noneOf(Act.class);
              for (Act act : Act.values()) {
                if (act.rule().target() == Act.Target.BODY
                    && threshold.gate().allows(caller, act, body)) {
                  acts.add(act);
                }
              }
              return new Rights(caller.account(), acts, true);
            });
  }

  /// The same once the assessment is completed: nothing in it changes any more.
  Rights forCompleted() {
    return new Rights(person, acts, false);
  }

  /// Whether to offer a new assessment.
  public boolean start() {
    return acts.contains(Act.START_ASSESSMENT);
  }

  /// Whether to offer answering.
  public boolean answer() {
    return open && acts.contains(Act.ANSWER);
  }

  /// Whether to offer accepting that a question is not applicable.
  public boolean accept() {
    return open && acts.contains(Act.ACCEPT_NOT_APPLICABLE);
  }

  /// Whether to offer completing.
  public boolean complete() {
    return open && acts.contains(Act.COMPLETE_ASSESSMENT);
  }

  /// Whether reports and files may leave the house.
  public boolean report() {
    return acts.contains(Act.TAKE_REPORT);
  }

  /// Whether the plan may be read.
  public boolean plan() {
    return acts.contains(Act.READ_PLAN);
  }

  /// The scene of a page about this body.
  ///
  /// @param example whether what the page shows is invented
  public Scene scene(Body body, boolean example) {
    return new Scene(body, acts, example || body.example());
  }
}
