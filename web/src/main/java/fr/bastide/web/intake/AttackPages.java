package fr.bastide.web.intake;

import fr.bastide.kernel.BastideException;
import fr.bastide.loop.Conflict;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.NotFound;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.intake.HoursDesk;
import fr.bastide.loop.intake.Linked;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportDesk;
import fr.bastide.loop.intake.ReportFacts;
import fr.bastide.loop.intake.ReportForm;
import fr.bastide.loop.intake.ReportView;
import fr.bastide.web.PublicAddress;
import fr.bastide.web.access.Requires;
import fr.bastide.web.admin.Wrong;
import fr.bastide.web.frame.ErrorPages;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Preferences;
import fr.bastide.web.frame.Redirect;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// *I am under attack*: the form without an account, and the page behind its secret link. Whatever
/// looks like a robot costs one more press, never a refusal.
@Controller
class AttackPages {

  /// Nobody reads the first page and types a number in less.
  private static final Duration FASTEST = Duration.ofSeconds(2);

  private final Templates templates = new StaticTemplates();
  private final ReportDesk desk;
  private final HoursDesk hours;
  private final Tickets tickets;
  private final PublicAddress address;

  AttackPages(ReportDesk desk, HoursDesk hours, Tickets tickets, PublicAddress address) {
    this.desk = desk;
    this.hours = hours;
    this.tickets = tickets;
    this.address = address;
  }

  @GetMapping("/report")
  Page start(Caller caller) {
    return first(caller, Map.of(), new StepView.Door(tickets.first(), Optional.empty()));
  }

  /// Keeps the first answers and leads to the next question, behind the secret link.
  @Requires(Act.REPORT_ATTACK)
  @PostMapping("/report")
  Object open(
      Caller caller, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
    Map<String, String> values = sent.toSingleValueMap();
    Optional<Tickets.Ticket> ticket =
        tickets.read(Optional.ofNullable(values.get("ticket")).orElse(""));
    if (ticket.isEmpty()) {
      // The page is older than a day, or the house was started anew: nothing typed is lost.
      String fresh = tickets.first();
      return confirm(caller, values, tickets.read(fresh).orElseThrow().secret());
    }
    boolean odd =
        !values.getOrDefault(StepView.TRAP, "").isEmpty()
            || ticket.get().age().compareTo(FASTEST) < 0
            || desk.crowded(caller);
    boolean confirmed = ticket.get().box().filter(values::containsKey).isPresent();
    if (!confirmed && (odd || ticket.get().box().isPresent())) {
      return confirm(caller, values, ticket.get().secret());
    }
    Linked opened =
        desk.open(
            caller, ticket.get().secret(), Preferences.of(request).language(), values, confirmed);
    return Redirect.to(next(opened.secret(), desk.form().steps().getFirst()));
  }

  /// The report as whoever reported sees it.
  @GetMapping("/report/{link}")
  Page own(Caller caller, @PathVariable String link, @RequestParam(defaultValue = "") String done) {
    return own(caller, link, done(done), Optional.empty());
  }

  @GetMapping("/report/{link}/{step}")
  Page step(Caller caller, @PathVariable String link, @PathVariable String step) {
    ReportForm.Step known = desk.form().step(step).orElseThrow(NotFound::new);
    Report report = following(() -> desk.own(caller, link)).report();
    StepView view =
        new StepView(
            desk.form(),
            known,
            report.answers(),
            path(link) + "/" + known.id(),
            Optional.of(report),
            ReportFacts.signs(report).isEmpty() ? List.of() : ReportFacts.cards(report),
            hours.openness(caller),
            Optional.empty());
    return Page.of(frame -> templates.intakeStep(frame, view));
  }

  /// Keeps the answers to a step and leads to the next.
  @Requires(Act.FOLLOW_REPORT)
  @PostMapping("/report/{link}/{step}")
  Redirect save(
      Caller caller,
      @PathVariable String link,
      @PathVariable String step,
      @RequestParam MultiValueMap<String, String> sent) {
    ReportForm.Step known = desk.form().step(step).orElseThrow(NotFound::new);
    following(() -> desk.save(caller, link, step, sent.toSingleValueMap()));
    return Redirect.to(next(link, known));
  }

  @Requires(Act.FOLLOW_REPORT)
  @PostMapping("/report/{link}/messages")
  Object say(
      Caller caller, @PathVariable String link, @RequestParam(defaultValue = "") String text) {
    try {
      following(() -> desk.say(caller, link, text));
      return Redirect.to(path(link) + "?done=said#conversation");
    } catch (Invalid refused) {
      return again(caller, link, refused.field(), refused, HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (Conflict refused) {
      return again(caller, link, "text", refused, HttpStatus.CONFLICT);
    }
  }

  /// Sends the link to the address that was given.
  @Requires(Act.FOLLOW_REPORT)
  @PostMapping("/report/{link}/mail")
  Object mail(Caller caller, @PathVariable String link) {
    try {
      following(() -> desk.sendLink(caller, link));
      return Redirect.to(path(link) + "?done=sent#link");
    } catch (Invalid refused) {
      return again(caller, link, refused.field(), refused, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  /// Replaces the link; the one before stops working.
  @Requires(Act.FOLLOW_REPORT)
  @PostMapping("/report/{link}/link")
  Redirect renew(Caller caller, @PathVariable String link) {
    Linked renewed = following(() -> desk.newLink(caller, link));
    return Redirect.to(path(renewed.secret()) + "?done=renewed#link");
  }

  private Page confirm(Caller caller, Map<String, String> values, String secret) {
    String ticket = tickets.confirming(secret);
    return first(caller, values, new StepView.Door(ticket, Optional.of(tickets.box(ticket))));
  }

  private Page first(Caller caller, Map<String, String> values, StepView.Door door) {
    StepView view =
        new StepView(
            desk.form(),
            desk.form().steps().getFirst(),
            values,
            "/report",
            Optional.empty(),
            List.of(),
            hours.openness(caller),
            Optional.of(door));
    return Page.of(frame -> templates.intakeStep(frame, view));
  }

  private Page again(
      Caller caller, String link, String field, BastideException refused, HttpStatus status) {
    return own(caller, link, Optional.empty(), Optional.of(new Wrong(field, refused.text())))
        .with(status);
  }

  private Page own(Caller caller, String link, Optional<OwnView.Done> done, Optional<Wrong> wrong) {
    ReportView view = following(() -> desk.own(caller, link));
    OwnView own =
        new OwnView(
            desk.form(),
            view,
            path(link),
            address + path(link),
            ReportFacts.cards(view.report()),
            hours.openness(caller),
            done,
            wrong);
    return Page.of(frame -> templates.intakeOwn(frame, own));
  }

  private String next(String link, ReportForm.Step step) {
    return desk.form()
        .after(step)
        .map(after -> path(link) + "/" + after.id() + "#main")
        .orElse(path(link));
  }

  private static String path(String link) {
    return "/report/" + link;
  }

  private static Optional<OwnView.Done> done(String written) {
    return Stream.of(OwnView.Done.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(written))
        .findFirst();
  }

  /// A link that was ended says so, instead of *not found*.
  private static <T> T following(Supplier<T> work) {
    try {
      return work.get();
    } catch (NotFound ended) {
      throw new ErrorPages.Gone(ended);
    }
  }
}
