package fr.bastide.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import fr.bastide.kernel.BodyId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.access.ProviderRole;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.loop.mandate.MandateDesk;
import fr.bastide.web.TestBrowser;
import fr.bastide.web.TestServer;
import fr.bastide.web.access.SoftPasskey;
import fr.bastide.web.intake.SampleFile;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Calls every operation of the document on the real server, with real data, and holds each answer
/// against the schema of its status: once at least for what goes well, once for what does not.
class ApiContractTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final BodyId TOWN = new BodyId("commune-46102");
  private static final String JSON = Apis.JSON;

  private final Contract contract = new Contract(document());
  private final ApiProgram program = new ApiProgram(contract);
  private final Account person = join(BodyRole.OFFICIAL);
  private final String official = token(person);
  private final String colleague = token(join(BodyRole.REFERENT));
  private final String admin = token(SERVER.administrator());
  private final String lead = token(SERVER.person(new Membership.OfCentre(CentreRole.CSIRT_LEAD)));

  @Test
  void everyAnswerIsAsTheDocumentDescribesIt() throws Exception {
    program.know("body", TOWN.value());
    assertAll(
        this::open,
        this::account,
        this::register,
        this::people,
        this::mandates,
        this::assess,
        this::plan,
        this::territory,
        this::intake,
        this::refusals,
        () -> assertThat(contract.broken()).isEmpty());
    Set<String> missing = new TreeSet<>();
    for (Contract.Operation operation : contract.operations().values()) {
      Set<Integer> seen = contract.seen(operation.id());
      if (seen.stream().noneMatch(status -> status == operation.success())) {
        missing.add(operation.id() + " was never seen to go well");
      }
      if (seen.stream().noneMatch(status -> status >= 400)) {
        missing.add(operation.id() + " was never seen to be refused");
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyRequestHasAnExampleThatIsAsItsSchemaSays() {
    Set<String> examined = new TreeSet<>();
    for (Contract.Operation operation : contract.operations().values()) {
      if (operation.takes().isEmpty() || operation.takes().endsWith("octet-stream")) {
        continue;
      }
      JsonNode content = operation.says().at("/requestBody/content").get(operation.takes());
      assertThat(content.has("example")).as(operation.id() + " has an example").isTrue();
      assertThat(contract.faults(content.get("schema"), content.get("example").toString()))
          .as(operation.id())
          .isEmpty();
      examined.add(operation.id());
    }
    assertThat(examined).hasSizeGreaterThan(18);
  }

  @Test
  void theSchemasAreTightEnoughToRefuseWhatIsWrong() {
    JsonNode problem = reference("Problem");
    String right =
        "{\"type\":\"about:blank\",\"title\":\"t\",\"status\":404,\"detail\":\"d\",\"instance\":\"/x\"}";
    assertThat(contract.faults(problem, right)).isEmpty();
    assertThat(contract.faults(problem, right.replace("404", "200"))).isNotEmpty();
    assertThat(contract.faults(problem, right.replace("}", ",\"trace\":\"at java\"}")))
        .isNotEmpty();
    assertThat(contract.faults(problem, right.replace("\"detail\":\"d\",", ""))).isNotEmpty();
    for (JsonNode schema : document().at("/components/schemas")) {
      if (schema.path("type").asString("").equals("object") && !open(schema)) {
        assertThat(schema.path("additionalProperties").asBoolean(true)).as("" + schema).isFalse();
      }
    }
  }

  /// Only GeoJSON, which is not ours, may hold more than its schema says.
  private static boolean open(JsonNode schema) {
    return schema.path("properties").has("geometry") || schema.path("properties").has("features");
  }

  private void open() throws Exception {
    program.ok("", "apipages-document");
    program.ok("", "flash-referential");
    program.ok("", "flash-flash");
    program.ok("", "flash-firstSteps");
    program.ok("", "flash-report");
    program.ok("", "flash-answers");
    program.ok("", "register-search", "?q=figeac&limit=3", _ -> {});
    program.ok("", "file-template");
    program.ok("", "file-outlines");
  }

  private void account() throws Exception {
    program.ok(official, "account-own");
    program.ok(official, "account-profile");
    program.ok(official, "account-newToken");
    JsonNode tokens = program.ok(official, "account-tokens");
    program.know("token", label(tokens, "Tableau de bord de l’agglomération"));
    program.ok(official, "account-revoke");
    TestBrowser browser = new TestBrowser(SERVER);
    browser.signIn(person.email());
    JsonNode sessions = program.ok(official, "safety-sessions");
    assertThat(sessions).hasSize(1);
    program.know("session", sessions.get(0).get("handle").asString());
    program.ok(official, "safety-end");
    browser.signIn(person.email());
    program.ok(official, "safety-endAll");
    assertThat(program.ok(official, "safety-sessions")).isEmpty();
    passkey();
    JsonNode passkeys = program.ok(official, "safety-passkeys");
    program.know("passkey", passkeys.get(0).get("handle").asString());
    program.ok(official, "safety-forget");
    program.ok(official, "safety-password", "", sent -> sent.put("present", TestServer.PASSWORD));
  }

  private void passkey() throws Exception {
    TestBrowser browser = new TestBrowser(SERVER);
    browser.signIn(person.email());
    String proof = TestBrowser.proof(browser.get("/account").body());
    String options = browser.json("/account/passkeys/options", proof, "").body();
    String made = new SoftPasskey(SERVER.origin()).create(options);
    assertThat(browser.json("/account/passkeys?label=cle", proof, made).statusCode())
        .isEqualTo(200);
  }

  private void register() throws Exception {
    program.ok(official, "register-mine");
    program.ok(official, "register-view");
    program.ok(official, "register-workstations");
    program.ok(
        admin, "register-add", "", sent -> sent.put("name", "Syndicat " + UUID.randomUUID()));
    program.ok(admin, "register-bringIn");
    program.ok(admin, "register-bringIn", "?apply=true", _ -> {});
    program.ok(admin, "admin-state");
    program.ok(admin, "admin-all");
    program.ok(admin, "admin-invite");
    Account guest = join(BodyRole.REFERENT);
    program.know("person", guest.id().toString());
    program.ok(admin, "admin-disable");
    program.ok(admin, "admin-disable", "", sent -> sent.put("disabled", false));
  }

  private void people() throws Exception {
    program.ok(official, "people-list");
    program.ok(official, "people-invite");
    program.ok(official, "people-remove");
    program.ok(official, "territory-ofBody", "?limit=50", _ -> {});
  }

  private void mandates() throws Exception {
    JsonNode firm = program.ok(admin, "mandate-add", "", sent -> sent.remove("siren"));
    program.ok(official, "mandate-providers");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String id = firm.get("id").asString();
    JsonNode mandate =
        program.ok(
            official,
            "mandate-grant",
            "",
            sent -> period(sent, id, now, now.plus(Duration.ofDays(60))));
    program.know("mandate", mandate.get("id").asString());
    String integrator =
        token(
            SERVER.person(
                new Membership.OfProvider(
                    new fr.bastide.loop.ProviderId(UUID.fromString(id)), ProviderRole.INTEGRATOR)));
    String vendor =
        desk(MandateDesk.class)
            .addProvider(SERVER.administrator().caller(), "Éditeur", Optional.empty(), "Cahors")
            .id()
            .toString();
    program.ok(
        integrator,
        "mandate-bring",
        "",
        sent -> period(sent, vendor, now, now.plus(Duration.ofDays(30))));
    program.ok(integrator, "mandate-mine");
    program.ok(official, "mandate-ofBody");
    program.ok(official, "mandate-revoke");
  }

  private static void period(ObjectNode sent, String provider, Instant from, Instant until) {
    sent.put("provider", provider).put("from", from.toString()).put("until", until.toString());
  }

  private void assess() throws Exception {
    JsonNode started =
        program.ok(official, "assessment-start", "", sent -> sent.put("depth", "flash"));
    program.know("id", started.get("id").asString());
    program.know("question", "backups.offline");
    program.ok(official, "answer-answer");
    JsonNode late =
        program.refused(
            409,
            official,
            "answer-answer",
            "",
            JSON,
            """
            {"kind":"unknown","seen":0}
            """);
    assertThat(late.at("/answer/answer/kind").asString()).isEqualTo("given");
    assertThat(late.at("/yours/answer/kind").asString()).isEqualTo("unknown");
    program.ok(official, "answer-attach", "?name=proces-verbal.txt", _ -> {});
    JsonNode whole = program.ok(official, "assessment-view");
    program.know("attachment", whole.at("/attachments/0/id").asString());
    program.ok(official, "answer-attachment");
    program.ok(official, "answer-history");
    program.know("question", "backups.restore-test");
    program.ok(official, "answer-answer", "", ApiContractTest::notApplicable);
    program.ok(colleague, "answer-accept", "", sent -> sent.put("seen", 1));
    program.ok(official, "assessment-score");
    program.ok(official, "assessment-list");
    program.ok(official, "assessment-standing");
  }

  private static void notApplicable(ObjectNode sent) {
    sent.removeAll();
    sent.put("kind", "not-applicable").put("reason", "Aucune donnée n’est tenue ici.");
    sent.put("seen", 0);
  }

  private void plan() throws Exception {
    JsonNode assessments = program.ok(official, "assessment-list");
    String assessment = assessments.get(0).get("id").asString();
    program.ok(official, "plan-preview", "", sent -> wish(sent, assessment));
    program.ok(official, "plan-curve", "?points=3", sent -> wish(sent, assessment));
    JsonNode made = program.ok(official, "plan-make", "", sent -> wish(sent, assessment));
    program.know("plan", made.get("id").asString());
    program.know("measure", made.at("/items/0/measure").asString());
    program.ok(official, "plan-list");
    program.ok(official, "plan-inForce");
    program.ok(official, "plan-view");
    program.ok(
        official, "plan-move", "", sent -> sent.put("seen", made.at("/items/0/version").asInt()));
    program.ok(official, "plan-calendar");
    program.ok(official, "file-planJson");
    program.ok(official, "file-planCsv");
    for (String form :
        new String[] {"report-html", "report-json", "report-csv", "report-answers"}) {
      program.ok(official, form);
    }
    program.ok(official, "report-pdf", "?level=one-page&language=en", _ -> {});
    program.ok(official, "assessment-complete");
    program.refused(409, official, "answer-answer", "", JSON, "{\"kind\":\"unknown\",\"seen\":1}");
    program.ok(official, "assessment-standing");
  }

  private static void wish(ObjectNode sent, String assessment) {
    sent.put("assessment", assessment);
  }

  private void territory() throws Exception {
    program.ok(admin, "territory-board", "?order=weakest&limit=5", _ -> {});
    program.ok(admin, "territory-aggregates");
    program.ok(admin, "territory-journal", "?limit=20", _ -> {});
    program.ok(admin, "file-boardCsv", "?form=commune", _ -> {});
    program.ok(admin, "file-points");
  }

  private void intake() throws Exception {
    JsonNode brought = program.ok(lead, "intake-bring");
    String report = brought.get("id").asString();
    program.know("report", report);
    program.ok(lead, "intake-queue", "?closed=true", _ -> {});
    program.ok(lead, "intake-alert");
    program.refused(
        422,
        lead,
        "intake-alert",
        "",
        JSON,
        """
        {"key":"k","rule":"r","title":{"fr":"","en":"x"},"explanation":{"fr":"x","en":"x"},
         "firstSeen":"2026-11-25T01:05:00Z"}
        """);
    program.ok(lead, "intake-write");
    program.ok(lead, "intake-handle");
    program.refused(409, lead, "intake-handle", "", JSON, "{\"state\":\"closed\",\"seen\":1}");
    program.ok(lead, "intake-answer");
    program.ok(lead, "intake-link");
    program.ok(lead, "intake-endLink");
    program.know("piece", SampleFile.of(SERVER, report));
    program.ok(lead, "intake-view");
    program.ok(lead, "intake-file");
    int seen = program.ok(lead, "intake-hours").get("seen").asInt();
    program.ok(lead, "intake-setHours", "", sent -> sent.put("seen", seen));
  }

  /// Every operation: with a token nobody gave, without one, with too narrow a one, for a body that
  /// does not exist, with what it cannot take.
  private void refusals() throws Exception {
    String narrow = token(person, Set.of(TokenScope.BOARD_READ));
    String other = token(person, Set.of(TokenScope.PLANS_READ));
    for (Contract.Operation operation : contract.operations().values()) {
      String id = operation.id();
      boolean json = operation.takes().equals(JSON);
      String body = json ? operation.today().toString() : "x";
      String sent = operation.takes().isEmpty() ? "" : body;
      String query = id.equals("register-search") ? "?q=a" : "?name=a";
      program.refused(401, "nobody", id, query, operation.takes(), sent);
      if (!operation.says().get("security").isEmpty()) {
        program.refused(401, "", id, query, operation.takes(), sent);
        boolean board = operation.says().get("x-scope").asString().equals("board:read");
        program.refused(403, board ? other : narrow, id, query, operation.takes(), sent);
      }
      if (id.equals("mandate-bring")) { // a right that the revoked mandate took with it comes first
        program.refused(403, official, id, query, JSON, "{\"surprise\":1}");
      } else if (json) {
        String entitled =
            operation.path().contains("/bodies/{body}")
                ? official
                : id.startsWith("intake-") ? lead : admin;
        program.refused(422, entitled, id, query, JSON, "{\"surprise\":1}");
        program.refused(422, entitled, id, query, JSON, "{\"surprise\":");
        program.refused(413, entitled, id, query, JSON, " ".repeat(SentJson.MAX_BYTES + 1));
        program.refused(415, entitled, id, query, "application/xml", "<a/>");
      }
    }
    program.refused(400, "", "register-search", "", "", "");
    program.refused(400, "", "register-search", "?q=a&limit=much", "", "");
    program.refused(422, admin, "territory-board", "?grade=Z", "", "");
    program.refused(422, official, "report-pdf", "?level=two-pages", "", "");
    program.know("body", "commune-99999");
    for (Contract.Operation operation : contract.operations().values()) {
      if (operation.path().contains("{body}")) {
        boolean takes = !operation.takes().isEmpty();
        String sent = takes ? operation.today().toString() : "";
        String body = operation.takes().equals(JSON) || !takes ? sent : "x";
        program.refused(404, official, operation.id(), "?name=a", operation.takes(), body);
      }
    }
  }

  private static JsonNode reference(String name) {
    return JsonMapper.shared().createObjectNode().put("$ref", "#/components/schemas/" + name);
  }

  private static String label(JsonNode tokens, String label) {
    for (JsonNode token : tokens) {
      if (token.get("label").asString().equals(label)) {
        return token.get("id").asString();
      }
    }
    throw new AssertionError("no token " + label + " in " + tokens);
  }

  private static Account join(BodyRole role) {
    return SERVER.person(new Membership.OfBody(TOWN, role));
  }

  private static String token(Account account) {
    return token(account, EnumSet.allOf(TokenScope.class));
  }

  private static String token(Account account, Set<TokenScope> scopes) {
    return desk(AccountDesk.class)
        .newToken(account.caller(), "contrat", scopes, Duration.ofDays(1))
        .value();
  }

  private static <T> T desk(Class<T> type) {
    return SERVER.context().getBean(type);
  }

  private static JsonNode document() {
    try {
      HttpResponse<String> answer = SERVER.get("/api/openapi.json");
      assertThat(answer.statusCode()).isEqualTo(200);
      return JsonMapper.shared().readTree(answer.body());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
