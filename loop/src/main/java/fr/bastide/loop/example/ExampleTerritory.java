package fr.bastide.loop.example;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Referential;
import fr.bastide.assessment.Scorer;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.assessment.plan.PlanRequest;
import fr.bastide.assessment.plan.Planner;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.MandateId;
import fr.bastide.loop.PlanId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.ProviderRole;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.Accounts;
import fr.bastide.loop.account.PasswordHasher;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.Assessments;
import fr.bastide.loop.assess.Result;
import fr.bastide.loop.assess.StoredAnswer;
import fr.bastide.loop.body.Bodies;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.mandate.Mandates;
import fr.bastide.loop.mandate.Provider;
import fr.bastide.loop.mandate.Providers;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.Plans;
import fr.bastide.loop.plan.StoredPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Fills an empty territory with invented assessments of real bodies. Every one of them is marked
/// as an example, and so is shown on every page; the people are invented too.
public final class ExampleTerritory {

  private static final int PLANNED = 8;

  private final Threshold threshold;
  private final Ports ports;
  private final Referential referential;
  private final PasswordHasher hasher;
  private final RandomGenerator random;
  private final ExampleAnswers answers;
  private final Scorer scorer;
  private final Planner planner;

  /// Where examples are kept.
  public record Ports(
      Bodies bodies,
      Assessments assessments,
      Accounts accounts,
      Providers providers,
      Mandates mandates,
      Plans plans) {}

  /// Somebody invented who can sign in.
  ///
  /// @param email with which to sign in
  /// @param hat what the person is, for whoever tries it out
  public record Invented(String email, Membership hat) {}

  /// A filler over these; the seed decides everything that is invented.
  public ExampleTerritory(
      Threshold threshold, Ports ports, Referential referential, PasswordHasher hasher, long seed) {
    this.threshold = threshold;
    this.ports = ports;
    this.referential = referential;
    this.hasher = hasher;
    this.random = new SplittableRandom(seed);
    this.answers = new ExampleAnswers(referential, random);
    this.scorer = new Scorer(referential);
    this.planner = new Planner(referential);
  }

  /// Fills the territory, once: a second call finds the examples and changes nothing.
  ///
  /// @param region the region's code
  /// @param count how many bodies
  /// @param password with which all invented people sign in
  /// @return the invented people; empty when the examples were there already, or the region has no
  ///   body to show
  public List<Invented> fill(String region, int count, String password) {
    if (known("administratrice@exemple.invalid")) {
      return List.of();
    }
    String hash = hasher.hash(password);
    List<Body> chosen = choose(region, count);
    if (chosen.isEmpty()) {
      return List.of();
    }
    List<Invented> people = new ArrayList<>();
    Account auditor =
        threshold.transactions().asHouse(() -> people(chosen.getFirst(), hash, people));
    for (Body body : chosen) {
      threshold.transactions().asHouse(() -> assess(body, auditor.id()));
    }
    for (Body body : chosen.subList(0, Math.min(PLANNED, chosen.size()))) {
      plan(body, auditor.id());
    }
    return people;
  }

  private boolean known(String email) {
    return threshold.transactions().asHouse(() -> ports.accounts().findByEmail(email).isPresent());
  }

  private List<Body> choose(String region, int count) {
    List<Body> all = new ArrayList<>();
    threshold
        .transactions()
        .asHouse(() -> {
          ports.bodies().readAll(all::add);
          return all.size();
        });
    List<Body> chosen = new ArrayList<>();
    all.stream()
        .filter(b -> b.region().equals(region))
        .filter(b -> b.form() == BodyForm.COMMUNE || b.form() == BodyForm.EPCI)
        .filter(b -> b.population().orElse(0) >= 500)
        .sorted(Comparator.comparing((Body b) -> b.id().value()))
        .forEach(chosen::add);
    Collections.shuffle(chosen, Random.from(random));
    chosen.sort(Comparator.comparing(b -> !small(b)));
    return chosen.stream().filter(this::untouched).limit(count).toList();
  }

  /// What people have begun for real is left alone.
  private boolean untouched(Body body) {
    return threshold.transactions().asHouse(() -> ports.assessments().ofBody(body.id()).isEmpty());
  }

  /// The first example is a town of about three thousand inhabitants.
  private static boolean small(Body body) {
    int population = body.population().orElse(0);
    return body.form() == BodyForm.COMMUNE && population >= 2_800 && population <= 3_200;
  }

