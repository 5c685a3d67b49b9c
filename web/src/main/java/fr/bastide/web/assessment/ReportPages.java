package fr.bastide.web.assessment;

import fr.bastide.assessment.AnswerSheet;
import fr.bastide.assessment.file.AnswerFile;
import fr.bastide.assessment.file.AnswerFiles;
import fr.bastide.assessment.file.Results;
import fr.bastide.assessment.plan.Limits;
import fr.bastide.assessment.plan.Plan;
import fr.bastide.kernel.Language;
import fr.bastide.kernel.Text;
import fr.bastide.loop.Invalid;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.access.Threshold;
import fr.bastide.loop.assess.AssessmentDesk;
import fr.bastide.loop.assess.AssessmentView;
import fr.bastide.loop.body.Body;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.StoredPlan;
import fr.bastide.print.Level;
import fr.bastide.print.ReportContent;
import fr.bastide.print.Reports;
import fr.bastide.web.access.Requires;
import fr.bastide.web.frame.Page;
import fr.bastide.web.frame.Preferences;
import fr.bastide.web.frame.Workbench;
import fr.bastide.web.frame.Workbenches;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The report of an assessment in all its forms. Each time one leaves the house, the journal says
/// so.
@Controller
@RequestMapping("/bodies/{body}/assessments/{id}")
public class ReportPages {

  private final Templates templates = new StaticTemplates();
  private final AssessmentDesk desk;
  private final PlanDesk plans;
  private final Threshold threshold;
  private final InstantSource clock;
  private final Workbench bench;

  ReportPages(
      AssessmentDesk desk,
      PlanDesk plans,
      Threshold threshold,
      InstantSource clock,
      @Qualifier(Workbenches.MEMBERS) Workbench bench) {
    this.bench = bench;
    this.desk = desk;
    this.plans = plans;
    this.threshold = threshold;
    this.clock = clock;
  }

  /// What can be taken, in which form.
  @GetMapping("/report")
  Page report(Caller caller, @PathVariable String body, @PathVariable String id) {
    AssessmentPath path = AssessmentPath.of(body, id);
    AssessmentView view = desk.view(caller, path.body(), path.id());
    Rights rights = Rights.of(threshold, caller, path.body());
    return Page.of(frame -> templates.assessmentReport(frame, path, view, rights));
  }

  /// The report as a page to read before taking it.
  @Requires(Act.TAKE_REPORT)
  @GetMapping("/report.html")
  public ResponseEntity<byte[]> page(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @RequestParam String level,
      @RequestParam Optional<String> language,
      HttpServletRequest request) {
    Taken taken = take(caller, AssessmentPath.of(body, id));
    Language in = language(language, request);
    String html = Reports.html(taken.content(), in, level(level));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", StandAlone.policy(html))
        .body(html.getBytes(StandardCharsets.UTF_8));
  }

  /// The report as PDF.
  @Requires(Act.TAKE_REPORT)
  @GetMapping("/report.pdf")
  public ResponseEntity<byte[]> pdf(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @RequestParam String level,
      @RequestParam Optional<String> language,
      HttpServletRequest request) {
    Taken taken = take(caller, AssessmentPath.of(body, id));
    Language in = language(language, request);
    Level asked = level(level);
    String name = taken.name(asked.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".pdf");
    byte[] pdf = bench.run(() -> Reports.pdf(taken.content(), in, asked));
    return Downloads.file(name, "application/pdf", pdf);
  }

  /// Score and plan as JSON.
  @Requires(Act.TAKE_REPORT)
  @GetMapping("/report.json")
  public ResponseEntity<byte[]> json(
      Caller caller, @PathVariable String body, @PathVariable String id) {
    Taken taken = take(caller, AssessmentPath.of(body, id));
    String json =
        Results.json(
            taken.file(), desk.referential(), taken.view().score(), taken.content().plan());
    return Downloads.file(
        taken.name("score.json"), "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /// Score and plan as CSV.
  @Requires(Act.TAKE_REPORT)
  @GetMapping("/report.csv")
  public ResponseEntity<byte[]> csv(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      @RequestParam Optional<String> language,
      HttpServletRequest request) {
    Taken taken = take(caller, AssessmentPath.of(body, id));
    String csv =
        Results.csv(
            taken.file(),
            desk.referential(),
            taken.view().score(),
            taken.content().plan(),
            language(language, request));
    return Downloads.file(
        taken.name("score.csv"), "text/csv;charset=UTF-8", csv.getBytes(StandardCharsets.UTF_8));
  }

  /// The answers as a file that the command line can read.
  @Requires(Act.TAKE_REPORT)
  @GetMapping("/answers.yaml")
  public ResponseEntity<byte[]> answers(
      Caller caller,
      @PathVariable String body,
      @PathVariable String id,
      HttpServletRequest request) {
    Taken taken = take(caller, AssessmentPath.of(body, id));
    String yaml =
        AnswerFiles.write(taken.file(), desk.referential(), Preferences.of(request).language());
    return Downloads.file(
        taken.name("answers.yaml"), "application/yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  /// What leaves the house.
  private record Taken(AssessmentView view, AnswerFile file, ReportContent content) {

    String name(String end) {
      return "bastide-" + view.body().id() + "-" + view.sheet().at() + "-" + end;
    }
  }

  private Taken take(Caller caller, AssessmentPath path) {
    AssessmentView view = desk.report(caller, path.body(), path.id());
    Optional<StoredPlan> plan = plan(caller, path);
    Body body = view.body();
    AnswerFile file =
        new AnswerFile(
            desk.referential().version(),
            new AnswerFile.AssessedBody(body.name(), body.siren(), body.form(), body.population()),
            view.sheet(),
            AnswerFile.Wishes.NONE);
    Optional<Plan> measures = plan.map(StoredPlan::plan);
    Optional<Limits> limits = plan.map(StoredPlan::limits);
    return new Taken(view, file, content(file.body(), view, measures, limits));
  }

  private ReportContent content(
      AnswerFile.AssessedBody body,
      AssessmentView view,
      Optional<Plan> plan,
      Optional<Limits> limits) {
    AnswerSheet sheet = view.sheet();
    return new ReportContent(
        body,
        desk.referential(),
        sheet,
        view.score(),
        plan,
        limits,
        List.of(),
        LocalDate.ofInstant(clock.instant(), AssessmentDesk.ZONE),
        view.assessment().example() || view.body().example());
  }

  /// The plan made from this very assessment, for who may read it.
  private Optional<StoredPlan> plan(Caller caller, AssessmentPath path) {
    if (!Rights.of(threshold, caller, path.body()).plan()) {
      return Optional.empty();
    }
    return plans
        .inForce(caller, path.body())
        .map(found -> found.plan())
        .filter(plan -> plan.assessment().equals(path.id()));
  }

  private static Language language(Optional<String> asked, HttpServletRequest request) {
    return asked.map(Language::of).orElseGet(() -> Preferences.of(request).language());
  }

  private static Level level(String written) {
    return switch (written) {
      case "one-page" -> Level.ONE_PAGE;
      case "whole" -> Level.WHOLE;
      default ->
          throw new Invalid(
              "level",
              new Text(
                  "Un rapport est en une page («\u00a0one-page\u00a0») ou complet"
                      + " («\u00a0whole\u00a0»).",
                  "A report is on one page (“one-page”) or whole (“whole”)."));
    };
  }
}
