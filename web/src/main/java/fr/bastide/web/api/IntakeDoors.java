package fr.bastide.web.api;

import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.intake.Channel;
import fr.bastide.loop.intake.DetectedAlert;
import fr.bastide.loop.intake.HoursDesk;
import fr.bastide.loop.intake.Message;
import fr.bastide.loop.intake.QueueDesk;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportFile;
import fr.bastide.loop.intake.ReportId;
import fr.bastide.loop.intake.ReportView;
import fr.bastide.loop.intake.WrittenHours;
import fr.bastide.web.PublicAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Reports of attacks, for the programs of the centre.
@Controller
@RequestMapping(Apis.V1)
class IntakeDoors {

  private final QueueDesk desk;
  private final HoursDesk hours;
  private final PublicAddress address;

  IntakeDoors(QueueDesk desk, HoursDesk hours, PublicAddress address) {
    this.desk = desk;
    this.hours = hours;
    this.address = address;
  }

  /// A report.
  ///
  /// @param answers by the keys of the form
  /// @param takenBy who took it
  /// @param seen the version that a change must name
  record Told(
      UUID id,
      String reference,
      Channel channel,
      Report.State state,
      Map<String, String> answers,
      Instant openedAt,
      Instant changedAt,
      Optional<String> takenBy,
      Optional<Instant> takenAt,
      Optional<String> caseName,
      boolean suspect,
      int seen) {

    static Told of(Report report) {
      return new Told(
          report.id().value(),
          report.reference().toString(),
          report.channel(),
          report.state(),
          report.answers(),
          report.openedAt(),
          report.changedAt(),
          report.handling().map(Report.Handling::name),
          report.handling().map(Report.Handling::at),
          report.caseName(),
          report.suspect(),
          report.version());
    }
  }

  /// A report with what was said and what came with it.
  record ToldWhole(Told report, List<Said> messages, List<Piece> files) {

    static ToldWhole of(ReportView view) {
      return new ToldWhole(
          Told.of(view.report()),
          view.messages().stream().map(Said::of).toList(),
          view.files().stream().map(Piece::of).toList());
    }
  }

  /// Something that was said.
  ///
  /// @param proven whether it surely belongs here
  record Said(Message.Author author, String name, String text, Instant at, boolean proven) {

    static Said of(Message message) {
      return new Said(
          message.author(),
          message.name(),
          message.text(),
          message.at(),
          message.standing() == Message.Standing.PROVEN);
    }
  }

  /// A file; nothing of what the sender says of it is believed.
  record Piece(UUID id, String name, String media, long bytes, String sha256, Instant at) {

    static Piece of(ReportFile file) {
      return new Piece(
          file.id(), file.name(), file.media(), file.bytes(), file.sha256(), file.at());
    }
  }

  /// A report that a program brings.
  record SentReport(Optional<Language> language, Map<String, String> answers) {}

  /// A text in both languages.
  record SentWording(String fr, String en) {

    Text text(String field) {
      if (fr.isBlank() || en.isBlank()) {
        throw new Invalid(
            field,
            new Text(
                "Il faut un texte en français et en anglais.",
                "A text in French and in English is needed."));
      }
      return new Text(fr, en);
    }
  }

  /// An alert of detection.
  record SentAlert(
      String key,
      String rule,
      SentWording title,
      SentWording explanation,
      Optional<String> body,
      Instant firstSeen) {}

  /// What is done with a report.
  enum Handling {
    TAKEN,
    CLOSED
  }

  /// What is done with a report, and the version that the program saw.
  record SentReportHandling(Handling state, int seen) {}

  /// What a program writes on a call sheet, by the keys of the form.
  record SentReportSheet(Map<String, String> answers) {}

  /// An answer to whoever reported.
  record SentReportAnswer(String text) {}

  /// A new secret link.
  record ReportLink(String link) {}

  /// When the centre answers, as the page writes it.
  record WrittenTimes(Map<String, String> fields, int seen) {}

  /// The same, to be kept.
  record SentTimes(Map<String, String> fields, int seen) {}

  @Door(
      act = Act.READ_REPORTS,
      fr = "Les signalements : d’abord ceux que personne n’a pris, le plus ancien en tête.",
      en = "The reports: those nobody has taken first, the longest waiting at the top.")
  @GetMapping("/reports")
  Reply<List<Told>> queue(Caller caller, @RequestParam(defaultValue = "false") boolean closed) {
    return Reply.of(desk.queue(caller, closed).stream().map(Told::of).toList());
  }

  @Door(
      act = Act.HANDLE_REPORT,
      fr = "Apporte un signalement ; les réponses portent les clés du formulaire.",
      en = "Brings a report; answers have the keys of the form.",
      status = 201)
  @PostMapping(path = "/reports", consumes = Apis.JSON)
  Reply<Told> bring(Caller caller, @Sent SentReport sent) {
    Report report =
        desk.bring(caller, Channel.API, sent.language().orElse(Language.FR), sent.answers());
    return Reply.created(Told.of(report));
  }

