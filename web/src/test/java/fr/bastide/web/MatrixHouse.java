package fr.bastide.web;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.kernel.BodyId;
import fr.bastide.kernel.Money;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.ProviderRole;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.Attachment;
import fr.bastide.loop.mandate.Mandate;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.loop.mandate.MandateScope;
import fr.bastide.loop.mandate.Provider;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.StoredPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A body with something of everything in it, each thing carrying [#MARK], and one person of each
/// kind to look at it.
final class MatrixHouse {

  /// In everything that only those entitled may read.
  static final String MARK = "MARQUEURDELORGANISMEA";

  static final BodyId A = new BodyId("commune-12145");
  static final BodyId B = new BodyId("commune-12202");

  private final TestServer server;
  private final Map<String, Account> people = new LinkedHashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> fields = new HashMap<>();

  MatrixHouse(TestServer server) {
    this.server = server;
    Provider firm = firm("Avec mandat");
    Provider other = firm("Sans mandat");
    Provider past = firm("Mandat expiré");
    Account official = join("official", ofBody(A, BodyRole.OFFICIAL));
    join("referent", ofBody(A, BodyRole.REFERENT));
    join("dpo", ofBody(A, BodyRole.DATA_PROTECTION_OFFICER));
    join("foreign", ofBody(B, BodyRole.REFERENT));
    join("auditor", new Membership.OfProvider(firm.id(), ProviderRole.AUDITOR));
    join("unmandated", new Membership.OfProvider(other.id(), ProviderRole.AUDITOR));
    join("expired", new Membership.OfProvider(past.id(), ProviderRole.AUDITOR));
    join("lead", new Membership.OfCentre(CentreRole.CSIRT_LEAD));
    join("programme", new Membership.OfCentre(CentreRole.PROGRAMME_OFFICER));
    join("observer", new Membership.OfCentre(CentreRole.STATE_OBSERVER));
    join("admin", new Membership.OfCentre(CentreRole.ADMINISTRATOR));
    String spare = fresh();
    mandates(official.caller(), firm, past);
    assess(official.caller());
    variables.put("body", A.value());
    variables.put("person", spare);
    fields.put("provider", quoted(firm.id()));
    variables.put("provider", firm.id().toString());
  }

  /// Everybody but the visitor, in the order of the columns.
  Map<String, Account> people() {
    return people;
  }

  /// What stands for a variable of a path.
  String variable(String name) {
    return variables.getOrDefault(name, UUID.randomUUID().toString());
  }

  /// Somebody new of body A, for whoever takes people off it.
  String fresh() {
    Account spare = server.person(ofBody(A, BodyRole.REFERENT));
    desk(AccountDesk.class).setProfile(spare.caller(), "Personne " + MARK, spare.language());
    return spare.id().toString();
  }

  /// The values that the requests of the API need, by field, as JSON.
  Map<String, String> fields() {
    return fields;
  }

  private void mandates(Caller official, Provider firm, Provider past) {
    MandateDesk desk = desk(MandateDesk.class);
    Instant now = Instant.now();
    Instant later = now.plus(Duration.ofDays(30));
    Mandate active =
        desk.grant(
            official,
            A,
            new MandateDesk.Grant(firm.id(), Set.of(MandateScope.ASSESS), now, later, true));
    variables.put("active", active.id().toString());
    Mandate expired =
        desk.grant(
            official,
            A,
            new MandateDesk.Grant(
                past.id(),
                Set.of(MandateScope.ASSESS),
                now.minus(Duration.ofDays(30)),
                now.minus(Duration.ofDays(1)),
                true));
    variables.put("mandate", expired.id().toString());
    fields.put("from", quoted(now.plusSeconds(60)));
    fields.put("until", quoted(later.minusSeconds(60)));
  }

  private void assess(Caller official) {
    AssessmentDesk desk = desk(AssessmentDesk.class);
    Assessment open = desk.start(official, A, Depth.FLASH);
    Question question = desk.referential().questions(Depth.FLASH).findFirst().orElseThrow();
    String choice = question.choices().getFirst().id();
    Evidence noted = new Evidence(EvidenceLevel.DECLARED, Optional.empty(), Optional.empty(), MARK);
    desk.answer(official, A, open.id(), question.id(), new Answer.Given(choice, noted), 0);
    Attachment file =
        desk.attach(
            official,
            A,
            open.id(),
            question.id(),
            MARK + ".txt",
            MARK.getBytes(StandardCharsets.UTF_8));
    Limits limits = new Limits(Money.euros(5_000), Optional.empty(), Optional.empty(), 20, 12);
    String refused = desk.referential().measures().keySet().iterator().next();
    StoredPlan plan =
        desk(PlanDesk.class)
            .make(
                official,
                A,
                open.id(),
                new PlanDesk.Wish(limits, Set.of(), Map.of(refused, MARK), Set.of(), 1));
    variables.put("id", open.id().toString());
    variables.put("theme", question.theme());
    variables.put("question", question.id());
    variables.put("attachment", file.id().toString());
    variables.put("file", file.id().toString());
    variables.put("plan", plan.id().toString());
    variables.put("measure", refused);
    variables.put("step", "1");
    fields.put("assessment", quoted(open.id()));
    fields.put("choice", quoted(choice));
    fields.put("seen", "1");
    fields.put("evidence", "{\"level\":\"declared\",\"note\":\"" + MARK + "\"}");
    fields.put("SentInvitation.role", quoted("referent"));
    fields.put("SentMove.evidence", "");
    fields.put("SentGuest.provider", "");
    fields.put("SentGuest.providerRole", "");
    fields.put("SentBody.form", quoted("syndicate"));
    fields.put("SentToken.scopes", "[\"plans:read\"]");
    fields.put("email", quoted("quelquun@exemple.fr"));
    fields.put("centreRole", quoted("csirt-operator"));
    fields.put("departement", quoted("12"));
    fields.put("days", "2");
    fields.put("months", "12");
    fields.put("budget", "1000");
  }

  private Provider firm(String name) {
    return desk(MandateDesk.class)
        .addProvider(server.administrator().caller(), name, Optional.empty(), "Rodez");
  }

  private Account join(String kind, Membership hat) {
    Account account = server.person(hat);
    people.put(kind, account);
    return account;
  }

  private <T> T desk(Class<T> type) {
    return server.context().getBean(type);
  }

  private static Membership ofBody(BodyId body, BodyRole role) {
    return new Membership.OfBody(body, role);
  }

  private static String quoted(Object value) {
    return '"' + value.toString() + '"';
  }
}
