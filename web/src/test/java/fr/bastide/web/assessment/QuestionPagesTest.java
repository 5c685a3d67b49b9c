package fr.bastide.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Question;
import fr.bastide.kernel.Language;
import fr.bastide.loop.Denied;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.Assessment;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.memory.House;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Redirect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

class QuestionPagesTest {

  private static final Optional<String> SCRIPT = Optional.of("true");
  private static final Optional<String> NO_SCRIPT = Optional.empty();

  private final House house = new House();
  private final Body body = house.body("Mirepoix");
  private final Caller referent = house.of(body, BodyRole.REFERENT);
  private final Caller official = house.of(body, BodyRole.OFFICIAL);
  private final Caller reader = house.of(body, BodyRole.DATA_PROTECTION_OFFICER);
  private final AssessmentDesk desk = house.assessments();
  private final QuestionPages pages = new QuestionPages(desk, house.threshold());
  private final Assessment assessment = desk.start(referent, body.id(), Depth.STANDARD);
  private final String of = body.id().toString();
  private final String id = assessment.id().toString();
  private final Question question = house.referential().question("backups.offline").orElseThrow();

  @Test
  void aThemeShowsEveryQuestionWithAFormThatNeedsNoScript() {
    for (Language language : Language.values()) {
      String html = Screen.draw("theme", pages.theme(referent, of, id, "backups"), language);
      assertThat(html)
          .contains("action=\"/bodies/" + of + "/assessments/" + id + "/questions/backups/")
          .contains("name=\"seen\" value=\"0\"")
          .contains("method=\"post\"")
          .contains("type=\"submit\"")
          .doesNotContain("style=\"")
          .doesNotContain("onclick");
    }
    Screen.draw("themes", pages.themes(referent, of, id), Language.FR);
  }

  @Test
  void anAnswerThatWasCarriedOverSaysSoAndFromWhen() {
    pages.answer(referent, of, id, "backups", question.id(), weekly(0), NO_SCRIPT);
    String said = "reprise d’une évaluation précédente";
    assertThat(Screen.draw("not-carried", pages.theme(referent, of, id, "backups"), Language.FR))
        .doesNotContain(said);
    desk.complete(referent, body.id(), assessment.id());
    house.clock().advance(java.time.Duration.ofDays(40));
    String next = desk.start(referent, body.id(), Depth.STANDARD).id().toString();
    String carried =
        Screen.draw("carried", pages.theme(referent, of, next, "backups"), Language.FR);
    assertThat(carried.split(said, -1)).as("one answer").hasSize(2);
    assertThat(carried).contains("donnée le 24", "2026 par").contains("par " + referent.name());
    var anew = Screen.form("choice", AnswerForm.UNKNOWN, "seen", "1");
    pages.answer(official, of, next, "backups", question.id(), anew, NO_SCRIPT);
    assertThat(Screen.draw("answered", pages.theme(referent, of, next, "backups"), Language.FR))
        .doesNotContain(said);
  }

  @Test
  void anAnswerIsKeptAndThePageComesBackAtItsPlace() {
    var sent = pages.answer(referent, of, id, "backups", question.id(), weekly(0), NO_SCRIPT);
    assertThat(target(sent)).endsWith("/questions/backups#q-backups-offline");
    assertThat(desk.view(referent, body.id(), assessment.id()).sheet().answer(question.id()))
        .isEqualTo(Answer.declared("weekly"));
  }

  @Test
  void aScriptGetsTheNewVersionTheStatusAndTheProgress() {
    String html = script(weekly(0), referent);
    assertThat(html)
        .startsWith("<div id=\"state-backups-offline\"")
        .contains("name=\"seen\" value=\"1\"")
        .contains("id=\"said\" hx-swap-oob=\"innerHTML\"")
        .contains("id=\"progress\"");
  }

  @Test
  void sendingTheSameAgainAddsNothingToTheHistory() {
    script(weekly(0), referent);
    script(weekly(1), referent);
    assertThat(desk.history(referent, body.id(), assessment.id(), question.id())).hasSize(1);
  }

