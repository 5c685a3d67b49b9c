package fr.bastide.loop.access;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.memory.House;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.PlanView;
import fr.bastide.loop.plan.StoredPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Two bodies in a house, and in the first of them something of everything that a use case can
/// name.
final class Estate {

  private static final Referential FEW = House.withFewMeasures().referential();
  private static final List<Question> ASKED = FEW.questions(Depth.FLASH).toList();

  private final House house = new House(FEW);
  private final Body own = house.body("Foix");
  private final Body foreign = house.body("Pamiers");
  private final Caller clerk = house.of(own, BodyRole.OFFICIAL);
  private final Caller neighbour = house.of(foreign, BodyRole.OFFICIAL);
  private final ProviderId guest = house.provider("Éditeur").id();
  private final AccountId person =
      house.account("Alix", new Membership.OfBody(own.id(), BodyRole.REFERENT)).id();
  private final AssessmentId assessment = assess();
  private final AttachmentId attachment =
      house
          .assessments()
          .attach(clerk, own.id(), assessment, answered(), "preuve.txt", new byte[] {1})
          .id();
  private final String calendar = house.plans().newCalendarKey(clerk, own.id());
  private final String invitation =
      house
          .accounts()
          .invite(
              house.of(CentreRole.ADMINISTRATOR),
              new Membership.OfCentre(CentreRole.OBSERVATORY_EDITOR),
              "le centre",
              "invite@bastide.example",
              Language.FR)
          .value();
  private Optional<IntakeStock> intake = Optional.empty();
  private MandateScope scope = MandateScope.ASSESS;
  private MandateId mandate = grant(own, guest, scope, period());

  House house() {
    return house;
  }

  Body own() {
    return own;
  }

  Body foreign() {
    return foreign;
  }

  ProviderId guest() {
    return guest;
  }

  AccountId person() {
    return person;
  }

  AssessmentId assessment() {
    return assessment;
  }

  AttachmentId attachment() {
    return attachment;
  }

  /// The plan in force; made when it is first asked for.
  StoredPlan plan() {
    return house
        .plans()
        .inForce(clerk, own.id())
        .map(PlanView::plan)
        .orElseGet(() -> house.plans().make(clerk, own.id(), assessment, wish()));
  }

  /// A report with a file; made when it is first asked for.
  IntakeStock intake() {
    IntakeStock stock = intake.orElseGet(() -> IntakeStock.in(house));
    intake = Optional.of(stock);
    return stock;
  }

  String calendar() {
    return calendar;
  }

  String invitation() {
    return invitation;
  }

  /// A mandate of the first body: that of the firm of whoever asks, when it has one.
  MandateId mandate() {
    return mandate;
  }

  /// What a vendor may be brought in for under it.
  Set<MandateScope> scopes() {
    return Set.of(scope);
  }

  /// Completes the assessment: only then can another one start.
  void close() {
    house.assessments().complete(clerk, own.id(), assessment);
  }

  /// A question with an answer.
  static String answered() {
    return ASKED.getFirst().id();
  }

  /// Its best answer.
  static String choice() {
    return ASKED.getFirst().choices().getLast().id();
  }

  /// A question said to be not applicable, not yet accepted.
  static String waiting() {
    return ASKED.getLast().id();
  }

  static PlanDesk.Wish wish() {
    Limits limits = new Limits(Money.euros(12_000), Optional.empty(), Optional.empty(), 40, 12);
    return new PlanDesk.Wish(limits, Set.of(), Map.of(), Set.of(), 1);
  }

  /// A day that has begun.
  Period period() {
    Instant now = house.clock().instant();
    return new Period(now, now.plus(Duration.ofDays(1)));
  }

  /// When a mandate holds.
  record Period(Instant from, Instant until) {}

  /// Somebody of a firm with a mandate of this body.
  Caller mandated(Body body, MandateScope scope, Period period) {
    ProviderId firm = house.provider("Rempart").id();
    MandateId granted = grant(body, firm, scope, period);
    if (body.equals(own)) {
      mandate = granted;
      this.scope = scope;
    }
    return house.account("Sacha", new Membership.OfProvider(firm, ProviderRole.AUDITOR)).caller();
  }

  /// The same, until it was revoked.
  Caller revoked(MandateScope scope) {
    Caller caller = mandated(own, scope, period());
    house.mandates().revoke(clerk, own.id(), mandate);
    return caller;
  }

  private MandateId grant(Body body, ProviderId firm, MandateScope scope, Period period) {
    Caller signs = body.equals(own) ? clerk : neighbour;
    BodyId id = body.id();
    return house
        .mandates()
        .grant(
            signs,
            id,
            new MandateDesk.Grant(firm, Set.of(scope), period.from(), period.until(), true))
        .id();
  }

  private AssessmentId assess() {
    AssessmentId id = house.assessments().start(clerk, own.id(), Depth.FLASH).id();
    Answer none = Answer.declared(ASKED.getFirst().choices().getFirst().id());
    house.assessments().answer(clerk, own.id(), id, answered(), none, 0);
    Answer without = new Answer.NotApplicable("Rien de tel ici", Optional.empty());
    house.assessments().answer(clerk, own.id(), id, waiting(), without, 0);
    return id;
  }
}
