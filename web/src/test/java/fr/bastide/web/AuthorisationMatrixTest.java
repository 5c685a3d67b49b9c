package fr.bastide.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.web.api.SampleJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every route and every kind of caller, against the data of body A. What is expected stands in
/// `authorisation.txt`; what was seen is written to `target/authorisation.txt`.
class AuthorisationMatrixTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final String EXPECTED = "/fr/bastide/web/authorisation.txt";
  private static final Path SEEN = Path.of("target/authorisation.txt");

  private static final MatrixHouse HOUSE = new MatrixHouse(SERVER);
  private static final MatrixStock STOCK = new MatrixStock(SERVER, HOUSE);
  private static final MatrixRequests REQUESTS = new MatrixRequests(SERVER, HOUSE, STOCK);

  private static final Set<String> REFUSED = Set.of("in", "no", "--");
  private static final Set<String> LET_IN = Set.of("ok", "go", "to");

  /// These prove who one is, whoever asks: they are called by a visitor alone, so that failures do
  /// not add up to a lock-out.
  private static final Set<String> ENTRANCE =
      Set.of("POST /sign-in", "POST /sign-in/forgotten", "POST /sign-in/passkey", "POST /sign-out");

  private final Map<String, MatrixCaller> callers = new LinkedHashMap<>();
  private final Set<String> leaks = new TreeSet<>();
  private final Set<String> wavering = new TreeSet<>();

  @Test
  void everyRouteAnswersEverybodyAsTheTableSays() throws Exception {
    arrive();
    Map<TokenScope, MatrixCaller> programs = programs();
    Map<String, String> seen = new TreeMap<>();
    for (MatrixRoute route : MatrixRoute.all(SERVER)) {
      List<String> outcomes = new ArrayList<>();
      STOCK.renew(route);
      for (Map.Entry<String, MatrixCaller> caller : callers.entrySet()) {
        outcomes.add(outcome(route, caller.getKey(), caller.getValue()));
      }
      outcomes.add(narrow(route, programs));
      seen.put(route.path() + " " + route.verb(), line(route, outcomes));
    }
    List<String> lines = new ArrayList<>();
    lines.add(head());
    lines.addAll(seen.values());
    Files.write(SEEN, lines);
    assertThat(leaks).as("what strangers could read of body A").isEmpty();
    assertThat(wavering).as("refusals that depend on what was sent").isEmpty();
    assertThat(lines)
        .as("compare " + SEEN + " with the expected table")
        .containsExactlyElementsOf(expected());
  }

  @Test
  void nothingOfOneBodyIsReachedThroughAnother() throws Exception {
    Set<String> reached = new TreeSet<>();
    for (String kind : List.of("foreign", "elsewhere")) {
      MatrixCaller caller = HOUSE.caller(kind, EnumSet.allOf(TokenScope.class));
      for (MatrixRoute route : MatrixRoute.all(SERVER)) {
        if (route.nested()) {
          String path =
              route.filled(name -> name.equals("body") ? MatrixHouse.B.value() : STOCK.thing(name));
          HttpResponse<byte[]> answer = REQUESTS.send(route, kind, caller, path);
          if (LET_IN.contains(code(route, answer)) || marked(answer)) {
            reached.add(route.key() + " " + answer.statusCode() + " to " + kind);
          }
        }
      }
    }
    assertThat(reached)
        .as("a page that the caller may not use sends it on, whatever it names")
        .allMatch(line -> line.startsWith("GET ") && line.contains(" 303 "));
  }

  @Test
  void whatChangesSomethingNamesTheRightThatIsCheckedFirst() {
    assertThat(MatrixRoute.all(SERVER))
        .filteredOn(route -> !route.reads() && !route.namesItsRight())
        .extracting(MatrixRoute::key)
        .isEmpty();
  }

  @Test
  void nobodyEndsTheTokenOfSomebodyElse() throws Exception {
    Account owner = HOUSE.person("official");
    String token = STOCK.token(owner);
    MatrixCaller other = HOUSE.caller("admin", EnumSet.allOf(TokenScope.class));
    other.api("DELETE", "/api/v1/account/tokens/" + token, "", "");
    other.fill("/account/tokens/" + token + "/revoke", Map.of());
    AccountDesk desk = SERVER.context().getBean(AccountDesk.class);
    assertThat(desk.tokens(owner.caller()))
        .extracting(one -> one.id())
        .contains(UUID.fromString(token));
  }

  private void arrive() throws IOException, InterruptedException {
    callers.put("visitor", new MatrixCaller(SERVER, "", ""));
    for (String kind : HOUSE.people().keySet()) {
      callers.put(kind, HOUSE.caller(kind, EnumSet.allOf(TokenScope.class)));
    }
  }

  private String outcome(MatrixRoute route, String kind, MatrixCaller caller) throws Exception {
    boolean entrance = ENTRANCE.contains(route.key());
    if (entrance && !kind.equals("visitor")) {
      return ".";
    }
    // Whoever goes through an entrance is somebody else afterwards.
    boolean changes = entrance || route.key().startsWith("POST /invitation/");
    HttpResponse<byte[]> answer = REQUESTS.good(route, kind, changes ? again(kind) : caller);
    String code = code(route, answer);
    if (MatrixHouse.STRANGERS.contains(kind) && marked(answer)) {
      leaks.add(route.key() + " to " + kind);
    }
    if (REFUSED.contains(code) && !changes) {
      String nonsense = code(route, REQUESTS.nonsense(route, caller));
      if (!nonsense.equals(code)) {
        wavering.add(route.key() + " to " + kind + ": " + code + ", but " + nonsense);
      }
    } else if (!route.reads()) {
      STOCK.renew(route);
    }
    return code;
  }

  private static MatrixCaller again(String kind) throws IOException, InterruptedException {
    return kind.equals("visitor")
        ? new MatrixCaller(SERVER, "", "")
        : HOUSE.caller(kind, EnumSet.allOf(TokenScope.class));
  }

  /// A program of the official whose token allows something else than this route.
  private String narrow(MatrixRoute route, Map<TokenScope, MatrixCaller> programs)
      throws Exception {
    if (!route.api()) {
      return ".";
    }
    TokenScope other =
        SampleJson.scope(route.method()).filter(TokenScope.PLANS_READ.label()::equals).isPresent()
            ? TokenScope.BODIES_READ
            : TokenScope.PLANS_READ;
    MatrixCaller program = Objects.requireNonNull(programs.get(other));
    return code(route, REQUESTS.good(route, "official", program));
  }

  private static Map<TokenScope, MatrixCaller> programs() throws IOException, InterruptedException {
    Map<TokenScope, MatrixCaller> programs = new LinkedHashMap<>();
    for (TokenScope scope : Set.of(TokenScope.PLANS_READ, TokenScope.BODIES_READ)) {
      String token = HOUSE.token(HOUSE.person("official"), Set.of(scope));
      programs.put(scope, new MatrixCaller(SERVER, "", token));
    }
    return programs;
  }

  private static boolean marked(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.ISO_8859_1).contains(MatrixStock.MARK);
  }

  private static String code(MatrixRoute route, HttpResponse<byte[]> answer) {
    String where = answer.headers().firstValue("Location").orElse("");
    return switch (answer.statusCode()) {
      case 200, 201, 204 -> "ok";
      case 303 ->
          where.contains("/sign-in?then=") || where.endsWith("/sign-in")
              ? "in"
              : route.reads() ? "to" : "go";
      case 401 -> "in";
      case 403 -> "no";
      case 404 -> "--";
      default -> Integer.toString(answer.statusCode());
    };
  }

  private String head() {
    List<String> columns = new ArrayList<>(callers.keySet());
    columns.add("narrow");
    return line("# route", columns);
  }

  private static String line(MatrixRoute route, List<String> outcomes) {
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
