package fr.bastide.web.api;

import fr.bastide.assessment.Answer;
import fr.bastide.assessment.Evidence;
import fr.bastide.assessment.EvidenceLevel;
import fr.bastide.kernel.Text;
import fr.bastide.loop.AssessmentId;
import fr.bastide.loop.AttachmentId;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.Assessments;
import fr.bastide.loop.assess.Attachment;
import fr.bastide.loop.assess.Saved;
import fr.bastide.loop.assess.StoredAnswer;
import fr.bastide.web.assessment.Downloads;
import fr.bastide.web.frame.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The answers of an assessment and the files behind them.
@Controller
@RequestMapping(Apis.V1 + "/bodies/{body}/assessments/{id}")
class AnswerDoors {

  private static final Text STALE =
      new Text(
          "Quelqu’un a répondu entre-temps. Rien n’a été écrasé\u00a0: comparez les deux réponses,"
              + " puis renvoyez la vôtre avec la version qui fait foi.",
          "Somebody answered in the meantime. Nothing was overwritten: compare both answers, then"
              + " send yours again with the version that stands.");
  private static final Text TITLE =
      new Text("Réponse modifiée entre-temps", "Answer changed in the meantime");

  private final AssessmentDesk desk;

  AnswerDoors(AssessmentDesk desk) {
    this.desk = desk;
  }

  /// What kind of answer is sent.
  enum Kind {
    GIVEN,
    UNKNOWN,
    NOT_APPLICABLE
  }

  /// What stands behind an answer.
  record SentEvidence(
      EvidenceLevel level,
      Optional<LocalDate> date,
      Optional<LocalDate> expires,
      Optional<String> note) {

    Evidence evidence() {
      return new Evidence(level, date, expires, note.orElse(""));
    }
  }

  /// An answer.
  ///
  /// @param choice when a choice is given
  /// @param evidence when a choice is given; only said when it is left out
  /// @param reason when it is not applicable
  /// @param seen the version that was seen, 0 when there was no answer yet
  record SentAnswer(
      Kind kind,
      Optional<String> choice,
      Optional<SentEvidence> evidence,
      Optional<String> reason,
      int seen) {

    Answer answer() {
      return switch (kind) {
        case GIVEN ->
            new Answer.Given(
                choice.orElseThrow(() -> missing("choice")),
                evidence.map(SentEvidence::evidence).orElse(Evidence.DECLARED));
        case UNKNOWN -> Answer.UNKNOWN;
        case NOT_APPLICABLE ->
            new Answer.NotApplicable(
                reason.filter(text -> !text.isBlank()).orElseThrow(() -> missing("reason")),
                Optional.empty());
      };
    }

    private static Invalid missing(String field) {
      return new Invalid(
          field,
          new Text(
              "Le champ «\u00a0%s\u00a0» manque.".formatted(field),
              "The field “%s” is missing.".formatted(field)));
    }
  }

  /// Which version is accepted.
  record SentAcceptance(int seen) {}

  /// An answer as it stands now.
  record Kept(StoredAnswer answer) {}

  /// A problem (RFC 9457): the answer came too late.
  ///
  /// @param answer the answer that stands now
  /// @param yours what was sent
  record Overtaken(
      String type,
      String title,
      int status,
      String detail,
      String instance,
      StoredAnswer answer,
      StoredAnswer yours) {}

  @Door(
      act = Act.ANSWER,
      fr =
          "Répond à une question. Si quelqu’un a répondu entre-temps\u00a0: 409, avec les deux réponses.",
      en = "Answers a question. If somebody answered in the meantime: 409, with both answers.",
      conflict = AnswerDoors.Overtaken.class)
  @PutMapping(path = "/answers/{question}", consumes = Apis.JSON)
  Reply<Kept> answer(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @PathVariable String question,
      @Sent SentAnswer sent,
      HttpServletRequest request) {
    Saved saved =
        desk.answer(
            caller, Apis.body(body), AssessmentId.parse(id), question, sent.answer(), sent.seen());
    return kept(saved, request);
  }

  @Door(
      act = Act.ACCEPT_NOT_APPLICABLE,
      fr = "Accepte qu’une question soit sans objet\u202f; jamais par qui l’a dit.",
      en = "Accepts that a question is not applicable; never by whoever said so.",
      conflict = AnswerDoors.Overtaken.class)
  @PostMapping(path = "/answers/{question}/acceptance", consumes = Apis.JSON)
  Reply<Kept> accept(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @PathVariable String question,
      @Sent SentAcceptance sent,
      HttpServletRequest request) {
    Saved saved =
        desk.acceptNotApplicable(
            caller, Apis.body(body), AssessmentId.parse(id), question, sent.seen());
    return kept(saved, request);
  }

  @Door(
      act = Act.READ_ASSESSMENT,
      fr = "Toutes les réponses jamais envoyées à une question, la plus récente d’abord.",
      en = "Every answer ever sent to a question, newest first.")
  @GetMapping("/answers/{question}/history")
  Reply<List<Assessments.PastAnswer>> history(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @PathVariable String question) {
    return Reply.of(desk.history(caller, Apis.body(body), AssessmentId.parse(id), question));
  }

  @Door(
      act = Act.ANSWER,
      fr = "Joint un fichier à une réponse, tel quel.",
      en = "Attaches a file to an answer, as it is.",
      status = 201)
  @PostMapping(path = "/answers/{question}/attachments", consumes = "application/octet-stream")
  Reply<Attachment> attach(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @PathVariable String question,
      @RequestParam String name,
      @Sent(most = Attachment.MAX_BYTES) byte[] content) {
    return Reply.created(
        desk.attach(caller, Apis.body(body), AssessmentId.parse(id), question, name, content));
  }

  @Door(
      act = Act.TAKE_REPORT,
      fr = "Rend un fichier joint, tel qu’il est venu.",
      en = "Gives an attached file back, as it came.",
      media = "application/octet-stream")
  @GetMapping("/attachments/{attachment}")
  ResponseEntity<byte[]> attachment(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @PathVariable String attachment) {
    AssessmentDesk.Download taken =
        desk.download(
            caller, Apis.body(body), AssessmentId.parse(id), AttachmentId.parse(attachment));
    return Downloads.file(taken.attachment().name(), "application/octet-stream", taken.content());
  }

  private static Reply<Kept> kept(Saved saved, HttpServletRequest request) {
    return switch (saved) {
      case Saved.Kept kept -> Reply.of(new Kept(kept.answer()));
      case Saved.Stale stale -> {
        var language = Preferences.of(request).language();
        yield Reply.conflict(
            new Overtaken(
                "about:blank",
                TITLE.in(language),
                HttpStatus.CONFLICT.value(),
                STALE.in(language),
                request.getRequestURI(),
                stale.theirs(),
                stale.yours()));
      }
    };
  }
}
