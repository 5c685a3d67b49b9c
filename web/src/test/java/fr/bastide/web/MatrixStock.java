package fr.bastide.web;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Money;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.StoredAnswer;
import fr.bastide.loop.intake.Channel;
import fr.bastide.loop.intake.QueueDesk;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportForm;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.mandate.Provider;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.StoredPlan;
import fr.bastide.web.intake.SampleFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What body A has, each thing carrying [#MARK]; and what the next call needs to be a good one,
/// made anew once a call has used it up.
final class MatrixStock {

  /// In everything that only those entitled may read.
  static final String MARK = "MARQUEURDELORGANISMEA";

  private final TestServer server;
  private final MatrixHouse house;
  private final Caller clerk;
  private final Caller operator;
  private final Question first;
  private final Question second;
  private final Provider guest;
  private final Map<String, String> things = new HashMap<>();
  private int count;

  MatrixStock(TestServer server, MatrixHouse house) {
    this.server = server;
    this.house = house;
    this.clerk = house.clerk().caller();
    this.operator = server.person(new Membership.OfCentre(CentreRole.CSIRT_OPERATOR)).caller();
    Iterator<Question> flash =
        desk(AssessmentDesk.class).referential().questions(Depth.FLASH).iterator();
    this.first = flash.next();
    this.second = flash.next();
    this.guest = house.firm("Nouveau venu");
    things.put("body", MatrixHouse.A.value());
    things.put("kind", "ransomware");
    things.put("theme", first.theme());
    things.put("question", first.id());
    things.put("choice", first.choices().getFirst().id());
    things.put("accepted-theme", second.theme());
    things.put("accepted-question", second.id());
    things.put("guest", guest.id().toString());
    things.put("key", desk(PlanDesk.class).newCalendarKey(clerk, MatrixHouse.A));
    assess();
    plan();
    person();
    mandate();
    invitation();
    things.put("token", token(house.clerk()));
    things.put("step", "words");
    report();
  }

  /// A thing by its name: a variable of a path, or what a field needs.
  String thing(String name) {
    return Objects.requireNonNull(things.get(name), name);
  }

  /// A name that nothing has yet.
  String name() {
    return "Organisme numéro " + count++;
  }

  /// Makes anew what the last call to a route used up.
  void renew(MatrixRoute route) {
    String path = route.path();
    if (path.endsWith("/assessments")) {
      close();
    } else if (path.contains("/assessments/")) {
      assess();
    }
    if (path.contains("/measures/") || path.contains("/items/")) {
      follow();
    }
    if (path.contains("{person}")) {
      person();
    }
    if (path.contains("{mandate}")) {
      mandate();
    }
    if (path.startsWith("/report/") || path.contains("/reports/{report}")) {
      report();
    }
    if (path.contains("{secret}")) {
      invitation();
    }
  }

  /// The identifier of a new token of this very caller, for whoever ends one.
  String token(Account owner) {
    Set<TokenScope> rare = Set.of(TokenScope.BOARD_READ);
    house.token(owner, rare);
    return desk(AccountDesk.class).tokens(owner.caller()).stream()
        .filter(token -> token.scopes().equals(rare))
        .findFirst()
        .orElseThrow()
        .id()
        .toString();
  }

  private Optional<Assessment> open() {
    return desk(AssessmentDesk.class).ofBody(clerk, MatrixHouse.A).stream()
        .filter(Assessment::open)
        .findFirst();
  }

  private void close() {
    open().ifPresent(one -> desk(AssessmentDesk.class).complete(clerk, MatrixHouse.A, one.id()));
  }

  /// An open assessment with an answer, a file, and an answer that waits to be accepted.
  private void assess() {
    AssessmentDesk desk = desk(AssessmentDesk.class);
    Assessment open = open().orElseGet(() -> desk.start(clerk, MatrixHouse.A, Depth.FLASH));
    things.put("id", open.id().toString());
    Map<String, StoredAnswer> answers = desk.view(clerk, MatrixHouse.A, open.id()).answers();
    String choice = first.choices().getFirst().id();
    Evidence noted = new Evidence(EvidenceLevel.DECLARED, Optional.empty(), Optional.empty(), MARK);
    int seen = version(answers, first);
    desk.answer(clerk, MatrixHouse.A, open.id(), first.id(), new Answer.Given(choice, noted), seen);
    things.put("seen", Integer.toString(seen + 1));
    int waits = version(answers, second);
    Answer.NotApplicable none = new Answer.NotApplicable(MARK, Optional.empty());
    desk.answer(clerk, MatrixHouse.A, open.id(), second.id(), none, waits);
    things.put("accepted-seen", Integer.toString(waits + 1));
    String file =
        desk.attach(
                clerk,
                MatrixHouse.A,
                open.id(),
                first.id(),
                MARK + ".txt",
                MARK.getBytes(StandardCharsets.UTF_8))
            .id()
            .toString();
    things.put("attachment", file);
    things.put("file", file);
  }

  private static int version(Map<String, StoredAnswer> answers, Question question) {
    return Optional.ofNullable(answers.get(question.id())).map(StoredAnswer::version).orElse(0);
  }

  private void plan() {
    Limits limits = new Limits(Money.euros(5_000), Optional.empty(), Optional.empty(), 20, 12);
    String refused = desk(AssessmentDesk.class).referential().measures().keySet().iterator().next();
    PlanDesk desk = desk(PlanDesk.class);
    StoredPlan plan =
        desk.make(
            clerk,
            MatrixHouse.A,
            AssessmentId.parse(thing("id")),
            new PlanDesk.Wish(limits, Set.of(), Map.of(refused, MARK), Set.of(), 1));
    things.put("plan", plan.id().toString());
    things.put("measure", refused);
    things.put("moved", "0");
  }

  /// The first measure of the plan in force, as it stands.
  private void follow() {
    StoredPlan plan = desk(PlanDesk.class).inForce(clerk, MatrixHouse.A).orElseThrow().plan();
    PlanItem item = plan.items().getFirst();
    things.put("plan", plan.id().toString());
    things.put("measure", item.measure());
    things.put("moved", Integer.toString(item.version()));
  }

  private void person() {
    Account spare = server.person(new Membership.OfBody(MatrixHouse.A, BodyRole.REFERENT));
    desk(AccountDesk.class).setProfile(spare.caller(), "Personne " + MARK, spare.language());
    things.put("person", spare.id().toString());
  }

  private void mandate() {
    Instant now = Instant.now();
    Instant later = now.plus(Duration.ofDays(1));
    things.put("mandate", house.grant(guest, MandateScope.INSPECT, now, later).id().toString());
  }

  /// A report that nobody has taken, with a file.
  private void report() {
    QueueDesk desk = desk(QueueDesk.class);
    Report report =
        desk.bring(operator, Channel.CALL, Language.FR, Map.of(ReportForm.MAIL, "zoe@exemple.fr"));
    String link = desk.newLink(operator, report.id()).secret();
    // Whoever has the link reads the report, but not what others only claim about it.
    String file = SampleFile.of(server, report.id().toString(), MARK, MARK + ".txt");
    things.put("link", link);
    things.put("report", report.id().toString());
    things.put("piece", file);
    things.put("version", Integer.toString(report.version()));
  }

  private void invitation() {
    things.put(
        "secret",
        desk(AccountDesk.class)
            .invite(
                server.administrator().caller(),
                new Membership.OfCentre(CentreRole.OBSERVATORY_EDITOR),
                "le centre",
                "invite" + count++ + "@exemple.fr",
                Language.FR)
            .value());
  }

  private <T> T desk(Class<T> type) {
    return server.context().getBean(type);
  }
}