  private Account people(Body first, String hash, List<Invented> people) {
    ProviderId firm = ProviderId.random();
    ports
        .providers()
        .add(new Provider(firm, "Rempart Conseil (exemple)", Optional.empty(), "Toulouse"));
    Instant now = threshold.clock().instant();
    invent(
        "Camille Exemple",
        "administratrice",
        new Membership.OfCentre(CentreRole.ADMINISTRATOR),
        hash,
        people);
    invent(
        "Dominique Exemple", "csirt", new Membership.OfCentre(CentreRole.CSIRT_LEAD), hash, people);
    invent(
        "Claude Exemple",
        "programme",
        new Membership.OfCentre(CentreRole.PROGRAMME_OFFICER),
        hash,
        people);
    invent(
        "Sacha Exemple", "etat", new Membership.OfCentre(CentreRole.STATE_OBSERVER), hash, people);
    Account mayor =
        invent(
            "Maxime Exemple",
            "maire",
            new Membership.OfBody(first.id(), BodyRole.OFFICIAL),
            hash,
            people);
    invent(
        "Andréa Exemple",
        "referent",
        new Membership.OfBody(first.id(), BodyRole.REFERENT),
        hash,
        people);
    Account auditor =
        invent(
            "Alix Exemple",
            "auditrice",
            new Membership.OfProvider(firm, ProviderRole.AUDITOR),
            hash,
            people);
    ports
        .mandates()
        .add(
            new Mandate(
                MandateId.random(),
                first.id(),
                firm,
                Set.of(MandateScope.ASSESS),
                now.minus(Duration.ofDays(30)),
                now.plus(Duration.ofDays(335)),
                mayor.id(),
                true,
                Optional.empty(),
                Optional.empty()));
    return auditor;
  }

  private Account invent(
      String name, String mailbox, Membership hat, String hash, List<Invented> people) {
    Account account =
        new Account(
            AccountId.random(),
            mailbox + "@exemple.invalid",
            name,
            Language.FR,
            Optional.of(hash),
            Set.of(hat),
            Optional.empty(),
            threshold.clock().instant());
    ports.accounts().add(account);
    people.add(new Invented(account.email(), hat));
    return account;
  }

  private int assess(Body body, AccountId author) {
    double maturity = Math.clamp(0.45 + random.nextGaussian() * 0.2, 0.05, 0.95);
    int times = 1 + random.nextInt(3);
    Instant now = threshold.clock().instant();
    for (int i = times - 1; i >= 0; i--) {
      Instant at = now.minus(Duration.ofDays(10 + i * 180L + random.nextInt(60)));
      keep(body, author, Math.clamp(maturity - 0.1 * i, 0.02, 1), at);
    }
    return times;
  }

  private void keep(Body body, AccountId author, double maturity, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, AssessmentDesk.ZONE);
    Map<String, Answer> invented = answers.invent(Depth.STANDARD, maturity, day);
    AnswerSheet sheet = new AnswerSheet(Depth.STANDARD, body.size(), day, invented);
    AssessmentId id = AssessmentId.random();
    Assessment assessment =
        new Assessment(
            id,
            body.id(),
            Depth.STANDARD,
            referential.version(),
            at.minus(Duration.ofDays(3)),
            author,
            Optional.empty(),
            Optional.empty(),
            true);
    ports.assessments().add(assessment);
    List<StoredAnswer> stored = new ArrayList<>();
    invented.forEach((question, answer) ->
        stored.add(
            new StoredAnswer(
                question, answer, 1, author, "Alix Exemple", at.minus(Duration.ofDays(2)))));
    ports.assessments().addAnswers(id, stored);
    ports.assessments().complete(id, at, Result.of(scorer.score(sheet)));
  }

  private void plan(Body body, AccountId author) {
    Assessment latest =
        threshold.transactions().asHouse(() -> ports.assessments().ofBody(body.id()).getFirst());
    Map<String, Answer> stored = new HashMap<>();
    threshold
        .transactions()
        .asHouse(() -> ports.assessments().answers(latest.id()))
        .forEach((question, answer) -> stored.put(question, answer.answer()));
    Instant now = threshold.clock().instant();
    LocalDate day = LocalDate.ofInstant(now, AssessmentDesk.ZONE);
    AnswerSheet sheet = new AnswerSheet(latest.depth(), body.size(), day, stored);
    PlanDesk.Wish wish = new PlanDesk.Wish(limits(), Set.of(), Map.of(), Set.of(), 1);
    Plan plan = planner.plan(PlanRequest.of(body.name(), sheet, wish.limits()));
    StoredPlan kept =
        StoredPlan.fresh(PlanId.random(), body.id(), latest.id(), wish, plan, now, author);
    threshold
        .transactions()
        .asHouse(() -> {
          ports.plans().add(kept);
          return kept.id();
        });
  }

  private Limits limits() {
    Money budget = Money.euros(8_000 + random.nextInt(5) * 3_000L);
    return new Limits(budget, Optional.empty(), Optional.empty(), 25 + random.nextInt(30), 12);
  }
}
