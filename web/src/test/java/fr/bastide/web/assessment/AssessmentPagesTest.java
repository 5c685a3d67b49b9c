package fr.bastide.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.kernel.Language;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.Attachment;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.memory.House;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;

class AssessmentPagesTest {

  private final House house = new House();
  private final Body body = house.body("Mirepoix");
  private final Caller referent = house.of(body, BodyRole.REFERENT);
  private final AssessmentDesk desk = house.assessments();
  private final AssessmentPages pages =
      new AssessmentPages(desk, house.bodies(), house.threshold());
  private final ReportPages reports =
      new ReportPages(
          desk,
          house.plans(),
          house.threshold(),
          house.clock(),
          new fr.bastide.web.frame.Workbench("test", 2, 10, java.time.Duration.ofSeconds(30)));
  private final String of = body.id().toString();

  @Test
  void theListStartsEmptyAndTellsTheHistory() {
    for (Language language : Language.values()) {
      String empty = Screen.draw("list-empty", pages.list(referent, of), language);
      assertThat(empty).contains("/assessments/start");
    }
    completed(2);
    house.clock().advance(Duration.ofDays(200));
    completed(1);
    String html = Screen.draw("list", pages.list(referent, of), Language.FR);
    assertThat(html).contains("<svg").doesNotContain("style=\"");
    assertThat(html.split("class=\"row-line\"", -1)).hasSize(2 + 1);
  }

  @Test
  void startingSaysWhatIsCarriedOver() {
    String first = Screen.draw("start", pages.choose(referent, of), Language.FR);
    assertThat(first).contains("value=\"STANDARD\"").contains("value=\"FULL\"");
    completed(2);
    String second = Screen.draw("start-again", pages.choose(referent, of), Language.FR);
    assertThat(second).contains("seront reprises");
    assertThatThrownBy(() -> pages.start(referent, of, "DEEPEST")).isInstanceOf(Invalid.class);
    var started = pages.start(referent, of, "FULL");
    assertThat(started.path()).endsWith("/questions");
    String open = Screen.draw("start-open", pages.choose(referent, of), Language.FR);
    assertThat(open).doesNotContain("name=\"depth\"");
  }

  @Test
  void theScoreSaysWhereEachPointComesFrom() {
    Assessment assessment = completed(2);
    for (Language language : Language.values()) {
      String html =
          Screen.draw("score", pages.score(referent, of, assessment.id().toString()), language);
      assertThat(html).contains("href=\"/method\"").contains("<svg").doesNotContain("style=\"");
      long asked = house.referential().questions(Depth.STANDARD).count();
      assertThat(html.split("<th scope=\"row\"><a", -1).length).isGreaterThan((int) asked);
    }
  }

  @Test
  void twoAssessmentsOfOneScaleAreCompared() {
    completed(2);
    house.clock().advance(Duration.ofDays(200));
    Assessment second = completed(1);
    String html =
        Screen.draw("compared", pages.score(referent, of, second.id().toString()), Language.FR);
    assertThat(html).contains("id=\"since\"").contains("Questions qui comptent autrement");
  }

  @Test
  void completingShowsWhatIsStillUnknownAndThenFreezes() {
    Assessment open = desk.start(referent, body.id(), Depth.STANDARD);
    String id = open.id().toString();
    desk.answer(referent, body.id(), open.id(), "backups.offline", Answer.UNKNOWN, 0);
    for (Language language : Language.values()) {
      String html = Screen.draw("complete", pages.complete(referent, of, id), language);
      assertThat(html).contains("#q-backups-offline").contains("#q-backups-restore-test");
    }
    pages.completed(referent, of, id);
    assertThat(desk.view(referent, body.id(), open.id()).assessment().open()).isFalse();
    assertThatThrownBy(() -> pages.completed(referent, of, id)).isInstanceOf(Conflict.class);
    Screen.draw("complete-closed", pages.complete(referent, of, id), Language.FR);
  }