  @Door(
      act = Act.HANDLE_REPORT,
      fr = "Fait un signalement d’une alerte de détection ; la même clé s’ajoute au même.",
      en = "Makes a report of an alert of detection; the same key adds to the same one.",
      status = 201)
  @PostMapping(path = "/reports/alerts", consumes = Apis.JSON)
  Reply<Told> alert(Caller caller, @Sent SentAlert sent) {
    DetectedAlert alert =
        new DetectedAlert(
            sent.key(),
            sent.rule(),
            sent.title().text("title"),
            sent.explanation().text("explanation"),
            sent.body().orElse(""),
            sent.firstSeen());
    return Reply.created(Told.of(desk.reportFromAlert(caller, alert)));
  }

  @Door(act = Act.READ_REPORTS, fr = "Un signalement.", en = "One report.")
  @GetMapping("/reports/{report}")
  Reply<ToldWhole> view(Caller caller, @PathVariable String report) {
    return Reply.of(ToldWhole.of(desk.view(caller, ReportId.parse(report))));
  }

  @Door(
      act = Act.READ_REPORTS,
      fr = "Une pièce reçue avec un signalement, telle quelle ; à examiner sur un poste isolé.",
      en = "A file that came with a report, as it is; to be examined on an isolated computer.",
      media = "application/octet-stream")
  @GetMapping("/reports/{report}/files/{piece}")
  ResponseEntity<byte[]> file(
      Caller caller, @PathVariable String report, @PathVariable String piece) {
    QueueDesk.Content content = desk.file(caller, ReportId.parse(report), Apis.uuid(piece));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(content.file().name() + ".bin", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content.bytes());
  }

  @Door(
      act = Act.HANDLE_REPORT,
      fr = "Prend un signalement, ou le clôt.",
      en = "Takes a report, or closes it.")
  @PutMapping(path = "/reports/{report}/handling", consumes = Apis.JSON)
  Reply<Told> handle(Caller caller, @PathVariable String report, @Sent SentReportHandling sent) {
    ReportId id = ReportId.parse(report);
    return Reply.of(
        Told.of(
            switch (sent.state()) {
              case TAKEN -> desk.take(caller, id, sent.seen());
              case CLOSED -> desk.close(caller, id, sent.seen());
            }));
  }

  @Door(
      act = Act.HANDLE_REPORT,
      fr = "Remplit la fiche d’un appel, ou ce qu’un programme a apporté.",
      en = "Fills in the sheet of a call, or what a program brought.")
  @PutMapping(path = "/reports/{report}/answers", consumes = Apis.JSON)
  Reply<Told> write(Caller caller, @PathVariable String report, @Sent SentReportSheet sent) {
    return Reply.of(Told.of(desk.write(caller, ReportId.parse(report), sent.answers())));
  }

  @Door(
      act = Act.HANDLE_REPORT,
      fr = "Répond à l’auteur du signalement, sur sa page secrète.",
      en = "Answers whoever reported, on the secret page of the report.",
      status = 201)
  @PostMapping(path = "/reports/{report}/messages", consumes = Apis.JSON)
  Reply<Said> answer(Caller caller, @PathVariable String report, @Sent SentReportAnswer sent) {
    return Reply.created(Said.of(desk.answer(caller, ReportId.parse(report), sent.text())));
  }

  @Door(
      act = Act.HANDLE_REPORT,
      fr = "Fait un nouveau lien secret ; l’ancien ne marche plus.",
      en = "Makes a new secret link; the old one no longer works.",
      status = 201)
  @PostMapping("/reports/{report}/link")
  Reply<ReportLink> link(Caller caller, @PathVariable String report) {
    String secret = desk.newLink(caller, ReportId.parse(report)).secret();
    return Reply.created(new ReportLink(address + "/report/" + secret));
  }

  @Door(
      act = Act.HANDLE_REPORT,
      fr = "Coupe le lien secret.",
      en = "Ends the secret link.",
      status = 204)
  @DeleteMapping("/reports/{report}/link")
  Reply<Void> endLink(Caller caller, @PathVariable String report) {
    desk.endLink(caller, ReportId.parse(report));
    return Reply.done();
  }

  @Door(
      act = Act.SET_HOURS,
      fr = "Quand le centre répond, et qui est prévenu.",
      en = "When the centre answers, and who is told.")
  @GetMapping("/hours")
  Reply<WrittenTimes> hours(Caller caller) {
    return Reply.of(written(hours.view(caller)));
  }

  @Door(
      act = Act.SET_HOURS,
      fr = "Change les horaires du centre.",
      en = "Changes the hours of the centre.")
  @PutMapping(path = "/hours", consumes = Apis.JSON)
  Reply<WrittenTimes> setHours(Caller caller, @Sent SentTimes sent) {
    return Reply.of(written(hours.set(caller, sent.fields(), sent.seen())));
  }

  private static WrittenTimes written(HoursDesk.Written written) {
    return new WrittenTimes(WrittenHours.of(written.hours()), written.version());
  }
}
