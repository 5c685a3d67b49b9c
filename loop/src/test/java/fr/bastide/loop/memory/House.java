package fr.bastide.loop.memory;

import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Measure;
import fr.bastide.assessment.Referential;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Language;
import fr.bastide.loop.AccountId;
import fr.bastide.loop.ProviderId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Gate;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.ProviderRole;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.SignInDesk;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.board.BoardDesk;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.loop.example.ExampleTerritory;
import fr.bastide.loop.intake.HoursDesk;
import fr.bastide.loop.intake.Notices;
import fr.bastide.loop.intake.QueueDesk;
import fr.bastide.loop.intake.ReportDesk;
import fr.bastide.loop.journal.JournalCheck;
import fr.bastide.loop.journal.JournalDesk;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.mandate.Provider;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.Reminders;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// All desks over a store in memory, with a clock to set: a whole house for tests.
public final class House {

  /// The address at which the house is reached.
  public static final String URL = "https://bastide.example";

  /// The password of every account that [#account] makes.
  public static final String PASSWORD = "un cheval de bastide";

  private static final int FEW = 6;

  private final MemoryPorts ports = new MemoryPorts();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
  private final PlainHasher hasher = new PlainHasher();
  private final AtomicInteger count = new AtomicInteger();
  private final Referential referential;
  private final Threshold threshold;
  private final AccountDesk accounts;
  private final SignInDesk signIn;
  private final MandateDesk mandates;
  private final BodyDesk bodies;
  private final AssessmentDesk assessments;
  private final PlanDesk plans;
  private final BoardDesk boards;
  private final JournalDesk journal;
  private final Reminders reminders;
  private final MemoryCases cases = new MemoryCases();
  private final ReportDesk reports;
  private final QueueDesk queue;
  private final HoursDesk hours;
  private final Notices notices;

  /// A house with the referential that comes with Bastide.
  public House() {
    this(Referential.builtin());
  }

  /// A house with another referential.
  public House(Referential referential) {
    this.referential = referential;
    Gate gate = new Gate(ports.mandates(), clock);
    threshold = new Threshold(ports.transactions(), gate, ports.journal(), clock);
    accounts =
        new AccountDesk(
            threshold,
            ports.accounts(),
            ports.invitations(),
            ports.apiTokens(),
            ports.letters(),
            hasher,
            URL);
    signIn =
        new SignInDesk(
            threshold, ports.accounts(), ports.apiTokens(), ports.signInFailures(), hasher);
    mandates = new MandateDesk(threshold, ports.mandates(), ports.providers());
    bodies = new BodyDesk(threshold, ports.bodies(), mandates);
    assessments =
        new AssessmentDesk(
            threshold, ports.bodies(), ports.assessments(), ports.attachments(), referential);
    plans =
        new PlanDesk(threshold, ports.accounts(), ports.assessments(), assessments, ports.plans());
    boards = new BoardDesk(threshold, ports.boards(), referential.scale().version());
    journal = new JournalDesk(threshold, ports.journal());
    reminders =
        new Reminders(
            threshold,
            ports.bodies(),
            ports.plans(),
            ports.accounts(),
            ports.letters(),
            referential,
            URL);
    reports =
        new ReportDesk(
            threshold,
            ports.reports(),
            ports.conversations(),
            ports.letters(),
            Optional.of(cases),
            URL);
    queue =
        new QueueDesk(
            threshold,
            ports.reports(),
            ports.conversations(),
            ports.letters(),
            Optional.of(cases),
            URL);
    hours = new HoursDesk(threshold, ports.openingTimes());
    notices =
        new Notices(
            threshold,
            ports.reports(),
            ports.openingTimes(),
            ports.accounts(),
            ports.letters(),
            URL);
  }

  /// A house whose referential has a few measures alone, all about flash questions: plans are made
  /// at once.
  public static House withFewMeasures() {
    Referential all = Referential.builtin();
    Map<String, Measure> few = new LinkedHashMap<>();
    all.measures().values().stream()
        .filter(measure -> measure.prerequisites().isEmpty())
        .filter(
            measure -> measure.effects().stream().anyMatch(effect -> flash(all, effect.question())))
        .limit(FEW)
        .forEach(measure -> few.put(measure.id(), measure));
    return new House(
        new Referential(all.version(), all.scale(), all.themes(), all.questions(), few));
  }

