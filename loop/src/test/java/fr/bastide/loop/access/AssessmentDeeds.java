package fr.bastide.loop.access;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Depth;
import fr.bastide.kernel.BodySize;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.PlanItem;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How the use cases of assessments and plans are done.
final class AssessmentDeeds {

  private final Deeds deeds;

  AssessmentDeeds(Deeds deeds) {
    this.deeds = deeds;
  }

  void add() {
    assessments();
    plans();
  }

  private void assessments() {
    deeds.add(
        "AssessmentDesk.flash/2",
        (caller, body, estate, sane) ->
            estate
                .house()
                .assessments()
                .flash(
                    caller,
                    new AnswerSheet(
                        Depth.FLASH, BodySize.SMALL, LocalDate.of(2026, 11, 24), Map.of())));
    deeds.add(
        "AssessmentDesk.ofBody/2",
        (caller, body, estate, sane) -> estate.house().assessments().ofBody(caller, body));
    deeds.add(
        "AssessmentDesk.carried/2",
        (caller, body, estate, sane) -> estate.house().assessments().carried(caller, body));
    deeds.add(
        "AssessmentDesk.start/3",
        (caller, body, estate, sane) ->
            estate.house().assessments().start(caller, body, Depth.FLASH));
    deeds.addNaming(
        "AssessmentDesk.view/3",
        (caller, body, estate, sane) ->
            estate.house().assessments().view(caller, body, assessment(estate, sane)));
    deeds.addNaming(
        "AssessmentDesk.report/3",
        (caller, body, estate, sane) ->
            estate.house().assessments().report(caller, body, assessment(estate, sane)));
    deeds.addNaming(
        "AssessmentDesk.complete/3",
        (caller, body, estate, sane) ->
            estate.house().assessments().complete(caller, body, assessment(estate, sane)));
    deeds.addNaming(
        "AssessmentDesk.download/4",
        (caller, body, estate, sane) ->
            estate
                .house()
                .assessments()
                .download(
                    caller,
                    body,
                    assessment(estate, sane),
                    sane ? estate.attachment() : AttachmentId.random()));
    answers();
  }

  private void answers() {
    deeds.addNaming(
        "AssessmentDesk.answer/6",
        (caller, body, estate, sane) ->
            estate
                .house()
                .assessments()
                .answer(
                    caller,
                    body,
                    assessment(estate, sane),
                    sane ? Estate.answered() : Deeds.NONSENSE,
                    Answer.declared(Estate.choice()),
                    1));
    deeds.addNaming(
        "AssessmentDesk.acceptNotApplicable/5",
        (caller, body, estate, sane) ->
            estate
                .house()
                .assessments()
                .acceptNotApplicable(
                    caller,
                    body,
                    assessment(estate, sane),
                    sane ? Estate.waiting() : Deeds.NONSENSE,
                    1));
    deeds.addNaming(
        "AssessmentDesk.history/4",
        (caller, body, estate, sane) ->
            estate
                .house()
                .assessments()
                .history(caller, body, assessment(estate, sane), Estate.answered()));
    deeds.addNaming(
        "AssessmentDesk.attach/6",
        (caller, body, estate, sane) ->
            estate
                .house()
                .assessments()
                .attach(
                    caller,
                    body,
                    assessment(estate, sane),
                    Estate.answered(),
                    sane ? "a.txt" : "",
                    new byte[] {1}));
  }

  private void plans() {
    deeds.addNaming(
        "PlanDesk.preview/4",
        (caller, body, estate, sane) ->
            estate.house().plans().preview(caller, body, assessment(estate, sane), wish(sane)));
    deeds.addNaming(
        "PlanDesk.curve/5",
        (caller, body, estate, sane) ->
            estate.house().plans().curve(caller, body, assessment(estate, sane), wish(sane), 2));
    deeds.addNaming(
        "PlanDesk.make/4",
        (caller, body, estate, sane) ->
            estate.house().plans().make(caller, body, assessment(estate, sane), wish(sane)));
    deeds.add(
        "PlanDesk.inForce/2",
        (caller, body, estate, sane) -> estate.house().plans().inForce(caller, body));
    deeds.addNaming(
        "PlanDesk.view/3",
        (caller, body, estate, sane) ->
            estate.house().plans().view(caller, body, plan(estate, sane)));
    deeds.add(
        "PlanDesk.ofBody/2",
        (caller, body, estate, sane) -> estate.house().plans().ofBody(caller, body));
    deeds.addNaming(
        "PlanDesk.move/5",
        (caller, body, estate, sane) ->
            estate
                .house()
                .plans()
                .move(
                    caller,
                    body,
                    plan(estate, sane),
                    move(estate, sane),
                    estate.plan().items().getFirst().version()));
    deeds.add(
        "PlanDesk.newCalendarKey/2",
        (caller, body, estate, sane) -> estate.house().plans().newCalendarKey(caller, body));
    deeds.add(
        "PlanDesk.calendar/2",
        (caller, body, estate, sane) -> estate.house().plans().calendar(caller, estate.calendar()));
  }

  private static AssessmentId assessment(Estate estate, boolean sane) {
    return sane ? estate.assessment() : AssessmentId.random();
  }

  private static PlanId plan(Estate estate, boolean sane) {
    return sane ? estate.plan().id() : PlanId.random();
  }

  private static PlanDesk.Wish wish(boolean sane) {
    PlanDesk.Wish wish = Estate.wish();
    return sane
        ? wish
        : new PlanDesk.Wish(wish.limits(), Set.of(), Map.of(), Set.of(Deeds.NONSENSE), 1);
  }

  private static PlanDesk.Move move(Estate estate, boolean sane) {
    String measure = estate.plan().items().getFirst().measure();
    return sane
        ? new PlanDesk.Move(
            measure, PlanItem.State.DOING, Optional.empty(), Optional.empty(), "commandé")
        : new PlanDesk.Move(
            Deeds.NONSENSE, PlanItem.State.DONE, Optional.empty(), Optional.empty(), "");
  }
}