  @Test
  void theReportLeavesInEveryForm() {
    String id = completed(2).id().toString();
    var request = new MockHttpServletRequest();
    String html = Screen.draw("report", reports.report(referent, of, id), Language.FR);
    assertThat(html).contains("report.pdf?level=one-page").contains("report.json");
    for (String level : List.of("one-page", "whole")) {
      assertThat(text(reports.pdf(referent, of, id, level, Optional.of("fr"), request)))
          .startsWith("%PDF-");
      ResponseEntity<byte[]> page =
          reports.page(referent, of, id, level, Optional.of("en"), request);
      assertThat(text(page)).startsWith("<!DOCTYPE html>");
      assertThat(page.getHeaders().getFirst("Content-Security-Policy"))
          .contains("style-src 'sha256-")
          .contains("sandbox");
    }
    assertThat(text(reports.json(referent, of, id))).startsWith("{");
    assertThat(text(reports.csv(referent, of, id, Optional.of("fr"), request)))
        .contains("Mirepoix");
    assertThat(text(reports.answers(referent, of, id, request))).contains("backups.offline");
    assertThat(house.acts()).contains("TAKE_REPORT");
    assertThatThrownBy(() -> reports.pdf(referent, of, id, "huge", Optional.empty(), request))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void whoMayNotTakeTheReportIsToldSo() {
    String id = completed(2).id().toString();
    Caller operator = house.of(CentreRole.CSIRT_OPERATOR);
    String html = Screen.draw("report-denied", reports.report(operator, of, id), Language.FR);
    assertThat(html).doesNotContain("report.pdf");
    assertThatThrownBy(() -> reports.json(operator, of, id)).isInstanceOf(Denied.class);
  }

  @Test
  void aFileComesBackAsItWas() {
    Assessment open = desk.start(referent, body.id(), Depth.STANDARD);
    EvidencePages evidence = new EvidencePages(desk);
    byte[] content = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    evidence.attach(
        referent,
        of,
        open.id().toString(),
        "backups",
        "backups.offline",
        Optional.of(new MockMultipartFile("file", "../é vil.html", "text/html", content)));
    Attachment kept = desk.view(referent, body.id(), open.id()).attachments().getFirst();
    ResponseEntity<byte[]> back =
        evidence.download(referent, of, open.id().toString(), kept.id().toString());
    assertThat(back.getBody()).isEqualTo(content);
    assertThat(back.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
        .startsWith("attachment")
        .doesNotContain("..");
    assertThat(back.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE))
        .isEqualTo("application/octet-stream");
    assertThatThrownBy(() ->
            evidence.attach(
                referent, of, open.id().toString(), "backups", "backups.offline", Optional.empty()))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void theMethodIsPublicAndWhole() {
    MethodPages method = new MethodPages(desk);
    for (Language language : Language.values()) {
      String html = Screen.draw("method", method.method(), language);
      house
          .referential()
          .scale()
          .caps()
          .forEach(cap -> assertThat(html).contains(cap.reason().in(language).split("’")[0]));
    }
  }

  /// An assessment completed with one question in so many answered badly, the others well.
  private Assessment completed(int bad) {
    Assessment open = desk.start(referent, body.id(), Depth.STANDARD);
    int i = 0;
    for (Question question : house.referential().questions(Depth.STANDARD).toList()) {
      int seen =
          desk.view(referent, body.id(), open.id()).answers().containsKey(question.id()) ? 1 : 0;
      int last = question.choices().size() - 1;
      Answer answer =
          i % 7 == 6
              ? Answer.UNKNOWN
              : new Answer.Given(
                  question.choices().get(i % 3 < bad ? Math.min(1, last) : last).id(),
                  Evidence.of(EvidenceLevel.values()[i % 3], LocalDate.of(2026, 11, 1)));
      desk.answer(referent, body.id(), open.id(), question.id(), answer, seen);
      i++;
    }
    return desk.complete(referent, body.id(), open.id());
  }

  private static String text(ResponseEntity<byte[]> response) {
    return new String(Objects.requireNonNull(response.getBody()), StandardCharsets.UTF_8);
  }
}