  @Test
  void twoPeopleAtOnceLoseNothing() {
    script(weekly(0), referent);
    MultiValueMap<String, String> late =
        Screen.form(
            "choice",
            "none",
            "note",
            "vu sur place",
            "level",
            "DOCUMENT",
            "date",
            "2026-11-02",
            "seen",
            "0");
    Object again = pages.answer(official, of, id, "backups", question.id(), late, NO_SCRIPT);
    Page page = (Page) again;
    String html = Screen.draw("stale", page, Language.FR);
    assertThat(page.status()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(html)
        .contains(question.choices().getFirst().text().fr())
        .contains("name=\"over\" value=\"1\"")
        .contains("vu sur place");
    assertThat(stands()).isEqualTo(Answer.declared("weekly"));
    assertThat(desk.history(referent, body.id(), assessment.id(), question.id()))
        .hasSize(2)
        .anyMatch(past -> past.tooLate());

    late.add("over", "1");
    pages.answer(official, of, id, "backups", question.id(), late, NO_SCRIPT);
    assertThat(stands()).isInstanceOf(Answer.Given.class).isNotEqualTo(Answer.declared("weekly"));
    String history =
        Screen.draw(
            "history",
            pages.history(referent, of, id, "backups", question.id(), NO_SCRIPT),
            Language.FR);
    assertThat(history).contains("trop tard");
  }

  @Test
  void whatMakesNoAnswerIsShownAgainWithTheReason() {
    for (var form :
        List.of(
            Screen.form("choice", "", "seen", "0"),
            Screen.form("choice", "not-applicable", "reason", " ", "seen", "0"),
            Screen.form("choice", "weekly", "date", "hier", "note", "gardé", "seen", "0"),
            Screen.form("choice", "weekly", "level", "GOSSIP", "seen", "0"),
            Screen.form("choice", "perfect", "seen", "0"),
            Screen.form(
                "choice", "weekly", "date", "2026-05-02", "expires", "2026-05-01", "seen", "0"))) {
      Page page = (Page) pages.answer(referent, of, id, "backups", question.id(), form, NO_SCRIPT);
      assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
      String html = Screen.draw("wrong", page, Language.FR);
      assertThat(html)
          .contains("field-wrong")
          .contains(form.getOrDefault("note", List.of("")).getFirst());
    }
    assertThat(desk.view(referent, body.id(), assessment.id()).answers()).isEmpty();
  }

  @Test
  void evidenceWithoutItsDateIsShownAgainAndSaysWhatIsMissing() {
    for (Optional<String> byScript : List.of(SCRIPT, NO_SCRIPT)) {
      var form =
          Screen.form("choice", "weekly", "level", "DOCUMENT", "note", "contrat", "seen", "0");
      Page page = (Page) pages.answer(referent, of, id, "backups", question.id(), form, byScript);
      assertThat(Screen.draw("undated", page, Language.FR))
          .contains("Indiquez le jour où cette preuve a été établie");
      assertThat(desk.view(referent, body.id(), assessment.id()).answers()).isEmpty();
      if (byScript.isEmpty()) {
        assertThat(page.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Screen.draw("undated", page, Language.FR))
            .contains("value=\"DOCUMENT\" selected")
            .contains(">contrat</textarea>");
      }
      form.add("date", "2026-11-02");
      form.add("expires", "2200-01-01");
      Page far = (Page) pages.answer(referent, of, id, "backups", question.id(), form, byScript);
      assertThat(Screen.draw("far", far, Language.FR)).contains("Vérifiez l’année");
    }
  }

  @Test
  void notApplicableWaitsForASecondPerson() {
    script(
        Screen.form("choice", "not-applicable", "reason", "tout en ligne", "seen", "0"), referent);
    String own = Screen.draw("pending", pages.theme(referent, of, id, "backups"), Language.FR);
    assertThat(own).doesNotContain("/accept\"");
    String other = Screen.draw("accept", pages.theme(official, of, id, "backups"), Language.FR);
    assertThat(other).contains("/accept\"");
    assertThatThrownBy(() -> pages.accept(referent, of, id, "backups", question.id(), 1))
        .isInstanceOf(Denied.class);
    pages.accept(official, of, id, "backups", question.id(), 1);
    assertThat(((Answer.NotApplicable) stands()).acceptedBy()).isPresent();
  }

  @Test
  void anAnswerMakesConditionalQuestionsAppear() {
    String html =
        Screen.draw(
            "appear",
            (Page)
                pages.answer(
                    referent,
                    of,
                    id,
                    "mobile",
                    "mobile.fleet",
                    Screen.form("choice", fleetless(), "seen", "0"),
                    SCRIPT),
            Language.FR);
    assertThat(html).contains("id=\"q-mobile-lock\"").contains("question-silent");
  }

  @Test
  void theNextQuestionIsTheFirstNobodyAnswered() {
    String first = target(pages.next(referent, of, id));
    assertThat(first).contains("#q-");
    Question asked = house.referential().questions(Depth.STANDARD).findFirst().orElseThrow();
    assertThat(first).endsWith(AssessmentPath.anchor(asked));
    desk.answer(referent, body.id(), assessment.id(), asked.id(), Answer.UNKNOWN, 0);
    assertThat(target(pages.next(referent, of, id))).isNotEqualTo(first);
  }

  @Test
  void whoMayOnlyReadGetsNoForm() {
    script(weekly(0), referent);
    String html = Screen.draw("read-only", pages.theme(reader, of, id, "backups"), Language.FR);
    assertThat(html).doesNotContain("class=\"answer\"").doesNotContain("type=\"file\"");
    assertThatThrownBy(
            () -> pages.answer(reader, of, id, "backups", question.id(), weekly(1), NO_SCRIPT))
        .isInstanceOf(Denied.class);
  }

  @Test
  void nobodySeesAnotherBody() {
    Body other = house.body("Pamiers");
    Caller stranger = house.of(other, BodyRole.REFERENT);
    assertThatThrownBy(() -> pages.themes(stranger, of, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> pages.themes(referent, other.id().toString(), id))
        .isInstanceOf(NotFound.class);
    String own = other.id().toString();
    assertThatThrownBy(() -> pages.themes(stranger, own, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> pages.history(stranger, own, id, "backups", question.id(), NO_SCRIPT))
        .isInstanceOf(NotFound.class);
    for (String odd : List.of("x", "../etc", "commune-09194'--")) {
      assertThatThrownBy(() -> pages.themes(referent, odd, id)).isInstanceOf(NotFound.class);
    }
    assertThatThrownBy(() -> pages.theme(referent, of, id, "nothing")).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> pages.answer(referent, of, id, "people", question.id(), weekly(0), NO_SCRIPT))
        .isInstanceOf(NotFound.class);
  }

  private Answer stands() {
    return desk.view(referent, body.id(), assessment.id()).sheet().answer(question.id());
  }

  private String fleetless() {
    return house.referential().question("mobile.fleet").orElseThrow().choices().getLast().id();
  }

  private String script(MultiValueMap<String, String> form, Caller caller) {
    Object page = pages.answer(caller, of, id, "backups", question.id(), form, SCRIPT);
    return Screen.draw("saved", (Page) page, Language.FR).strip();
  }

  private static MultiValueMap<String, String> weekly(int seen) {
    return Screen.form("choice", "weekly", "level", "DECLARED", "seen", Integer.toString(seen));
  }

  private static String target(Object response) {
    return ((Redirect) response).path();
  }
}
