package fr.bastide.web.api;

import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.Planner;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Money;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.PlanView;
import fr.bastide.loop.plan.Plans;
import fr.bastide.loop.plan.StoredPlan;
import fr.bastide.web.PublicAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The plans of a body.
@Controller
@RequestMapping(Apis.V1 + "/bodies/{body}/plans")
class PlanDoors {

  private final PlanDesk desk;
  private final PublicAddress address;

  PlanDoors(PlanDesk desk, PublicAddress address) {
    this.desk = desk;
    this.address = address;
  }

  /// What a body wants of its plan.
  record SentWish(
      AssessmentId assessment,
      Money budget,
      Optional<Money> setup,
      Optional<Money> yearly,
      double days,
      int months,
      Set<String> done,
      Map<String, String> refused,
      Set<String> forced,
      Optional<Integer> pooledWith) {

    PlanDesk.Wish wish() {
      return new PlanDesk.Wish(
          new Limits(budget, setup, yearly, days, months),
          done,
          refused,
          forced,
          pooledWith.orElse(1));
    }
  }

  /// Where a measure is now.
  record SentMove(
      PlanItem.State state,
      Optional<LocalDate> due,
      Optional<EvidenceLevel> evidence,
      Optional<String> note,
      int seen) {}

  /// A calendar's secret address; shown once.
  record CalendarAddress(String url) {}

  @Door(
      act = Act.READ_PLAN,
      fr = "Ce que serait le plan, sans le garder.",
      en = "What the plan would be, without keeping it.")
  @PostMapping(path = "/preview", consumes = Apis.JSON)
  Reply<Plan> preview(Caller caller, @PathVariable String body, @Sent SentWish sent) {
    return Reply.of(desk.preview(caller, Apis.body(body), sent.assessment(), sent.wish()));
  }

  @Door(
      act = Act.READ_PLAN,
      fr = "Le meilleur score pour des budgets croissants.",
      en = "The best score for rising budgets.")
  @PostMapping(path = "/curve", consumes = Apis.JSON)
  Reply<List<Planner.BudgetPoint>> curve(
      Caller caller,
      @PathVariable String body,
      @RequestParam(defaultValue = "12") int points,
      @Sent SentWish sent) {
    return Reply.of(desk.curve(caller, Apis.body(body), sent.assessment(), sent.wish(), points));
  }

  @Door(
      act = Act.MAKE_PLAN,
      fr = "Fait un plan et le met en vigueur.",
      en = "Makes a plan and puts it in force.",
      status = 201)
  @PostMapping(consumes = Apis.JSON)
  Reply<StoredPlan> make(Caller caller, @PathVariable String body, @Sent SentWish sent) {
    return Reply.created(desk.make(caller, Apis.body(body), sent.assessment(), sent.wish()));
  }

  @Door(
      act = Act.READ_PLAN,
      fr = "Les plans de l’organisme, le plus récent d’abord.",
      en = "The plans of the body, newest first.")
  @GetMapping
  Reply<List<Plans.PlanSummary>> list(Caller caller, @PathVariable String body) {
    return Reply.of(desk.ofBody(caller, Apis.body(body)));
  }

  @Door(
      act = Act.READ_PLAN,
      fr = "Le plan en vigueur, avec son suivi.",
      en = "The plan in force, with its follow-up.")
  @GetMapping("/in-force")
  Reply<PlanView> inForce(Caller caller, @PathVariable String body) {
    return Reply.of(desk.inForce(caller, Apis.body(body)).orElseThrow(NotFound::new));
  }

  @Door(act = Act.READ_PLAN, fr = "Un plan, avec son suivi.", en = "One plan, with its follow-up.")
  @GetMapping("/{plan}")
  Reply<PlanView> view(Caller caller, @PathVariable String body, @PathVariable String plan) {
    BodyId whose = Apis.body(body);
    return Reply.of(desk.view(caller, whose, PlanId.parse(plan)));
  }

  @Door(
      act = Act.FOLLOW_PLAN,
      fr = "Fait avancer une mesure\u00a0: à faire, en cours, faite, refusée.",
      en = "Moves a measure on: to do, doing, done, refused.")
  @PutMapping(path = "/{plan}/items/{measure}", consumes = Apis.JSON)
  Reply<PlanItem> move(
      Caller caller,
      @PathVariable String body,
      @PathVariable String plan,
      @PathVariable String measure,
      @Sent SentMove sent) {
    PlanDesk.Move move =
        new PlanDesk.Move(
            measure, sent.state(), sent.due(), sent.evidence(), sent.note().orElse(""));
    BodyId whose = Apis.body(body);
    return Reply.of(desk.move(caller, whose, PlanId.parse(plan), move, sent.seen()));
  }

  @Door(
      act = Act.FOLLOW_PLAN,
      fr =
          "Une nouvelle adresse secrète pour le calendrier des échéances\u202f; la précédente cesse.",
      en = "A new secret address for the calendar of due dates; the one before stops working.",
      status = 201)
  @PostMapping("/calendar-address")
  Reply<CalendarAddress> calendar(Caller caller, @PathVariable String body) {
    String key = desk.newCalendarKey(caller, Apis.body(body));
    return Reply.created(new CalendarAddress(address + "/calendar/" + key + ".ics"));
  }
}
