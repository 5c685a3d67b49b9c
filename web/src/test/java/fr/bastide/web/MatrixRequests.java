package fr.bastide.web;

import fr.bastide.loop.intake.OpeningTimes;
import fr.bastide.store.Repositories;
import fr.bastide.web.access.SoftPasskey;
import fr.bastide.web.api.SampleJson;
import fr.bastide.web.intake.SampleTicket;
import fr.bastide.web.register.SampleImport;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestParam;

/// Makes the requests of the matrix: a good one, that does its work where there is the right to it;
/// and nonsense, that must be refused for want of the right all the same.
final class MatrixRequests {

  private static final String NONSENSE = "%E2%98%83";
  private static final String READ = "?name=a.txt&q=Millau&level=one-page&points=2";

  /// Variables of paths that are identifiers and look like one: for others all is known.
  private static final Set<String> IDENTIFIERS =
      Set.of("id", "person", "mandate", "plan", "file", "attachment", "token", "report", "piece");

  private final TestServer server;
  private final MatrixHouse house;
  private final MatrixStock stock;
  private final SoftPasskey passkey;

  MatrixRequests(TestServer server, MatrixHouse house, MatrixStock stock) {
    this.server = server;
    this.house = house;
    this.stock = stock;
    try {
      this.passkey = new SoftPasskey(server.origin());
      MatrixCaller clerk = new MatrixCaller(server, house.clerk().email(), "");
      addPasskey(clerk, passkey);
    } catch (IOException | InterruptedException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Sends what is right in every way.
  HttpResponse<byte[]> good(MatrixRoute route, String kind, MatrixCaller caller)
      throws IOException, InterruptedException, GeneralSecurityException {
    String path = route.filled(name -> variable(route, kind, name));
    return send(route, kind, caller, path);
  }

  /// Sends the same to another path.
  HttpResponse<byte[]> send(MatrixRoute route, String kind, MatrixCaller caller, String path)
      throws IOException, InterruptedException, GeneralSecurityException {
    if (route.api()) {
      String body =
          SampleJson.takesFile(route.method())
              ? csv()
              : SampleJson.of(route.method(), json(route, kind)).orElse("");
      return caller.api(route.verb(), path + READ, route.consumes(), body);
    }
    if (route.reads()) {
      return caller.open(path + READ);
    }
    if (route.path().equals("/account/passkeys")) {
      return addPasskey(caller, new SoftPasskey(server.origin()));
    }
    if (route.path().equals("/sign-in/passkey")) {
      String options = text(caller.script("/sign-in/passkey/options", ""));
      return caller.script(path, passkey.get(options));
    }
    return takesFile(route) ? caller.upload(path, csv()) : caller.fill(path, form(route, kind));
  }

  /// Sends nonsense to things that are not there.
  HttpResponse<byte[]> nonsense(MatrixRoute route, MatrixCaller caller)
      throws IOException, InterruptedException {
    String path =
        route.filled(name ->
            name.equals("body")
                ? MatrixHouse.A.value()
                : IDENTIFIERS.contains(name) && route.reads()
                    ? UUID.randomUUID().toString()
                    : NONSENSE);
    if (route.api()) {
      String body = route.consumes().isEmpty() ? "" : "{";
      return caller.api(route.verb(), path + absurd(route), route.consumes(), body);
    }
    return route.reads()
        ? caller.open(path + absurd(route))
        : caller.fill(path + absurd(route), Map.of("seen", "☃", "scope", "☃"));
  }

  private static String absurd(MatrixRoute route) {
    return Stream.of(route.method().getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
        .map(Parameter::getName)
        .map(name -> name + "=" + NONSENSE)
        .collect(Collectors.joining("&", "?", ""));
  }

  private String variable(MatrixRoute route, String kind, String name) {
    boolean accepts = route.path().endsWith("/accept") || route.path().endsWith("/acceptance");
    if (accepts && (name.equals("theme") || name.equals("question"))) {
      return stock.thing("accepted-" + name);
    }
    if (name.equals("mandate") && route.path().contains("/vendor")) {
      return house.mandateOf(kind).id().toString();
    }
    boolean own = name.equals("token") || route.path().startsWith("/account/tokens/");
    if (own) {
      return Optional.ofNullable(house.people().get(kind))
          .map(stock::token)
          .orElse(stock.thing("token"));
    }
    return List.of("handle", "passkey", "session").contains(name)
        ? UUID.randomUUID().toString()
        : stock.thing(name);
  }

  private static boolean takesFile(MatrixRoute route) {
    return Stream.of(route.method().getParameters()).anyMatch(p -> p.getName().equals("file"));
  }

  private static String csv() {
    return "nom;forme;insee\nUn syndicat des eaux;syndicat;12202\n";
  }

  private Map<String, String> form(MatrixRoute route, String kind) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Map<String, String> form = new TreeMap<>();
    form.put("depth", "STANDARD");
    form.put("email", "quelquun@exemple.fr");
    form.put("role", route.path().startsWith("/admin") ? "CSIRT_OPERATOR" : "REFERENT");
    form.put("language", "fr");
    form.put("workstations", "12");
    form.put("budget", "1000");
    form.put("days", "10");
    form.put("months", "12");
    form.put("state", "DOING");
    form.put("choice", stock.thing("choice"));
    form.put("level", "DECLARED");
    form.put("note", MatrixStock.MARK);
    form.put("seen", seen(route));
    form.put("name", stock.name());
    form.put("present", TestServer.PASSWORD);
    form.put("password", TestServer.PASSWORD);
    form.put("label", "Essai");
    form.put("form", "SYNDICATE");
    form.put("insee", "12202");
    form.put("packed", SampleImport.packed(csv()));
    boolean mandates = route.path().contains("/mandates");
    form.put("provider", mandates ? stock.thing("guest") : "");
    form.put(
        "scope", mandates ? house.mandateOf(kind).scopes().iterator().next().name() : "plans:read");
    form.put("from", today.plusDays(2).toString());
    form.put("until", today.plusDays(5).toString());
    form.put("ticket", SampleTicket.of(server));
    form.put("text", "Un message");
    form.put("territory", "metropole");
    if (route.path().contains("/desk/reports/{report}")) {
      form.put("seen", stock.thing("version"));
    }
    if (route.path().equals("/desk/hours")) {
      form.put("seen", hours());
      form.put("days", "");
    }
    if (route.path().equals("/sign-in")) {
      form.put("email", house.clerk().email());
    }
    return form;
  }

  /// The version of the hours that stands now.
  private String hours() {
    Repositories store = server.context().getBean(Repositories.class);
    return store
        .transactions()
        .asHouse(() -> store.openingTimes().find())
        .map(OpeningTimes.Kept::version)
        .orElse(0)
        .toString();
  }

  private String seen(MatrixRoute route) {
    String path = route.path();
    if (path.contains("/measures/") || path.contains("/items/")) {
      return stock.thing("moved");
    }
    return stock.thing(path.contains("/accept") ? "accepted-seen" : "seen");
  }

  private Map<String, String> json(MatrixRoute route, String kind) {
    Instant now = Instant.now();
    String scope = house.mandateOf(kind).scopes().iterator().next().name().toLowerCase(Locale.ROOT);
    Map<String, String> json = new HashMap<>();
    json.put("provider", quoted(stock.thing("guest")));
    json.put("from", quoted(now.plusSeconds(60).toString()));
    json.put("until", quoted(now.plusSeconds(86_400).toString()));
    json.put("SentMandate.scopes", "[" + quoted(scope) + "]");
    json.put("assessment", quoted(stock.thing("id")));
    json.put("choice", quoted(stock.thing("choice")));
    json.put("seen", seen(route));
    json.put("evidence", "{\"level\":\"declared\",\"note\":\"" + MatrixStock.MARK + "\"}");
    json.put("SentInvitation.role", quoted("referent"));
    json.put("SentMove.evidence", "");
    json.put("SentGuest.provider", "");
    json.put("SentGuest.providerRole", "");
    json.put("SentBody.name", quoted(stock.name()));
    json.put("SentBody.form", quoted("syndicate"));
    json.put("insee", quoted("12202"));
    json.put("present", quoted(TestServer.PASSWORD));
    json.put("fresh", quoted(TestServer.PASSWORD));
    json.put("password", quoted(TestServer.PASSWORD));
    json.put("SentToken.scopes", "[\"plans:read\"]");
    json.put("email", quoted("quelquun@exemple.fr"));
    json.put("centreRole", quoted("csirt-operator"));
    json.put("departement", quoted("12"));
    json.put("SentTimes.fields", "{\"territory\":\"metropole\"}");
    json.put("SentTimes.seen", hours());
    json.put("SentReportHandling.seen", stock.thing("version"));
    json.put("days", "2");
    json.put("months", "12");
    json.put("budget", "1000");
    return json;
  }

  private static HttpResponse<byte[]> addPasskey(MatrixCaller caller, SoftPasskey fresh)
      throws IOException, InterruptedException, GeneralSecurityException {
    HttpResponse<byte[]> options = caller.script("/account/passkeys/options", "");
    String made = options.statusCode() == 200 ? fresh.create(text(options)) : "{}";
    return caller.script("/account/passkeys?label=Essai", made);
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String quoted(String value) {
    return '"' + value + '"';
  }
}
