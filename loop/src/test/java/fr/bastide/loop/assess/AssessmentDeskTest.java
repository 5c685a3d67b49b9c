package fr.bastide.loop.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.Depth;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.assessment.Question;
import fr.bastide.assessment.Score;
import fr.bastide.kernel.BodySize;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Denied;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.BodyRole;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.account.Secrets;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.memory.House;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssessmentDeskTest {

  private final House house = new House();
  private final AssessmentDesk desk = house.assessments();
  private final Body body = house.body("Foix");
  private final Body other = house.body("Pamiers");
  private final Caller mayor = house.of(body, BodyRole.OFFICIAL);
  private final Caller referent = house.of(body, BodyRole.REFERENT);
  private final Question question =
      house.referential().questions(Depth.FLASH).findFirst().orElseThrow();
  private final Question fullOnly =
      house
          .referential()
          .questions(Depth.FULL)
          .filter(q -> q.depth() == Depth.FULL)
          .findFirst()
          .orElseThrow();

  private AssessmentId started() {
    return desk.start(mayor, body.id(), Depth.STANDARD).id();
  }

  private Saved answer(Caller caller, AssessmentId id, Answer answer, int seen) {
    return desk.answer(caller, body.id(), id, question.id(), answer, seen);
  }

  private Answer best() {
    return Answer.declared(question.choices().getLast().id());
  }

  private Answer worst() {
    return Answer.declared(question.choices().getFirst().id());
  }

  private static Answer none(String reason) {
    return new Answer.NotApplicable(reason, Optional.empty());
  }

  private Answer standing(AssessmentId id) {
    return desk.view(mayor, body.id(), id).sheet().answer(question.id());
  }

  @Test
  void startsWithAResultAndAnEntryInTheJournal() {
    Assessment started = desk.start(mayor, body.id(), Depth.STANDARD);
    assertThat(started.open()).isTrue();
    assertThat(started.example()).isFalse();
    assertThat(started.referential()).isEqualTo(house.referential().version());
    assertThat(started.result().orElseThrow().answered()).isZero();
    assertThat(started.result().orElseThrow().asked()).isPositive();
    assertThat(desk.ofBody(mayor, body.id())).containsExactly(started);
    assertThat(house.acts()).containsExactly("START_ASSESSMENT");
  }

  @Test
  void oneIsOpenAtATime() {
    started();
    assertThatThrownBy(() -> desk.start(referent, body.id(), Depth.FULL))
        .isInstanceOf(Conflict.class);
    assertThat(desk.ofBody(mayor, body.id())).hasSize(1);
  }

  @Test
  void anAnswerMovesTheResult() {
    AssessmentId id = started();
    Result before = desk.view(mayor, body.id(), id).assessment().result().orElseThrow();
    Saved saved = answer(referent, id, best(), 0);
    AssessmentView view = desk.view(mayor, body.id(), id);
    Result after = view.assessment().result().orElseThrow();
    assertThat(((Saved.Kept) saved).answer().version()).isEqualTo(1);
    assertThat(((Saved.Kept) saved).answer().authorName()).isEqualTo(referent.name());
    assertThat(after.answered()).isEqualTo(1);
    assertThat(after.total().low()).isGreaterThan(before.total().low());
    assertThat(after).isEqualTo(Result.of(view.score()));
  }

  @Test
  void twoPeopleWhoAnswerAtOnceLoseNothing() {
    AssessmentId id = started();
    answer(mayor, id, best(), 0);
    Saved second = answer(referent, id, worst(), 0);
    Saved.Stale stale = (Saved.Stale) second;
    assertThat(stale.theirs().answer()).isEqualTo(best());
    assertThat(stale.theirs().authorName()).isEqualTo(mayor.name());
    assertThat(stale.yours().answer()).isEqualTo(worst());
    assertThat(standing(id)).isEqualTo(best());
    List<Assessments.PastAnswer> history = desk.history(mayor, body.id(), id, question.id());
    assertThat(history).extracting(Assessments.PastAnswer::tooLate).containsExactly(true, false);
    assertThat(((Saved.Kept) answer(referent, id, worst(), 1)).answer().version()).isEqualTo(2);
    assertThat(standing(id)).isEqualTo(worst());
  }

  @Test
  void nobodyHasSeenAnAnswerThatIsNotThere() {
    AssessmentId id = started();
    assertThatThrownBy(() -> answer(mayor, id, best(), 4)).isInstanceOf(NotFound.class);
    assertThat(desk.view(mayor, body.id(), id).answers()).isEmpty();
  }

  @Test
  void anAnswerThatDoesNotFitIsRefusedAndChangesNothing() {
    AssessmentId id = started();
    LocalDate day = LocalDate.of(2026, 5, 1);
    List<Answer> wrong =
        List.of(
            Answer.declared("no-such-choice"),
            given(Optional.of(day), Optional.empty(), "é".repeat(Evidence.MAX_NOTE + 1)),
            given(Optional.of(day), Optional.empty(), "a\0b"),
            given(Optional.of(day), Optional.empty(), "a\ud83cb"),
            given(Optional.of(day), Optional.of(day.minusDays(1)), ""),
            given(Optional.of(LocalDate.MAX), Optional.empty(), ""),
            given(Optional.empty(), Optional.of(LocalDate.MIN), ""),
            none("é".repeat(1_001)),
            none("a\0b"));
    for (Answer answer : wrong) {
      assertThatThrownBy(() -> answer(mayor, id, answer, 0)).isInstanceOf(Invalid.class);
    }
    for (String asked : List.of(fullOnly.id(), "no.such", "")) {
      assertThatThrownBy(() -> desk.answer(mayor, body.id(), id, asked, Answer.UNKNOWN, 0))
          .as("question %s", asked)
          .isInstanceOf(Invalid.class);
    }
    assertThat(desk.view(mayor, body.id(), id).answers()).isEmpty();
    assertThat(house.acts()).containsExactly("START_ASSESSMENT");
  }

  @Test
  void evidenceNeedsADateThatIsPastAndLastsNoLongerThanTheQuestionLets() {
    AssessmentId id = started();
    LocalDate today = LocalDate.of(2026, 11, 24);
    LocalDate end = today.plusMonths(question.validityMonths());
    refused(id, "date", given(Optional.empty(), Optional.empty(), ""));
    refused(id, "date", given(Optional.empty(), Optional.of(today.plusDays(9)), ""));
    refused(id, "date", given(Optional.of(today.plusDays(1)), Optional.empty(), ""));
    refused(id, "expires", given(Optional.of(today), Optional.of(end.plusDays(1)), ""));
    refused(id, "expires", given(Optional.of(today), Optional.of(LocalDate.of(2100, 1, 1)), ""));
    refused(id, "expires", given(Optional.of(today), Optional.of(today.minusDays(1)), ""));
    assertThat(desk.view(mayor, body.id(), id).answers()).isEmpty();
    Answer kept = given(Optional.of(today), Optional.of(end), "");
    answer(mayor, id, kept, 0);
    assertThat(standing(id)).isEqualTo(kept);
  }

  private void refused(AssessmentId id, String field, Answer answer) {
    assertThatThrownBy(() -> answer(mayor, id, answer, 0))
        .isInstanceOfSatisfying(
            Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo(field));
  }

  private Answer given(Optional<LocalDate> date, Optional<LocalDate> expires, String note) {
    return new Answer.Given(
        question.choices().getLast().id(),
        new Evidence(EvidenceLevel.DOCUMENT, date, expires, note));
  }

  @Test
  void notApplicableCountsOnceASecondPersonAcceptedIt() {
    AssessmentId id = started();
    Answer claimed = new Answer.NotApplicable("Pas d’informatique", Optional.of("Moi-même"));
    answer(referent, id, claimed, 0);
    assertThat(standing(id)).isEqualTo(none("Pas d’informatique"));
    assertThat(standingOf(id)).isEqualTo(Score.Standing.NOT_APPLICABLE_PENDING);
    assertThatThrownBy(() -> desk.acceptNotApplicable(referent, body.id(), id, question.id(), 1))
        .isInstanceOf(Denied.class);
    assertThat(standingOf(id)).isEqualTo(Score.Standing.NOT_APPLICABLE_PENDING);

    desk.acceptNotApplicable(mayor, body.id(), id, question.id(), 1);
    assertThat(standing(id))
        .isEqualTo(new Answer.NotApplicable("Pas d’informatique", Optional.of(mayor.name())));
    assertThat(standingOf(id)).isEqualTo(Score.Standing.NOT_APPLICABLE);
    // The author does not take the acceptance over.
    assertThatThrownBy(() -> desk.acceptNotApplicable(referent, body.id(), id, question.id(), 2))
        .isInstanceOf(Conflict.class);
    assertThat(desk.history(mayor, body.id(), id, question.id())).hasSize(2);
  }

  private Score.Standing standingOf(AssessmentId id) {
    return desk.view(mayor, body.id(), id).score().questions().stream()
        .filter(q -> q.question().equals(question.id()))
        .findFirst()
        .orElseThrow()
        .standing();
  }

  @Test
  void whatChangedInTheMeantimeIsNotAccepted() {
    AssessmentId id = started();
    assertThatThrownBy(() -> desk.acceptNotApplicable(mayor, body.id(), id, question.id(), 0))
        .isInstanceOf(NotFound.class);
    answer(referent, id, none("Sans objet"), 0);
    answer(referent, id, none("Autre raison"), 1);
    assertThat(desk.acceptNotApplicable(mayor, body.id(), id, question.id(), 1))
        .isInstanceOf(Saved.Stale.class);
    assertThat(standing(id)).isEqualTo(none("Autre raison"));
    answer(referent, id, best(), 2);
    assertThatThrownBy(() -> desk.acceptNotApplicable(mayor, body.id(), id, question.id(), 3))
        .isInstanceOf(Conflict.class);
  }

  @Test
  void aNewReasonNeedsANewAcceptance() {
    AssessmentId id = started();
    answer(referent, id, none("Sans objet"), 0);
    desk.acceptNotApplicable(mayor, body.id(), id, question.id(), 1);
    answer(referent, id, none("Autre raison"), 2);
    assertThat(standingOf(id)).isEqualTo(Score.Standing.NOT_APPLICABLE_PENDING);
  }

  @Test
  void aCompletedAssessmentNeverChanges() {
    AssessmentId id = started();
    answer(mayor, id, best(), 0);
    answer(referent, id, none("Sans objet"), 1);
    house.clock().advance(Duration.ofDays(1));
    Assessment completed = desk.complete(mayor, body.id(), id);
    assertThat(completed.completedAt()).contains(house.clock().instant());
    AssessmentView before = desk.view(mayor, body.id(), id);
    assertThat(completed.result()).contains(Result.of(before.score()));

    house.clock().advance(Duration.ofDays(900));
    assertThatThrownBy(() -> answer(mayor, id, worst(), 2)).isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> desk.acceptNotApplicable(mayor, body.id(), id, question.id(), 2))
        .isInstanceOf(Conflict.class);
    assertThatThrownBy(() -> desk.complete(mayor, body.id(), id)).isInstanceOf(Conflict.class);
    assertThatThrownBy(
            () -> desk.attach(mayor, body.id(), id, question.id(), "a.pdf", new byte[] {1}))
        .isInstanceOf(Conflict.class);
    assertThat(desk.view(mayor, body.id(), id)).isEqualTo(before);
  }

  @Test
  void theNextOneCarriesTheAnswersOver() {
    AssessmentId first = started();
    answer(mayor, first, worst(), 0);
    answer(referent, first, best(), 1);
    desk.complete(mayor, body.id(), first);
    house.clock().advance(Duration.ofDays(30));
    Assessment next = desk.start(mayor, body.id(), Depth.FLASH);
    AssessmentView view = desk.view(mayor, body.id(), next.id());
    StoredAnswer carried = Optional.ofNullable(view.answers().get(question.id())).orElseThrow();
    assertThat(carried.answer()).isEqualTo(best());
    assertThat(carried.version()).isEqualTo(1);
    assertThat(carried.authorName()).isEqualTo(referent.name());
    assertThat(next.result()).contains(Result.of(view.score()));
    assertThat(next.result().orElseThrow().answered()).isEqualTo(1);
    answer(mayor, next.id(), worst(), 1);
    assertThat(standing(first)).isEqualTo(best());
  }

  @Test
  void onlyWhatTheNextOneAsksIsCarriedOver() {
    AssessmentId first = desk.start(mayor, body.id(), Depth.FULL).id();
    desk.answer(mayor, body.id(), first, fullOnly.id(), Answer.UNKNOWN, 0);
    answer(mayor, first, best(), 0);
    desk.complete(mayor, body.id(), first);
    house.clock().advance(Duration.ofDays(1));
    AssessmentId next = desk.start(mayor, body.id(), Depth.FLASH).id();
    assertThat(desk.view(mayor, body.id(), next).answers()).containsOnlyKeys(question.id());
  }

  @Test
  void whatIsOfAnotherBodyIsNotFoundByAnyRoad() {
    Caller stranger = house.of(other, BodyRole.OFFICIAL);
    AssessmentId id = started();
    Attachment file = desk.attach(mayor, body.id(), id, question.id(), "a.pdf", new byte[] {1});
    for (Body named : List.of(body, other)) {
      assertThatThrownBy(() -> desk.view(stranger, named.id(), id)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> desk.report(stranger, named.id(), id)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> desk.complete(stranger, named.id(), id))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> desk.history(stranger, named.id(), id, question.id()))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> desk.answer(stranger, named.id(), id, question.id(), best(), 0))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> desk.download(stranger, named.id(), id, file.id()))
          .isInstanceOf(NotFound.class);
    }
    assertThatThrownBy(() -> desk.view(mayor, body.id(), AssessmentId.random()))
        .isInstanceOf(NotFound.class);
    AssessmentId theirs = desk.start(stranger, other.id(), Depth.FLASH).id();
    assertThatThrownBy(() -> desk.download(stranger, other.id(), theirs, file.id()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aFileComesBackAsItCame() {
    AssessmentId id = started();
    byte[] content = "procès-verbal".getBytes(StandardCharsets.UTF_8);
    Attachment file =
        desk.attach(
            referent, body.id(), id, question.id(), "C:\\Été\\..\\pv: essai?\u202e.pdf", content);
    assertThat(file.name()).isEqualTo("pv essai.pdf");
    assertThat(file.bytes()).isEqualTo(content.length);
    assertThat(file.sha256()).isEqualTo(Secrets.hash("procès-verbal"));
    AssessmentDesk.Download download = desk.download(mayor, body.id(), id, file.id());
    assertThat(download.attachment()).isEqualTo(file);
    assertThat(download.content()).isEqualTo(content);
    assertThat(desk.view(mayor, body.id(), id).attachments()).containsExactly(file);
    assertThat(house.acts()).endsWith("ANSWER", "TAKE_REPORT");
    assertThatThrownBy(() -> desk.download(mayor, body.id(), id, AttachmentId.random()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aFileWithoutContentOrNameIsRefused() {
    AssessmentId id = started();
    byte[] one = {1};
    for (String name : List.of("", " ", "..", "a/", "\u202e", "???")) {
      assertThatThrownBy(() -> desk.attach(mayor, body.id(), id, question.id(), name, one))
          .as("name '%s'", name)
          .isInstanceOf(Invalid.class);
    }
    for (byte[] content : new byte[][] {{}, new byte[Attachment.MAX_BYTES + 1]}) {
      assertThatThrownBy(() -> desk.attach(mayor, body.id(), id, question.id(), "a", content))
          .isInstanceOf(Invalid.class);
    }
    assertThatThrownBy(() -> desk.attach(mayor, body.id(), id, "no.such", "a", one))
        .isInstanceOf(Invalid.class);
    Attachment longName = desk.attach(mayor, body.id(), id, question.id(), "🏰".repeat(300), one);
    assertThat(longName.name().codePointCount(0, longName.name().length())).isEqualTo(200);
    assertThat(longName.name()).endsWith("🏰");
    assertThat(desk.view(mayor, body.id(), id).attachments()).hasSize(1);
  }

  @Test
  void aReportLeavesAnEntryAndAViewDoesNot() {
    AssessmentId id = started();
    desk.view(mayor, body.id(), id);
    assertThat(house.acts()).containsExactly("START_ASSESSMENT");
    assertThat(desk.report(mayor, body.id(), id)).isEqualTo(desk.view(mayor, body.id(), id));
    assertThat(house.acts()).containsExactly("START_ASSESSMENT", "TAKE_REPORT");
    assertThat(house.verdict().faults()).isEmpty();
  }

  @Test
  void anyoneTakesTheFlashAndNothingIsKept() {
    LocalDate day = LocalDate.of(2026, 11, 24);
    AnswerSheet sheet =
        new AnswerSheet(Depth.FLASH, BodySize.SMALL, day, Map.of(question.id(), best()));
    assertThat(desk.flash(Caller.VISITOR, sheet)).isEqualTo(desk.scorer().score(sheet));
    AnswerSheet wider = new AnswerSheet(Depth.FULL, BodySize.SMALL, day, Map.of());
    assertThatThrownBy(() -> desk.flash(Caller.VISITOR, wider)).isInstanceOf(Conflict.class);
    assertThat(house.acts()).isEmpty();
  }
}
