package fr.bastide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Cuts the power while four people answer at once: what the server said it kept is there
/// afterwards.
final class CrashTest {

  private static final String BODY = "/bodies/commune-09194";
  private static final String ADMINISTRATOR = "admin@centre.exemple";
  private static final String REFERENT = "referent@mirepoix.exemple";
  private static final String PASSWORD = "les arcades de la place";
  private static final List<String> THEMES =
      List.of("governance", "backups", "identities", "people");
  private static final int BEFORE_THE_CUT = 300;
  private static final Pattern INVITATION = Pattern.compile("(/invitation/[^\"<\\s]+)\" readonly");
  private static final Pattern QUESTIONS = Pattern.compile("/assessments/[0-9a-f-]+/questions");

  @Test
  void nothingAcknowledgedIsLost() throws IOException, InterruptedException {
    Path data = Server.freshData("crash");
    List<Autosave> questions = new ArrayList<>();
    Server doomed = Server.start(data);
    try (doomed) {
      assertThat(data.resolve("journal.anchor")).as("the anchor, from the first moment").exists();
      String questionnaire = prepare(doomed);
      work(doomed, questionnaire, questions);
    }
    assertThat(questions).as("questions answered").hasSizeGreaterThan(20);
    assertThat(total(questions)).isGreaterThanOrEqualTo(BEFORE_THE_CUT);

    try (Server again = Server.start(data);
        Client client = new Client(again)) {
      client.signIn(REFERENT, PASSWORD);
      List<String> lost = new ArrayList<>();
      for (Autosave question : questions) {
        int kept = question.kept(client);
        // The one on its way when the power went may have been kept without anybody hearing of it.
        if (kept < question.acknowledged() || kept > question.acknowledged() + 1) {
          lost.add(question + ": " + question.acknowledged() + " acknowledged, " + kept + " kept");
        }
      }
      assertThat(lost).as("answers of %d acknowledged", total(questions)).isEmpty();
      verifyJournal(data);
    }
  }

  /// Makes an administrator, a referent and an assessment.
  ///
  /// @return the path of the questionnaire
  private static String prepare(Server server) throws IOException, InterruptedException {
    try (Client client = new Client(server)) {
      String link = server.administratorLink().substring(server.origin().toString().length());
      client.submit(
          link, link, Map.of("email", ADMINISTRATOR, "name", "Ada Ministre", "password", PASSWORD));
      HttpResponse<String> invited =
          client.submit(
              BODY + "/people",
              BODY + "/people",
              Map.of("email", REFERENT, "role", "REFERENT", "language", "fr"));
      String invitation = find(INVITATION, invited.body(), 1);
      try (Client referent = new Client(server)) {
        referent.submit(invitation, invitation, Map.of("name", "Camille", "password", PASSWORD));
        HttpResponse<String> started =
            referent.submit(
                BODY + "/assessments/start", BODY + "/assessments", Map.of("depth", "STANDARD"));
        return BODY + find(QUESTIONS, started.uri().getPath(), 0);
      }
    }
  }

  /// Lets four people answer, each the questions of one theme, and kills the server among them.
  private static void work(Server server, String questionnaire, List<Autosave> questions)
      throws IOException, InterruptedException {
    AtomicInteger kept = new AtomicInteger();
    AtomicReference<AssertionError> refused = new AtomicReference<>();
    List<Thread> people = new ArrayList<>();
    List<Client> clients = new ArrayList<>();
    for (String theme : THEMES) {
      Client client = new Client(server);
      clients.add(client);
      client.signIn(REFERENT, PASSWORD);
      String page = questionnaire + "/" + theme;
      String html = client.get(page).body();
      List<Autosave> own = Autosave.of(page, html);
      questions.addAll(own);
      people.add(
          Thread.ofVirtual()
              .unstarted(() -> answer(client, Client.proof(html), own, kept, refused)));
    }
    people.forEach(Thread::start);
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (kept.get() < BEFORE_THE_CUT && System.nanoTime() < end && refused.get() == null) {
      Thread.sleep(5);
    }
    server.kill();
    for (Thread person : people) {
      person.join();
    }
    clients.forEach(Client::close);
    if (refused.get() != null) {
      throw refused.get();
    }
  }

  private static void answer(
      Client client,
      String proof,
      List<Autosave> questions,
      AtomicInteger kept,
      AtomicReference<AssertionError> refused) {
    try {
      while (true) {
        for (Autosave question : questions) {
          question.send(client, proof);
          kept.incrementAndGet();
        }
      }
    } catch (IOException powerIsOff) {
      assertThat(kept.get()).as("answers before %s", powerIsOff).isPositive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (AssertionError e) {
      refused.set(e);
    }
  }

  private static void verifyJournal(Path data) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(Built.java());
    command.addAll(List.of("-cp", Built.cli(), "fr.bastide.cli.Bastide"));
    command.addAll(List.of("audit", "verify", "--data", data.toString()));
    Process audit = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(audit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(audit.waitFor()).as(said).isZero();
    assertThat(said).contains("Journal intact");
  }

  private static int total(List<Autosave> questions) {
    return questions.stream().mapToInt(Autosave::acknowledged).sum();
  }

  private static String find(Pattern pattern, String text, int group) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError(pattern + " is not in:\n" + text);
    }
    return matcher.group(group);
  }
}
