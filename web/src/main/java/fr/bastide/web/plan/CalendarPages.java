package fr.bastide.web.plan;

import fr.bastide.kernel.Language;
import fr.bastide.loop.access.Act;
import fr.bastide.loop.access.Caller;
import fr.bastide.loop.plan.PlanDesk;
import fr.bastide.loop.plan.PlanItem;
import fr.bastide.loop.plan.PlanView;
import fr.bastide.print.PlanCalendar;
import fr.bastide.print.PlanCalendar.DueMeasure;
import fr.bastide.web.PublicAddress;
import fr.bastide.web.access.Requires;
import fr.bastide.web.body.Scene;
import fr.bastide.web.body.Scenes;
import fr.bastide.web.frame.Page;
import fr.bastide.web.templates.StaticTemplates;
import fr.bastide.web.templates.Templates;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The due dates of a plan in anybody's calendar, behind a secret address.
@Controller
class CalendarPages {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Templates templates = new StaticTemplates();
  private final Scenes scenes;
  private final PlanScreens screens;
  private final PlanDesk plans;
  private final PublicAddress address;

  CalendarPages(Scenes scenes, PlanScreens screens, PlanDesk plans, PublicAddress address) {
    this.scenes = scenes;
    this.screens = screens;
    this.plans = plans;
    this.address = address;
  }

  @GetMapping("/bodies/{body}/plan/calendar")
  Page explain(Caller caller, @PathVariable String body) {
    Scene scene = scenes.of(caller, body);
    boolean planned = screens.inForce(caller, scene).isPresent();
    return Page.of(frame -> templates.planCalendar(frame, scene, planned, Optional.empty()));
  }

  /// Makes the address, and shows it in the answer itself: only its hash is kept.
  @Requires(Act.FOLLOW_PLAN)
  @PostMapping("/bodies/{body}/plan/calendar")
  Page fresh(Caller caller, @PathVariable String body) {
    Scene scene = scenes.of(caller, body);
    boolean planned = screens.inForce(caller, scene).isPresent();
    String key = plans.newCalendarKey(caller, scene.id());
    return Page.of(frame ->
        templates.planCalendar(frame, scene, planned, Optional.of(feed(key, frame.language()))));
  }

  /// The feed itself: whoever has its address may read it.
  @GetMapping("/calendar/{key}.ics")
  ResponseEntity<byte[]> feed(
      Caller caller, @PathVariable String key, @RequestParam(defaultValue = "fr") String in) {
    Language language = Language.of(in);
    PlanView view = plans.calendar(caller, key);
    String body = view.body().id().value();
    String ics =
        PlanCalendar.ics(body, view.body().name(), due(view, language), language, stamp(view));
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"plan-" + body + ".ics\"")
        .body(ics.getBytes(StandardCharsets.UTF_8));
  }

  private String feed(String key, Language language) {
    String path = address + "/calendar/" + key + ".ics";
    return switch (language) {
      case FR -> path;
      case EN -> path + "?in=en";
    };
  }

  private List<DueMeasure> due(PlanView view, Language language) {
    return view.plan().items().stream().flatMap(item -> due(view, item, language)).toList();
  }

  private Stream<DueMeasure> due(PlanView view, PlanItem item, Language language) {
    String page = address + "/bodies/" + view.body().id() + "/plan/measures/" + item.measure();
    return screens
        .referential()
        .measure(item.measure())
        .map(measure ->
            new DueMeasure(
                measure.id(),
                measure.name().in(language),
                item.due(),
                state(item.state()),
                Optional.of(URI.create(page))))
        .stream();
  }

  private static PlanCalendar.State state(PlanItem.State state) {
    return switch (state) {
      case TO_DO -> PlanCalendar.State.TO_DO;
      case DOING -> PlanCalendar.State.DOING;
      case DONE -> PlanCalendar.State.DONE;
      case REFUSED -> PlanCalendar.State.REFUSED;
    };
  }

  private static Instant stamp(PlanView view) {
    return view.plan().items().stream()
        .map(PlanItem::changedAt)
        .max(Instant::compareTo)
        .orElse(view.plan().createdAt());
  }
}