  private static boolean flash(Referential referential, String question) {
    return referential.question(question).filter(q -> q.depth() == Depth.FLASH).isPresent();
  }

  /// The store.
  public MemoryPorts ports() {
    return ports;
  }

  /// The clock of the house.
  public SettableClock clock() {
    return clock;
  }

  /// The hasher of passwords.
  public PlainHasher hasher() {
    return hasher;
  }

  /// What is asked.
  public Referential referential() {
    return referential;
  }

  /// What every use case crosses.
  public Threshold threshold() {
    return threshold;
  }

  /// The desk of accounts.
  public AccountDesk accounts() {
    return accounts;
  }

  /// The desk of signing in.
  public SignInDesk signIn() {
    return signIn;
  }

  /// The desk of mandates.
  public MandateDesk mandates() {
    return mandates;
  }

  /// The desk of bodies; the official register is not in it until [BodyDesk#open].
  public BodyDesk bodies() {
    return bodies;
  }

  /// The desk of assessments.
  public AssessmentDesk assessments() {
    return assessments;
  }

  /// The desk of plans.
  public PlanDesk plans() {
    return plans;
  }

  /// The desk of boards.
  public BoardDesk boards() {
    return boards;
  }

  /// The desk of the journal.
  public JournalDesk journal() {
    return journal;
  }

  /// What writes reminders.
  public Reminders reminders() {
    return reminders;
  }

  /// The desk at which attacks are told.
  public ReportDesk reports() {
    return reports;
  }

  /// The desk of the operators.
  public QueueDesk queue() {
    return queue;
  }

  /// The desk of the hours.
  public HoursDesk hours() {
    return hours;
  }

  /// What tells those on call.
  public Notices notices() {
    return notices;
  }

  /// Where reports become cases.
  public MemoryCases cases() {
    return cases;
  }

  /// What fills the territory with examples.
  public ExampleTerritory examples(long seed) {
    return new ExampleTerritory(
        threshold,
        new ExampleTerritory.Ports(
            ports.bodies(),
            ports.assessments(),
            ports.accounts(),
            ports.providers(),
            ports.mandates(),
            ports.plans()),
        referential,
        hasher,
        seed);
  }

  /// A commune of 3,000 inhabitants in Ariège, another one each time.
  public Body body(String name) {
    String code = "09%03d".formatted(count.incrementAndGet());
    Body body =
        new Body(
            new BodyId("commune-" + code),
            BodyForm.COMMUNE,
            name,
            Optional.empty(),
            Optional.of(code),
            "09",
            "76",
            Optional.of(3_000),
            Optional.empty(),
            Optional.empty(),
            false);
    ports.bodies().addAll(List.of(body));
    return body;
  }

  /// A provider, another one each time.
  public Provider provider(String name) {
    Provider provider = new Provider(ProviderId.random(), name, Optional.empty(), "Albi");
    ports.providers().add(provider);
    return provider;
  }

  /// An account of this name with these hats; its address is `p<number>@bastide.example`.
  public Account account(String name, Membership... hats) {
    Account account =
        new Account(
            AccountId.random(),
            "p" + count.incrementAndGet() + "@bastide.example",
            name,
            Language.FR,
            Optional.of(hasher.hash(PASSWORD)),
            Set.of(hats),
            Optional.empty(),
            clock.instant());
    ports.accounts().add(account);
    return account;
  }

  /// Somebody of a body.
  public Caller of(Body body, BodyRole role) {
    return account(role + " de " + body.name(), new Membership.OfBody(body.id(), role)).caller();
  }

  /// Somebody of a provider.
  public Caller of(Provider provider, ProviderRole role) {
    return account(role + " de " + provider.name(), new Membership.OfProvider(provider.id(), role))
        .caller();
  }

  /// Somebody of the centre.
  public Caller of(CentreRole role) {
    return account(role + " du centre", new Membership.OfCentre(role)).caller();
  }

  /// What the journal says of itself, against its present head.
  public JournalCheck.Verdict verdict() {
    JournalCheck check = new JournalCheck(ports.chain(), Optional.of(ports.journal().head()));
    ports.journal().readAll(check);
    return check.verdict();
  }

  /// The acts in the journal, oldest first.
  public List<String> acts() {
    return ports.journal().latest(Integer.MAX_VALUE).reversed().stream()
        .map(entry -> entry.event().act())
        .toList();
  }
}
