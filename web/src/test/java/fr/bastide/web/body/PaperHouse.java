package fr.bastide.web.body;

import fr.bastide.assessment.Referential;
import fr.bastide.kernel.BodyForm;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Language;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Gate;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.account.PasswordHasher;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.body.BodyDesk;
import fr.bastide.loop.example.ExampleTerritory;
import fr.bastide.loop.journal.JournalDesk;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.memory.MemoryPorts;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.web.PublicAddress;
import fr.bastide.web.Settings;
import fr.bastide.web.frame.Frame;
import fr.bastide.web.frame.Navigation;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Texts;
import fr.bastide.web.frame.Theme;
import fr.bastide.web.frame.Visitor;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// A whole house in memory with two bodies, of which the first has invented assessments and a plan:
/// what pages are drawn from without server and without database.
public final class PaperHouse {

  /// When it is, in this house.
  public static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");

  /// The body with assessments and a plan.
  public static final BodyId FULL = new BodyId("commune-09194");

  /// A body that has only just been invited.
  public static final BodyId EMPTY = new BodyId("commune-09042");

  final InstantSource clock = Clock.fixed(NOW, ZoneOffset.UTC);
  final MemoryPorts ports = new MemoryPorts();
  final Threshold threshold =
      new Threshold(
          ports.transactions(), new Gate(ports.mandates(), clock), ports.journal(), clock);
  final MandateDesk mandates = new MandateDesk(threshold, ports.mandates(), ports.providers());
  final BodyDesk bodies = new BodyDesk(threshold, ports.bodies(), mandates);
  final AssessmentDesk assessments =
      new AssessmentDesk(
          threshold,
          ports.bodies(),
          ports.assessments(),
          ports.attachments(),
          Referential.builtin());
  final PlanDesk plans =
      new PlanDesk(threshold, ports.accounts(), ports.assessments(), assessments, ports.plans());
  final AccountDesk accounts =
      new AccountDesk(
          threshold,
          ports.accounts(),
          ports.invitations(),
          ports.apiTokens(),
          ports.letters(),
          new Plain(),
          "https://bastide.example");
  final JournalDesk journal = new JournalDesk(threshold, ports.journal());
  final PublicAddress address = new PublicAddress(URI.create("https://bastide.example"));

  /// A house filled with the examples of this seed.
  public PaperHouse(long seed) {
    ports.bodies().addAll(List.of(body(FULL, "Mirepoix", 3_100), body(EMPTY, "Belpech", 400)));
    bodies.open();
    new ExampleTerritory(
            threshold,
            new ExampleTerritory.Ports(
                ports.bodies(),
                ports.assessments(),
                ports.accounts(),
                ports.providers(),
                ports.mandates(),
                ports.plans()),
            assessments.referential(),
            new Plain(),
            seed)
        .fill("76", 1, "une phrase de passe");
  }

  /// The scenes of its pages.
  public Scenes scenes() {
    return new Scenes(threshold, bodies, assessments);
  }

  /// Its plans.
  public PlanDesk plans() {
    return plans;
  }

  /// Its assessments.
  public AssessmentDesk assessments() {
    return assessments;
  }

  /// Its clock.
  public InstantSource clock() {
    return clock;
  }

  /// Its public address.
  public PublicAddress address() {
    return address;
  }

  /// The elected official of [#FULL].
  public Caller mayor() {
    return known("maire");
  }

  /// The auditor whom [#FULL] mandated.
  public Caller auditor() {
    return known("auditrice");
  }

  /// The lead of the regional centre's response team.
  public Caller lead() {
    return known("csirt");
  }

  /// The data-protection officer of [#FULL], who reads alone.
  public Caller reader() {
    return Caller.person(
        fr.bastide.loop.AccountId.random(),
        "Dany Exemple",
        java.util.Set.of(new Membership.OfBody(FULL, BodyRole.DATA_PROTECTION_OFFICER)));
  }

  /// The elected official of [#EMPTY].
  public Caller newcomer() {
    return Caller.person(
        fr.bastide.loop.AccountId.random(),
        "Nour Exemple",
        java.util.Set.of(new Membership.OfBody(EMPTY, BodyRole.OFFICIAL)));
  }

  /// Somebody of the State, who sees aggregates alone.
  public Caller observer() {
    return Caller.person(
        fr.bastide.loop.AccountId.random(),
        "Sacha Exemple",
        java.util.Set.of(new Membership.OfCentre(CentreRole.STATE_OBSERVER)));
  }

  /// The HTML of a page.
  public static String draw(Object answer, Language language, String path) {
    if (!(answer instanceof Page page)) {
      throw new AssertionError("not a page: " + answer);
    }
    StringOutput output = new StringOutput();
    page.body().apply(frame(language, path)).render(output);
    return output.toString();
  }

  private Caller known(String mailbox) {
    Account account = ports.accounts().findByEmail(mailbox + "@exemple.invalid").orElseThrow();
    return account.caller();
  }

  private static Frame frame(Language language, String path) {
    return new Frame(
        Texts.in(language),
        Theme.AUTO,
        path,
        "",
        new Visitor(Caller.VISITOR, Optional.empty()),
        new Navigation(List.of()),
        new Settings.Centre(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        name -> "/assets/" + name,
        () -> new Frame.CsrfField("_csrf", "token"));
  }

  private static Body body(BodyId id, String name, int population) {
    return new Body(
        id,
        BodyForm.COMMUNE,
        name,
        Optional.empty(),
        Optional.of(id.value().substring(8)),
        "09",
        "76",
        Optional.of(population),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /// Keeps passwords as they are: nobody signs in here.
  private static final class Plain implements PasswordHasher {

    @Override
    public String hash(String password) {
      return password;
    }

    @Override
    public boolean matches(String password, String hash) {
      return hash.equals(password);
    }
  }
}
