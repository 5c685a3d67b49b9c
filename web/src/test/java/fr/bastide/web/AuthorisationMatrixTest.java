package fr.bastide.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.web.api.SampleJson;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route and every kind of caller, against the data of body A. What is expected stands in
/// `authorisation.txt`; what was seen is written to `target/authorisation.txt`.
class AuthorisationMatrixTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final String EXPECTED = "/fr/bastide/web/authorisation.txt";
  private static final Path SEEN = Path.of("target/authorisation.txt");

  /// Those who must learn nothing of body A.
  private static final Set<String> STRANGERS =
      Set.of("visitor", "foreign", "unmandated", "expired", "observer");

  /// These prove who one is, whoever asks: they are called by a visitor alone, so that failures do
  /// not add up to a lock-out.
  private static final Set<String> ENTRANCE =
      Set.of("POST /sign-in", "POST /sign-in/forgotten", "POST /sign-in/passkey", "POST /sign-out");

  private static final Map<String, String> FORM =
      Map.ofEntries(
          Map.entry("depth", "STANDARD"),
          Map.entry("email", "quelquun@exemple.fr"),
          Map.entry("role", "REFERENT"),
          Map.entry("language", "fr"),
          Map.entry("workstations", "12"),
          Map.entry("budget", "1000"),
          Map.entry("days", "10"),
          Map.entry("months", "12"),
          Map.entry("state", "DOING"),
          Map.entry("seen", "1"),
          Map.entry("choice", "unknown"),
          Map.entry("name", "Un organisme"),
          Map.entry("present", "pas le bon mot de passe"),
          Map.entry("password", "une phrase nouvelle"),
          Map.entry("label", "Essai"),
          Map.entry("scope", "plans:read"),
          Map.entry("form", "SYNDICATE"));

  private static final MatrixHouse HOUSE = new MatrixHouse(SERVER);

  private final Map<String, MatrixCaller> callers = new LinkedHashMap<>();

  /// One route.
  ///
  /// @param consumes the media type it takes; empty for any
  private record Route(String verb, String path, String consumes, Method method) {

    String key() {
      return verb + " " + path;
    }

    boolean api() {
      return path.startsWith("/api/");
    }
  }

  @Test
  void everyRouteAnswersEverybodyAsTheTableSays() throws Exception {
    arrive();
    Map<TokenScope, MatrixCaller> programs = programs();
    Map<String, String> seen = new TreeMap<>();
    Set<String> leaks = new TreeSet<>();
    for (Route route : routes()) {
      List<String> outcomes = new ArrayList<>();
      for (Map.Entry<String, MatrixCaller> caller : callers.entrySet()) {
        outcomes.add(outcome(route, caller.getKey(), caller.getValue(), leaks));
      }
      outcomes.add(narrow(route, programs));
      seen.put(route.path() + " " + route.verb(), line(route, outcomes));
    }
    List<String> lines = new ArrayList<>();
    lines.add(head());
    lines.addAll(seen.values());
    Files.write(SEEN, lines);
    assertThat(leaks).as("what strangers could read of body A").isEmpty();
    assertThat(lines).as("compare " + SEEN + " with the expected table").isEqualTo(expected());
  }

  @Test
  void nothingOfOneBodyIsReachedThroughAnother() throws Exception {
    MatrixCaller foreign =
        caller(
            "foreign",
            Objects.requireNonNull(HOUSE.people().get("foreign")),
            EnumSet.allOf(TokenScope.class));
    Set<String> reached = new TreeSet<>();
    for (Route route : routes()) {
      boolean nested =
          route.path().contains("/bodies/{body}/")
              && route.path().indexOf('{', route.path().indexOf("{body}") + 1) > 0;
      if (nested) {
        String path = filled(route.path().replace("{body}", MatrixHouse.B.value()));
        HttpResponse<byte[]> answer = send(foreign, route, path);
        boolean passed = answer.statusCode() < 300 || marked(answer);
        if (passed) {
          reached.add(route.key() + " " + answer.statusCode());
        }
      }
    }
    assertThat(reached)
        .as("only what names a measure or a question of the referential answers")
        .allMatch(line -> line.contains("/plan/measures/{measure}"));
  }

  private void arrive() throws IOException, InterruptedException {
    callers.put("visitor", new MatrixCaller(SERVER, "", ""));
    for (Map.Entry<String, Account> person : HOUSE.people().entrySet()) {
      callers.put(
          person.getKey(),
          caller(person.getKey(), person.getValue(), EnumSet.allOf(TokenScope.class)));
    }
  }

  private MatrixCaller caller(String kind, Account account, Set<TokenScope> scopes)
      throws IOException, InterruptedException {
    return new MatrixCaller(SERVER, account.email(), token(kind, account, scopes));
  }

  private static String token(String kind, Account account, Set<TokenScope> scopes) {
    return SERVER
        .context()
        .getBean(AccountDesk.class)
        .newToken(account.caller(), kind, scopes, Duration.ofDays(1))
        .value();
  }

  private String outcome(Route route, String kind, MatrixCaller caller, Set<String> leaks)
      throws IOException, InterruptedException {
    if (ENTRANCE.contains(route.key()) && !kind.equals("visitor")) {
      return ".";
    }
    HttpResponse<byte[]> answer = send(caller, route, filled(own(route)));
    if (STRANGERS.contains(kind) && marked(answer)) {
      leaks.add(route.key() + " to " + kind);
    }
    return code(route, answer);
  }

  /// The path with what this very call needs: the caller’s mandate, or somebody who is still there.
  private String own(Route route) {
    if (route.path().contains("/vendor")) {
      return route.path().replace("{mandate}", HOUSE.variable("active"));
    }
    return route.verb().equals("GET")
        ? route.path()
        : route.path().replace("{person}", route.path().contains("{person}") ? HOUSE.fresh() : "");
  }

  /// A program of the official whose token allows something else than this route.
  private String narrow(Route route, Map<TokenScope, MatrixCaller> programs)
      throws IOException, InterruptedException {
    if (!route.api()) {
      return ".";
    }
    TokenScope other =
        SampleJson.scope(route.method()).filter(TokenScope.PLANS_READ.label()::equals).isPresent()
            ? TokenScope.BODIES_READ
            : TokenScope.PLANS_READ;
    MatrixCaller program = Objects.requireNonNull(programs.get(other));
    return code(route, send(program, route, filled(own(route))));
  }

  private Map<TokenScope, MatrixCaller> programs() throws IOException, InterruptedException {
    Account official = Objects.requireNonNull(HOUSE.people().get("official"));
    Map<TokenScope, MatrixCaller> programs = new LinkedHashMap<>();
    for (TokenScope scope : Set.of(TokenScope.PLANS_READ, TokenScope.BODIES_READ)) {
      programs.put(scope, new MatrixCaller(SERVER, "", token("narrow", official, Set.of(scope))));
    }
    return programs;
  }

  private HttpResponse<byte[]> send(MatrixCaller caller, Route route, String path)
      throws IOException, InterruptedException {
    if (!route.api()) {
      boolean file =
          Stream.of(route.method().getParameters()).anyMatch(p -> p.getName().equals("file"))
              && route.verb().equals("POST");
      String whole = route.verb().equals("GET") ? query(path) : path;
      return caller.page(route.verb(), whole, form(route), file);
    }
    String body =
        SampleJson.takesFile(route.method())
            ? "nom;forme\nUn syndicat;syndicat\n"
            : SampleJson.of(route.method(), HOUSE.fields()).orElse("");
    return caller.api(route.verb(), query(path), route.consumes(), body);
  }

  private Map<String, String> form(Route route) {
    Map<String, String> fields = new TreeMap<>(FORM);
    if (route.path().contains("/mandates")) {
      LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
      fields.put("provider", HOUSE.variable("provider"));
      fields.put("scope", "ASSESS");
      fields.put("from", today.plusDays(2).toString());
      fields.put("until", today.plusDays(5).toString());
    }
    if (route.path().startsWith("/admin/accounts")) {
      fields.put("role", "CSIRT_OPERATOR");
    }
    return fields;
  }

  private static String query(String path) {
    return path + "?name=a.txt&q=Millau&level=one-page";
  }

  private static boolean marked(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.ISO_8859_1).contains(MatrixHouse.MARK);
  }

  private static String code(Route route, HttpResponse<byte[]> answer) {
    String where = answer.headers().firstValue("Location").orElse("");
    return switch (answer.statusCode()) {
      case 401 -> "in";
      case 403 -> "no";
      case 404 -> "--";
      case 303 ->
          where.contains("/sign-in?then=") || where.endsWith("/sign-in")
              ? "in"
              : route.verb().equals("GET") ? "to" : "ok";
      case 200, 201, 204, 400, 409, 410, 422 -> "ok";
      default -> "?" + answer.statusCode();
    };
  }

  private String filled(String path) {
    StringBuilder filled = new StringBuilder();
    for (int at = 0; at < path.length(); ) {
      int open = path.indexOf('{', at);
      if (open < 0) {
        return filled.append(path.substring(at)).toString();
      }
      int close = path.indexOf('}', open);
      filled.append(path, at, open).append(HOUSE.variable(path.substring(open + 1, close)));
      at = close + 1;
    }
    return filled.toString();
  }

  /// All routes, reading ones first, so that what is read is still as the house made it.
  private static List<Route> routes() {
    RequestMappingHandlerMapping mapping =
        SERVER
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    List<Route> routes = new ArrayList<>();
    mapping
        .getHandlerMethods()
        .forEach((info, method) -> routes.addAll(routes(info, method.getMethod())));
    routes.sort(
        java.util.Comparator.comparing((Route r) -> !r.verb().equals("GET"))
            .thenComparing(r -> r.path().startsWith("/account"))
            .thenComparing(r -> r.path().equals("/sign-out"))
            .thenComparing(Route::path)
            .thenComparing(Route::verb));
    return routes;
  }

  private static List<Route> routes(RequestMappingInfo info, Method method) {
    String consumes =
        info.getConsumesCondition().getConsumableMediaTypes().stream()
            .map(Object::toString)
            .findFirst()
            .orElse("");
    Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
    return info.getPatternValues().stream()
        .flatMap(path ->
            (verbs.isEmpty() ? Set.of(RequestMethod.GET) : verbs)
                .stream().map(verb -> new Route(verb.name(), path, consumes, method)))
        .toList();
  }

  private String head() {
    List<String> columns = new ArrayList<>(callers.keySet());
    columns.add("narrow");
    return line("# route", columns);
  }

  private static String line(Route route, List<String> outcomes) {
    return line("%-6s %s".formatted(route.verb(), route.path()), outcomes);
  }

  private static String line(String start, List<String> cells) {
    return "%-86s".formatted(start)
        + cells.stream()
            .map(cell -> " %-10s".formatted(cell))
            .collect(Collectors.joining())
            .stripTrailing();
  }

  private static List<String> expected() throws IOException {
    try (InputStream in = AuthorisationMatrixTest.class.getResourceAsStream(EXPECTED)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("##"))
          .toList();
    }
  }
}
