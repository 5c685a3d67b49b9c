package fr.bastide.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.bastide.loop.access.TokenScope;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.account.AccountDesk;
import fr.bastide.store.TestDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The database goes away under the real server, and comes back.
class OutageTest {

  private static final Pattern REFERENCE = Pattern.compile("\\b[0-9A-F]{8}\\b");
  private static final Duration LONGEST = Duration.ofSeconds(9);
  private static final Duration BACK = Duration.ofSeconds(20);
  private static final List<String> LEAKS =
      List.of(
          "select", "sql", "jdbc", "hikari", "exception", "java.", "org.", "at fr.", "postgres");

  private static Optional<DatabaseGate> opened = Optional.empty();
  private static Optional<TestServer> started = Optional.empty();

  private final DatabaseGate gate = opened.orElseThrow();
  private final TestServer server = started.orElseThrow();
  private final TestBrowser browser = new TestBrowser(server);
  private final List<String> references = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    String url = TestDatabase.freshLocation().url();
    Matcher port = Pattern.compile("127\\.0\\.0\\.1:([0-9]+)/").matcher(url);
    assertThat(port.find()).isTrue();
    DatabaseGate gate = new DatabaseGate(Integer.parseInt(port.group(1)));
    opened = Optional.of(gate);
    Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
    ServeOptions options = ServeOptions.in(Files.createTempDirectory(target, "outage"));
    Files.writeString(
        options.settingsFile(), "bastide.centre.name=Centre ${bastide.oidc.name:autre}\n");
    String through = url.replace(":" + port.group(1) + "/", ":" + gate.port() + "/");
    started =
        Optional.of(
            TestServer.start(
                new ServeOptions(
                    options.data(),
                    options.listen(),
                    options.management(),
                    Optional.of(through),
                    Optional.empty(),
                    options.territory(),
                    false)));
  }

  @AfterAll
  static void stop() throws Exception {
    started.ifPresent(server -> server.context().close());
    if (opened.isPresent()) {
      opened.get().close();
    }
  }

  @Test
  void aStoppedDatabaseIsToldCalmlyAndAllWorksWhenItIsBack() throws Exception {
    whileAway(gate::shut, this::everybodyAsks);
  }

  @Test
  void anUnreachableDatabaseIsToldCalmlyAndAllWorksWhenItIsBack() throws Exception {
    whileAway(gate::silence, this::someAsk);
  }

  @Test
  void whatLooksLikeAPlaceholderInASettingIsText() {
    assertThat(server.context().getBean(Settings.class).centre().name())
        .contains("Centre ${bastide.oidc.name:autre}");
  }

  private interface Act {
    void run() throws Exception;
  }

  private interface Asked {
    void ask(String proof, String token) throws Exception;
  }

  private void whileAway(Act goAway, Asked meanwhile) throws Exception {
    Account person = server.administrator();
    String token =
        server
            .context()
            .getBean(AccountDesk.class)
            .newToken(person.caller(), "panne", EnumSet.allOf(TokenScope.class), Duration.ofDays(1))
            .value();
    browser.signIn(person.email());
    String proof = TestBrowser.proof(browser.get("/account").body());
    assertThat(program(token, "fr").statusCode()).isEqualTo(200);
    // A connection that was just used is trusted for half a second.
    Thread.sleep(600);
    ListAppender<ILoggingEvent> log = listen();
    goAway.run();
    try {
      meanwhile.ask(proof, token);
    } finally {
      gate.open();
    }
    back(token);
    unheard(log);
    loggedOnce(log);
  }

  private void someAsk(String proof, String token) throws Exception {
    assertThat(browser.get("/alert").statusCode()).isEqualTo(200);
    page(inTime(() -> browser.get("/account")), "La base de données ne répond pas");
    problem(inTime(() -> program(token, "en")), "The database does not answer");
  }

  private void everybodyAsks(String proof, String token) throws Exception {
    assertThat(server.get("/").statusCode()).isEqualTo(200);
    HttpResponse<String> alert = browser.get("/alert");
    assertThat(alert.statusCode()).as("what to do under attack").isEqualTo(200);
    page(inTime(() -> browser.get("/account")), "La base de données ne répond pas");
    browser.get("/?lang=en");
    page(inTime(() -> browser.get("/account")), "The database does not answer");
    browser.get("/?lang=fr");
    page(
        inTime(() -> browser.post("/account/profile", proof, "name", "N", "language", "fr")),
        "La base de données ne répond pas");
    TestBrowser other = new TestBrowser(server);
    page(inTime(() -> other.signIn("quelquun@exemple.fr")), "La base de données ne répond pas");
    problem(inTime(() -> program(token, "fr")), "La base de données ne répond pas");
    problem(inTime(() -> program(token, "en")), "The database does not answer");
  }

  private interface Asking {
    HttpResponse<String> ask() throws Exception;
  }

  private static HttpResponse<String> inTime(Asking asking) throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> answer = asking.ask();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
    return answer;
  }

  private void page(HttpResponse<String> answer, String says) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.headers().firstValue("Retry-After")).contains("10");
    assertThat(answer.body()).contains(says, "<h1>", "href=\"/alert\"");
    String told = answer.body().substring(answer.body().indexOf("<main"));
    String text = told.substring(0, told.indexOf("</main>"));
    nothingLeaks(text);
    Matcher reference = REFERENCE.matcher(text);
    assertThat(reference.find()).as(text).isTrue();
    references.add(reference.group());
  }

  private void problem(HttpResponse<String> answer, String says) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).contains("10");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.propertyNames())
        .containsExactlyInAnyOrder("type", "title", "status", "detail", "instance", "reference");
    assertThat(problem.get("detail").asString()).contains(says);
    nothingLeaks(answer.body());
    references.add(problem.get("reference").asString());
  }

  private static void nothingLeaks(String text) {
    assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(LEAKS);
  }

  private void back(String token) throws Exception {
    long end = System.nanoTime() + BACK.toNanos();
    while (program(token, "fr").statusCode() != 200 && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    assertThat(program(token, "fr").statusCode()).as("without a restart").isEqualTo(200);
    HttpResponse<String> account = browser.get("/account");
    assertThat(account.statusCode()).as("the session is still there").isEqualTo(200);
    assertThat(account.body()).contains(server.administrator().email());
  }

  private HttpResponse<String> program(String token, String language) throws Exception {
    return TestServer.client()
        .send(
            HttpRequest.newBuilder(server.at("/api/v1/bodies"))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language)
                .build(),
            BodyHandlers.ofString());
  }

  private static ListAppender<ILoggingEvent> listen() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root().addAppender(log);
    return log;
  }

  private static void unheard(ListAppender<ILoggingEvent> log) {
    root().detachAppender(log);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private void loggedOnce(ListAppender<ILoggingEvent> log) {
    assertThat(references).isNotEmpty().doesNotHaveDuplicates();
    for (String reference : references) {
      assertThat(errors(log).filter(event -> event.getFormattedMessage().contains(reference)))
          .as("one entry for " + reference)
          .hasSize(1);
    }
    assertThat(
            errors(log)
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> references.stream().noneMatch(message::contains))
                .filter(message -> !message.startsWith("failure ")))
        .as("nothing is told a second time")
        .isEmpty();
  }

  /// Tomcat’s own line is switched off by its name, which is another one for the second server of a
  /// process.
  private static Stream<ILoggingEvent> errors(ListAppender<ILoggingEvent> log) {
    return List.copyOf(log.list).stream()
        .filter(event -> !event.getLoggerName().contains("ContainerBase.[Tomcat-"))
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR));
  }
}
