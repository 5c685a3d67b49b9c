package fr.bastide.web.flash;

import static org.assertj.core.api.Assertions.assertThat;

import fr.bastide.assessment.Depth;
import fr.bastide.kernel.BodyId;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Membership;
import fr.bastide.loop.account.Account;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.web.TestBrowser;
import fr.bastide.web.TestServer;
import fr.bastide.web.frame.Workbench;
import fr.bastide.web.frame.Workbenches;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A crowd of visitors asks for reports at once.
class CrowdTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final BodyId TOWN = new BodyId("commune-46042");
  private static final int CROWD = 50;

  @Test
  void everybodyIsAnsweredAndMembersAreNotPushedAside() throws Exception {
    Workbench visitors = SERVER.context().getBean(Workbenches.VISITORS, Workbench.class);
    TestBrowser member = new TestBrowser(SERVER);
    String report = report(member);
    TestBrowser crowd = new TestBrowser(SERVER);
    String proof = TestBrowser.proof(crowd.get("/flash").body());
    long before = visitors.refused();
    List<HttpResponse<String>> answers = new ArrayList<>();
    HttpResponse<String> meanwhile;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> asked = new ArrayList<>();
      for (int i = 0; i < CROWD; i++) {
        boolean page = i % 2 == 0;
        asked.add(
            people.submit(() ->
                page
                    ? crowd.post("/flash/report.pdf", proof, "name", "Foule")
                    : crowd.json("/api/v1/flash/report.pdf", proof, "{\"name\":\"Foule\"}")));
      }
      meanwhile = member.get(report);
      for (Future<HttpResponse<String>> one : asked) {
        answers.add(one.get(60, TimeUnit.SECONDS));
      }
    }
    assertThat(meanwhile.statusCode()).isEqualTo(200);
    assertThat(meanwhile.body()).startsWith("%PDF");
    long served = answers.stream().filter(answer -> answer.statusCode() == 200).count();
    List<HttpResponse<String>> sentAway =
        answers.stream().filter(answer -> answer.statusCode() != 200).toList();
    assertThat(served).isPositive();
    assertThat(sentAway).hasSize((int) (visitors.refused() - before)).isNotEmpty();
    sentAway.forEach(CrowdTest::kind);
    int processors = Runtime.getRuntime().availableProcessors();
    assertThat(visitors.mostAtOnce()).isLessThanOrEqualTo(Math.max(1, processors / 2));
  }

  private static void kind(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    boolean page = answer.request().uri().getPath().startsWith("/flash");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith(page ? "text/html" : "application/problem+json");
    assertThat(answer.body()).contains("Rien n’est perdu");
    assertThat(answer.body()).as("nothing failed").doesNotContain("Référence", "\"reference\"");
  }

  private static String report(TestBrowser member) throws Exception {
    Account official = SERVER.person(new Membership.OfBody(TOWN, BodyRole.OFFICIAL));
    Assessment open =
        SERVER.context().getBean(AssessmentDesk.class).start(official.caller(), TOWN, Depth.FLASH);
    member.signIn(official.email());
    String path = "/bodies/" + TOWN + "/assessments/" + open.id() + "/report.pdf?level=one-page";
    assertThat(member.get(path).statusCode()).isEqualTo(200);
    return path;
  }
}
