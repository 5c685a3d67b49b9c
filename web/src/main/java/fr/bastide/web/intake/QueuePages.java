package fr.bastide.web.intake;

import fr.bastide.kernel.BastideException;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.CentreRole;
import fr.bastide.loop.intake.Channel;
import fr.bastide.loop.intake.Linked;
import fr.bastide.loop.intake.QueueDesk;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportFacts;
import fr.bastide.loop.intake.ReportForm;
import fr.bastide.loop.intake.ReportId;
import fr.bastide.loop.intake.ReportView;
import fr.bastide.web.PublicAddress;
import fr.bastide.web.access.Requires;
import fr.bastide.web.admin.Wrong;
import fr.bastide.web.frame.NavigationEntry;
import fr.bastide.web.frame.NavigationSource;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Preferences;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.frame.Stage;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The queue of the operators: who waits, take, answer, make a case.
@Controller
class QueuePages {

  private static final int UUID_LENGTH = 36;

  private final Templates templates = new StaticTemplates();
  private final QueueDesk desk;
  private final PublicAddress address;

  QueuePages(QueueDesk desk, PublicAddress address) {
    this.desk = desk;
    this.address = address;
  }

  @Requires(Act.READ_REPORTS)
  @GetMapping("/desk/reports")
  Page queue(Caller caller, @RequestParam(defaultValue = "") String closed) {
    boolean all = closed.equals("true");
    List<Report> reports = desk.queue(caller, all);
    return Page.of(frame -> templates.intakeQueue(frame, reports, all));
  }

  /// Begins a call sheet: the report is there, and taken, before the first word.
  @Requires(Act.HANDLE_REPORT)
  @PostMapping("/desk/reports")
  Redirect call(Caller caller, HttpServletRequest request) {
    Report report = desk.bring(caller, Channel.CALL, Preferences.of(request).language(), Map.of());
    desk.take(caller, report.id(), report.version());
    return Redirect.to("/desk/reports/" + report.id() + "/sheet");
  }

  @Requires(Act.HANDLE_REPORT)
  @GetMapping("/desk/reports/{report}/sheet")
  Page sheet(Caller caller, @PathVariable String report) {
    DeskView shown =
        view(caller, ReportId.parse(report), Optional.empty(), false, Optional.empty());
    return Page.of(frame -> templates.intakeSheet(frame, shown));
  }

  @Requires(Act.HANDLE_REPORT)
  @PostMapping("/desk/reports/{report}/sheet")
  Object write(
      Caller caller,
      @PathVariable String report,
      @RequestParam MultiValueMap<String, String> sent) {
    return doing(caller, report, id -> desk.write(caller, id, sent.toSingleValueMap()));
  }

  @Requires(Act.READ_REPORTS)
  @GetMapping("/desk/reports/{report}")
  Page view(
      Caller caller, @PathVariable String report, @RequestParam(defaultValue = "") String saved) {
    return page(
        caller, ReportId.parse(report), Optional.empty(), !saved.isEmpty(), Optional.empty());
  }

  @Requires(Act.HANDLE_REPORT)
  @PostMapping("/desk/reports/{report}/take")
  Object take(
      Caller caller, @PathVariable String report, @RequestParam(defaultValue = "") String seen) {
    return doing(caller, report, id -> desk.take(caller, id, version(seen)));
  }

  @Requires(Act.HANDLE_REPORT)
  @PostMapping("/desk/reports/{report}/close")
  Object close(
      Caller caller, @PathVariable String report, @RequestParam(defaultValue = "") String seen) {
    return doing(caller, report, id -> desk.close(caller, id, version(seen)));
  }

  @Requires(Act.HANDLE_REPORT)
  @PostMapping("/desk/reports/{report}/answer")
  Object answer(
      Caller caller, @PathVariable String report, @RequestParam(defaultValue = "") String text) {
    return doing(caller, report, id -> desk.answer(caller, id, text));
  }

  /// Makes a case of it, or adds it to the one that is named.
  @Requires(Act.HANDLE_REPORT)
  @PostMapping("/desk/reports/{report}/case")
  Object toCase(
      Caller caller,
      @PathVariable String report,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String seen) {
    Optional<String> there = Optional.of(name.strip()).filter(text -> !text.isEmpty());
    return doing(caller, report, id -> desk.toCase(caller, id, there, version(seen)));
  }

  /// Makes a new link, and shows it in the answer itself: only its hash is kept.
  @Requires(Act.HANDLE_REPORT)
  @PostMapping("/desk/reports/{report}/link")
  Page link(Caller caller, @PathVariable String report) {
    Linked linked = desk.newLink(caller, ReportId.parse(report));
    String link = address + "/report/" + linked.secret();
    return page(caller, linked.report().id(), Optional.of(link), false, Optional.empty());
  }

  @Requires(Act.HANDLE_REPORT)
  @PostMapping("/desk/reports/{report}/link/end")
  Object endLink(Caller caller, @PathVariable String report) {
    return doing(caller, report, id -> desk.endLink(caller, id));
  }

  /// A file that came with a report: downloaded as bytes of no type, never shown.
  @Requires(Act.READ_REPORTS)
  @GetMapping("/desk/reports/{report}/files/{piece}")
  ResponseEntity<byte[]> file(
      Caller caller, @PathVariable String report, @PathVariable String piece) {
    QueueDesk.Content content = desk.file(caller, ReportId.parse(report), uuid(piece));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(content.file().name() + ".bin", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content.bytes());
  }

  /// What one operator does to a report.
  @FunctionalInterface
  private interface Deed {
    Object to(ReportId report);
  }

  private Object doing(Caller caller, String report, Deed deed) {
    ReportId id = ReportId.parse(report);
    try {
      deed.to(id);
      return Redirect.to("/desk/reports/" + id + "?saved=1");
    } catch (Conflict refused) {
      return again(caller, id, "", refused, HttpStatus.CONFLICT);
    } catch (Invalid refused) {
      return again(caller, id, refused.field(), refused, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private Page again(
      Caller caller, ReportId id, String field, BastideException refused, HttpStatus status) {
    Wrong wrong = new Wrong(field, refused.text());
    return page(caller, id, Optional.empty(), false, Optional.of(wrong)).with(status);
  }

  private Page page(
      Caller caller, ReportId id, Optional<String> link, boolean saved, Optional<Wrong> wrong) {
    DeskView shown = view(caller, id, link, saved, wrong);
    return Page.of(frame -> templates.intakeDesk(frame, shown));
  }

  private DeskView view(
      Caller caller, ReportId id, Optional<String> link, boolean saved, Optional<Wrong> wrong) {
    ReportView view = desk.view(caller, id);
    return new DeskView(
        ReportForm.builtin(),
        view,
        ReportFacts.cards(view.report()),
        desk.opensCases(),
        link,
        saved,
        wrong);
  }

  /// What nobody can have seen counts as an older version: the page is shown again.
  private static int version(String seen) {
    boolean plain =
        !seen.isEmpty() && seen.length() <= 9 && seen.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? Integer.parseInt(seen) : 0;
  }

  private static UUID uuid(String written) {
    if (written.length() != UUID_LENGTH) {
      throw new NotFound();
    }
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException notOne) {
      throw new NotFound(notOne);
    }
  }

  @Bean
  static NavigationSource intakeNavigation() {
    return visitor ->
        visitor.caller().hasCentreRole(CentreRole.CSIRT_OPERATOR, CentreRole.CSIRT_LEAD)
            ? Stream.of(new NavigationEntry(Stage.RESPOND, "intake.nav", "/desk/reports"))
            : Stream.of();
  }
}
